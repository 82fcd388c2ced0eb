import { defineRoom } from '../platform/room.js';
import { MyWorkResolver } from './resolver.js';

/** Việc của tôi: what a person owes, collected from the rooms. */
export const myWork = defineRoom({ name: 'my-work', resolvers: [MyWorkResolver] });
