import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Programmes, rounds, audits with their work sheets, findings and reports. */
export const audits = defineClientModule({
  nav: { path: '/audits', label: () => t.modules.audits, icon: 'audit', inBar: true },
  routes: [
    { path: '/audits', component: lazy(() => import('./planning/rounds')) },
    { path: '/audits/all', component: lazy(() => import('./planning/audit-list')) },
    { path: '/audits/programmes', component: lazy(() => import('./planning/programmes')) },
    { path: '/audits/programmes/:id', component: lazy(() => import('./planning/programme')) },
    { path: '/audits/programmes/:id/paper', component: lazy(() => import('./planning/programme-paper')) },
    { path: '/audits/rounds/new', component: lazy(() => import('./planning/round-form')) },
    { path: '/audits/rounds/:id', component: lazy(() => import('./round')) },
    { path: '/audits/rounds/:id/edit', component: lazy(() => import('./planning/round-form')) },
    { path: '/audits/rounds/:id/report', component: lazy(() => import('./findings/round-report')) },
    { path: '/audits/teams/:auditId', component: lazy(() => import('./assignment/team')) },
    { path: '/audits/:id', component: lazy(() => import('./overview')) },
    { path: '/audits/:id/plan', component: lazy(() => import('./fieldwork/plan')) },
    { path: '/audits/:id/sheet', component: lazy(() => import('./fieldwork/sheet')) },
    { path: '/audits/:id/findings', component: lazy(() => import('./findings/findings')) },
    { path: '/audits/:id/report', component: lazy(() => import('./findings/report')) },
    { path: '/audits/:id/plan-paper', component: lazy(() => import('./fieldwork/plan-paper')) },
    { path: '/audits/:id/sheet-paper', component: lazy(() => import('./fieldwork/sheet-paper')) },
    { path: '/audits/:id/history', component: lazy(() => import('./history')) },
  ],
});
