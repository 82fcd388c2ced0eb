import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Units and people: who belongs where, who holds which role, who may audit. */
export const organization = defineClientModule({
  nav: { path: '/organization', label: () => t.modules.organization, icon: 'building' },
  routes: [
    { path: '/organization', component: lazy(() => import('./units')) },
    { path: '/organization/units/:id', component: lazy(() => import('./unit')) },
    { path: '/organization/people', component: lazy(() => import('./people')) },
    { path: '/organization/people/:id', component: lazy(() => import('./person')) },
  ],
});
