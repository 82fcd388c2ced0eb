import { attachments } from './attachments/index.js';
import { audits } from './audits/index.js';
import { commands } from './commands/index.js';
import { documents } from './documents/index.js';
import { identity } from './identity/index.js';
import { myWork } from './my-work/index.js';
import { nonconformities } from './nonconformities/index.js';
import { organization } from './organization/index.js';
import type { Module } from './platform/module.js';
import { procedures } from './procedures/index.js';
import { selfInspection } from './self-inspection/index.js';
import { standards } from './standards/index.js';
import { trail } from './trail/index.js';

/** All modules of the server, in order. A module may import only earlier ones. */
export const modules: Module[] = [
  commands,
  trail,
  organization,
  identity,
  standards,
  attachments,
  documents,
  procedures,
  nonconformities,
  selfInspection,
  audits,
  myWork,
];
