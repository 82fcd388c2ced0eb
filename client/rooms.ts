import { identity } from './identity';
import type { ClientRoom } from './shell/room';

/** The rooms of the client, in the order of the navigation. A room adds itself with one line. */
export const rooms: readonly ClientRoom[] = [
  identity,
];
