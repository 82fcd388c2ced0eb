import type { RouteDefinition } from '@solidjs/router';
import type { IconName } from '../ui/icon';
import type { Permission } from '../../api/access/rules/permissions';

/** How a module shows in the navigation. */
export interface ModuleNav {
  /** Where it begins, such as `/documents`. */
  path: string;
  /** Its name in the language of the interface; a function, so that it follows the switch. */
  label: () => string;
  icon: IconName;
  /** Only people with this permission see it; everybody when left out. The server decides anyway. */
  permission?: Permission;
  /** Stands in the bar at the foot of a phone; at most four do. */
  inBar?: boolean;
}

/** A module of the client: its entry in the navigation and its screens. */
export interface ClientModule {
  nav?: ModuleNav;
  /** Routes with whole paths; every screen is `lazy(() => import('./screen'))`. `info: { open: true }` needs nobody signed in. */
  routes: RouteDefinition[];
}

/** Declares a module; `client/modules.ts` lists it. */
export function defineClientModule(module: ClientModule): ClientModule {
  return module;
}
