import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The first page: what the person owes. */
export const myWork = defineClientRoom({
  nav: { path: '/', label: () => t.rooms.myWork, icon: 'tasks', inBar: true },
  routes: [{ path: '/', component: lazy(() => import('./my-work')) }],
});
