import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The procedures in force, for the officer at the counter; a procedure itself is a document. */
export const procedures = defineClientModule({
  nav: { path: '/procedures', label: () => t.modules.procedures, icon: 'flow' },
  routes: [
    { path: '/procedures', component: lazy(() => import('./procedures')) },
    { path: '/procedures/:id', component: lazy(() => import('./procedure')) },
  ],
});
