import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Clause sets in two languages, and where each clause is in other editions. */
export const standards = defineClientModule({
  nav: { path: '/standards', label: () => t.modules.standards, icon: 'book' },
  routes: [
    { path: '/standards', component: lazy(() => import('./clause-sets')) },
    { path: '/standards/:code', component: lazy(() => import('./clause-sets')) },
  ],
});
