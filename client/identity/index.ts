import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';

/** Signing in and the own account. */
export const identity = defineClientModule({
  routes: [
    { path: '/sign-in', component: lazy(() => import('./sign-in')), info: { open: true } },
    { path: '/account', component: lazy(() => import('./account')) },
  ],
});
