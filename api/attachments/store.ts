import path from 'node:path';
import { diskStore, type FileStore } from '../platform/files.js';
import type { House } from '../platform/room.js';

/** Where the house keeps the contents of its attachments. */
export const fileStore = ({ config }: Pick<House, 'config'>): FileStore =>
  diskStore(path.join(config.dataDir, 'files'));
