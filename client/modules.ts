import { audits } from './audits';
import { documents } from './documents';
import { identity } from './identity';
import { myWork } from './my-work';
import { nonconformities } from './nonconformities';
import { organization } from './organization';
import { procedures } from './procedures';
import { selfInspection } from './self-inspection';
import type { ClientModule } from './shell/module';
import { standards } from './standards';
import { trail } from './trail';

/** The modules of the client, in the order of the navigation. A module adds itself with one line. */
export const modules: readonly ClientModule[] = [
  myWork,
  documents,
  procedures,
  audits,
  nonconformities,
  selfInspection,
  organization,
  standards,
  trail,
  identity,
];
