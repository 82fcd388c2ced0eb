import path from 'node:path';
import { diskStore, type FileStore } from '../platform/files.js';
import type { Services } from '../platform/module.js';

/** Where the server keeps the contents of its attachments. */
export const fileStore = ({ config }: Pick<Services, 'config'>): FileStore =>
  diskStore(path.join(config.dataDir, 'files'));
