import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';

/** Signing in and the own account. */
export const identity = defineClientRoom({
  routes: [
    { path: '/sign-in', component: lazy(() => import('./sign-in')), info: { open: true } },
    { path: '/account', component: lazy(() => import('./account')) },
  ],
});
