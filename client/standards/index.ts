import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Clause sets in two languages, and where each clause is in other editions. */
export const standards = defineClientRoom({
  nav: { path: '/standards', label: () => t.rooms.standards, icon: 'book' },
  routes: [
    { path: '/standards', component: lazy(() => import('./clause-sets')) },
    { path: '/standards/:code', component: lazy(() => import('./clause-sets')) },
  ],
});
