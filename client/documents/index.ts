import { lazy } from 'solid-js';
import { defineClientModule } from '../shell/module';
import { useShellWords } from '../shell/words';

const t = useShellWords();

/** Controlled documents: the list, the paper with its signatures, writing and signing. */
export const documents = defineClientModule({
  nav: { path: '/documents', label: () => t.modules.documents, icon: 'document' },
  routes: [
    { path: '/documents', component: lazy(() => import('./documents')) },
    { path: '/documents/new', component: lazy(() => import('./new-document')) },
    { path: '/documents/external', component: lazy(() => import('./register-external')) },
    { path: '/documents/:id', component: lazy(() => import('./document')) },
    { path: '/documents/:id/facts', component: lazy(() => import('./change-facts')) },
    { path: '/documents/:id/revisions/:revisionId', component: lazy(() => import('./document')) },
    { path: '/documents/:id/revisions/:revisionId/edit', component: lazy(() => import('./edit-revision')) },
  ],
});
