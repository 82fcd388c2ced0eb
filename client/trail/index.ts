import { lazy } from 'solid-js';
import { defineClientRoom } from '../shell/room';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** The newest anchor of the sealed trail, for those who keep it elsewhere. */
export const trail = defineClientRoom({
  nav: { path: '/trail', label: () => t.rooms.trail, icon: 'history', roles: ['ADMINISTRATOR', 'LEAD_AGENCY'] },
  routes: [{ path: '/trail', component: lazy(() => import('./anchor')) }],
});
