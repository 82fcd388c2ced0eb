import { defineRoom } from '../platform/room.js';
import { Clause, ClauseMapping, ClauseSet } from './clause.js';
import { StandardsResolver } from './resolver.js';

export { Clause, ClauseSet } from './clause.js';
export { loadStandards } from './load.js';

/** Clause sets with both languages and their mapping. */
export const standards = defineRoom({
  name: 'standards',
  entities: [ClauseSet, Clause, ClauseMapping],
  resolvers: [StandardsResolver],
});
