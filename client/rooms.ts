import { audits } from './audits';
import { documents } from './documents';
import { identity } from './identity';
import { myWork } from './my-work';
import { nonconformities } from './nonconformities';
import { organization } from './organization';
import { procedures } from './procedures';
import { selfInspection } from './self-inspection';
import type { ClientRoom } from './shell/room';
import { standards } from './standards';
import { trail } from './trail';

/** The rooms of the client, in the order of the navigation. A room adds itself with one line. */
export const rooms: readonly ClientRoom[] = [
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
