import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useMyWorkWords } from './words';

const t = useMyWorkWords();

/** The first page: what the person owes. */
export const myWork = defineClientRoom({
  nav: { path: '/', label: () => t.nav, icon: 'tasks', inBar: true },
  routes: [{ path: '/', component: lazy(() => import('./my-work')) }],
});
