import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Self-inspection: the own forms, the overview of all units, templates and schedules. */
export const selfInspection = defineClientModule({
  nav: { path: '/inspections', label: () => t.modules.selfInspection, icon: 'checklist', inBar: true },
  routes: [
    { path: '/inspections', component: lazy(() => import('./inspection-list')) },
    { path: '/inspections/overview', component: lazy(() => import('./overview')) },
    { path: '/inspections/templates', component: lazy(() => import('./template-list')) },
    { path: '/inspections/templates/:id', component: lazy(() => import('./template-version')) },
    { path: '/inspections/schedules', component: lazy(() => import('./schedules')) },
    { path: '/inspections/:id', component: lazy(() => import('./inspection')) },
  ],
});
