import { createComputed, createContext, createSignal, on, untrack, useContext, type JSX } from 'solid-js';
import { resets } from '../graphql/client';
import type { Refusal } from '../refusal';
import { reportSessionEnded, setSignedIn } from '../graphql/session';
import { useQuery } from '../graphql/use-query';
import { today } from '../i18n/dates';
import { ViewerDocument, type ViewerQuery } from '../graphql/generated/shell/viewer';
import { setDraftOwner } from '../ui/drafts';
import type { Permission } from '../../api/access/rules/permissions';
import type { Words } from './words.vi';

/** Who is signed in: person, current unit and authority, posts and dated roles. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Codes of the roles, as the server names them. */
export type Role = keyof Words['role'];

/** Whether somebody is signed in, for the frame. */
export interface ViewerState {
  /** The person; null when nobody is signed in; undefined while it is not known. */
  readonly viewer: Viewer | null | undefined;
  readonly error: Refusal | undefined;
  refetch(): void;
}

const ViewerContext = createContext<ViewerState>();

/**
 * Asks who is signed in and gives the answer to everything inside. When the session ends by itself
 * the person stays on the page: the frame asks for the password, and nothing typed is lost.
 */
export function ViewerProvider(props: { children: JSX.Element }) {
  const query = useQuery(ViewerDocument, () => ({}), { keep: true });
  const [viewer, setViewer] = createSignal<Viewer | null>();
  createComputed(on(resets, () => setViewer(undefined), { defer: true }));
  createComputed(() => {
    const found = query.data?.viewer;
    if (found === undefined) return;
    const endedByItself = found === null && Boolean(untrack(viewer));
    if (endedByItself) reportSessionEnded();
    else setViewer(found);
  });
  createComputed(() => {
    setSignedIn(Boolean(viewer()));
    setDraftOwner(viewer()?.userName);
  });
  const here: ViewerState = {
    get viewer() {
      return viewer();
    },
    get error() {
      return query.error;
    },
    refetch: query.refetch,
  };
  return <ViewerContext.Provider value={here}>{props.children}</ViewerContext.Provider>;
}

/** Whether somebody is signed in: for the frame and the sign-in page. */
export function useViewerState(): ViewerState {
  return useContext(ViewerContext)!;
}

/** The person who is signed in; a function that follows. Screens behind the sign-in always have one. */
export function useViewer(): () => Viewer {
  const here = useViewerState();
  return () => here.viewer!;
}

interface Dated {
  from: string;
  to?: string | null;
}

/** Whether a post or a grant holds today. */
export function holdsToday(dated: Dated, on: string = today()): boolean {
  return dated.from <= on && (!dated.to || dated.to >= on);
}

/** The posts held today. */
export function currentPosts(viewer: Viewer) {
  return viewer.person.posts.filter((post) => holdsToday(post));
}

/** The roles held today, with their units. */
export function currentGrants(viewer: Viewer) {
  return viewer.person.grants.filter((grant) => holdsToday(grant));
}

/** Whether the person may do this somewhere. For what to show; the server decides. */
export function may(viewer: Viewer, permission: Permission): boolean {
  return viewer.permissions.includes(permission);
}
