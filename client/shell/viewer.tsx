import { createContext, createEffect, useContext, type JSX } from 'solid-js';
import { today } from '../i18n/dates';
import { setSignedIn } from '../graphql/session';
import type { Query } from '../graphql/use-query';
import { useQuery } from '../graphql/use-query';
import { ViewerDocument, type ViewerQuery } from '../graphql/generated/shell/viewer';
import { setDraftOwner } from '../ui/drafts';
import type { Words } from './words.vi';

/** Who is signed in: person, current unit and authority, posts and dated roles. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Codes of the roles, as the server names them. */
export type Role = keyof Words['role'];

const ViewerContext = createContext<Query<ViewerQuery>>();

/** Asks who is signed in and gives the answer to everything inside. */
export function ViewerProvider(props: { children: JSX.Element }) {
  const query = useQuery(ViewerDocument, () => ({}), { keep: true });
  createEffect(() => {
    setSignedIn(Boolean(query.data?.viewer));
    if (query.data?.viewer) setDraftOwner(query.data.viewer.userName);
  });
  return <ViewerContext.Provider value={query}>{props.children}</ViewerContext.Provider>;
}

/** The query behind {@link useViewer}: for the frame, which also shows its loading and failing. */
export function useViewerQuery(): Query<ViewerQuery> {
  return useContext(ViewerContext)!;
}

/** The person who is signed in; a function that follows. Screens of closed rooms always have one. */
export function useViewer(): () => Viewer {
  const query = useViewerQuery();
  return () => query.data!.viewer!;
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

/** Whether the person holds one of these roles today, anywhere. For what to show; the server decides. */
export function hasRole(viewer: Viewer, roles: readonly Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}
