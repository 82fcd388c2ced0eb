import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useTrailWords } from './words';

const t = useTrailWords();

/** The newest anchor of the sealed trail, for those who keep it elsewhere. */
export const trail = defineClientRoom({
  nav: { path: '/trail', label: () => t.nav, icon: 'history', roles: ['ADMINISTRATOR', 'LEAD_AGENCY'] },
  routes: [{ path: '/trail', component: lazy(() => import('./anchor')) }],
});
