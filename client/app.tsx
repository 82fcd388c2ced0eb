import { Navigate, Router, useCurrentMatches, useLocation, type RouteSectionProps } from '@solidjs/router';
import { createEffect, ErrorBoundary, lazy, Match, on, Suspense, Switch } from 'solid-js';
import { modules } from './modules';
import { Frame } from './shell/frame';
import { Crash, NotFound, Splash } from './shell/pages';
import type { ModuleNav } from './shell/module';
import { SessionDialog } from './shell/session-dialog';
import { useViewerState, ViewerProvider } from './shell/viewer';
import { useShellWords } from './shell/words';
import { ErrorState, Skeleton } from './ui/states';

const entries = modules.map((module) => module.nav).filter((nav): nav is ModuleNav => nav !== undefined);
/** The page of all widgets: not in the built files. */
const inDevelopment = import.meta.env.DEV
  ? [{ path: '/widgets', component: lazy(() => import('./widgets/page')), info: { open: true } }]
  : [];
const routes = [...modules.flatMap((module) => module.routes), ...inDevelopment, { path: '*', component: NotFound }];

/** The whole client: who is signed in, the frame, and the screen of the address. */
export function App() {
  return (
    <ErrorBoundary fallback={(error, reset) => <Crash error={error} onRetry={reset} />}>
      <ViewerProvider>
        <Router root={Root}>{routes}</Router>
      </ViewerProvider>
    </ErrorBoundary>
  );
}

/** Open screens stand alone; every other one needs somebody signed in and stands in the frame. */
function Root(props: RouteSectionProps) {
  const t = useShellWords();
  const here = useViewerState();
  const matches = useCurrentMatches();
  const isOpen = () => matches().some((match) => Boolean(match.route.info?.open));
  return (
    <Switch fallback={<Splash />}>
      <Match when={isOpen()}>
        <Screen {...props} />
      </Match>
      <Match when={here.viewer}>
        <Frame entries={entries}>
          <Screen {...props} />
        </Frame>
        <SessionDialog />
      </Match>
      <Match when={here.error && here.viewer === undefined}>
        <ErrorState title={t.cannotStart} refusal={here.error} onRetry={here.refetch} />
      </Match>
      <Match when={here.viewer === null}>
        <ToSignIn />
      </Match>
    </Switch>
  );
}

/** The screen of the address; when it fails, the frame stays, and going elsewhere starts afresh. */
function Screen(props: RouteSectionProps) {
  return (
    <ErrorBoundary fallback={(error, reset) => <CrashHere error={error} reset={reset} />}>
      <Suspense fallback={<Skeleton lines={6} />}>{props.children}</Suspense>
    </ErrorBoundary>
  );
}

function CrashHere(props: { error: unknown; reset: () => void }) {
  const location = useLocation();
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  );
  return <Crash error={props.error} onRetry={props.reset} />;
}

/** Sends to the sign-in page, which brings back to this place afterwards. */
function ToSignIn() {
  const location = useLocation();
  const place = location.pathname + location.search;
  return <Navigate href={place === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(place)}`} />;
}
