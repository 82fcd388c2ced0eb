import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The register of nonconformities, their page, the forms to report and to respond, and the paper form. */
export const nonconformities = defineClientModule({
  nav: { path: '/nonconformities', label: () => t.modules.nonconformities, icon: 'nonconformity', inBar: true },
  routes: [
    { path: '/nonconformities', component: lazy(() => import('./register')) },
    { path: '/nonconformities/new', component: lazy(() => import('./report')) },
    { path: '/nonconformities/print', component: lazy(() => import('./register-paper')) },
    { path: '/nonconformities/:id', component: lazy(() => import('./page')) },
    { path: '/nonconformities/:id/respond', component: lazy(() => import('./respond')) },
    { path: '/nonconformities/:id/print', component: lazy(() => import('./paper')) },
  ],
});
