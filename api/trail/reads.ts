import { reads } from '../access/index.js';
import { TrailEntry } from './trail-entry.js';
import { entryVisible, visibleChanges } from './visibility.js';

reads.define(TrailEntry, { visible: entryVisible, fields: { changes: { sql: visibleChanges } } });
