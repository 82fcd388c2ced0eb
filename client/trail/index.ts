import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The newest anchor of the sealed trail, for those who keep it elsewhere. */
export const trail = defineClientModule({
  nav: { path: '/trail', label: () => t.modules.trail, icon: 'history', permission: 'trail.keepAnchor' },
  routes: [{ path: '/trail', component: lazy(() => import('./anchor')) }],
});
