import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useStandardsWords } from './words';

const t = useStandardsWords();

/** Clause sets in two languages, and where each clause is in other editions. */
export const standards = defineClientRoom({
  nav: { path: '/standards', label: () => t.nav, icon: 'book' },
  routes: [
    { path: '/standards', component: lazy(() => import('./clause-sets')) },
    { path: '/standards/:code', component: lazy(() => import('./clause-sets')) },
  ],
});
