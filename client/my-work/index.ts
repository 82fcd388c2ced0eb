import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The first page: the tasks of the person. */
export const myWork = defineClientModule({
  nav: { path: '/', label: () => t.modules.myWork, icon: 'tasks', inBar: true },
  routes: [{ path: '/', component: lazy(() => import('./my-work')) }],
});
