import { holds, rolesAt, type Viewer } from '../access/index.js';
import type { Actor } from '../rules/actors.js';
import { workingCalendar } from '../platform/calendar.js';
import { localDate, type LocalDate } from '../rules/calendar.js';
import {
  actionLifecycle,
  actionParts,
  actionsSettled,
  extensionLimit,
  isActionEventOpen,
  mayBeExtended,
  nonconformityLifecycle,
  nonconformityParts,
  otherCorrectiveRemains,
  type ActionEvent,
  type ActionKind,
  type ActionState,
  type NonconformityEvent,
  type NonconformitySource,
  type NonconformityState,
} from './rules/index.js';

interface HasId {
  id: string;
}

/** What the policy must know of an action; an entity has it, and so has a row that was read. */
export interface ActionRecord extends HasId {
  kind: ActionKind;
  state: ActionState;
  owner: HasId;
  dueOn: LocalDate;
  extensionTo?: string | null;
}

/** What the policy must know of a nonconformity; an entity has it, and so has a row that was read. */
export interface NonconformityRecord {
  state: NonconformityState;
  source: NonconformitySource;
  unit: HasId;
  authority: HasId;
  issuer: HasId;
  responder?: HasId | null;
  effectivenessDueOn?: string | null;
  issuedAt: Date | string;
  actions: Iterable<Omit<ActionRecord, 'dueOn'>>;
}

/** The paths of {@link NonconformityRecord}, for reading. */
export const policyNeeds = [
  'state',
  'source',
  'unit.id',
  'authority.id',
  'issuer.id',
  'responder.id',
  'effectivenessDueOn',
  'issuedAt',
  'actions.id',
  'actions.kind',
  'actions.state',
  'actions.owner.id',
];

/** Everything a viewer is to a nonconformity: roles where it belongs, and parts in it. */
export function actorsOf(viewer: Viewer, record: NonconformityRecord): Actor[] {
  const roles = rolesAt(viewer, { unitId: record.unit.id, authorityId: record.authority.id });
  const parts = nonconformityParts({
    personId: viewer.personId,
    source: record.source,
    roles,
    issuedToItself: record.issuer.id === record.authority.id,
    qualityManagerOfLeadAgency:
      roles.includes('LEAD_AGENCY') && holds(viewer, ['QUALITY_MANAGER'], { authorityId: record.issuer.id }),
    responderId: record.responder?.id ?? null,
    actionOwnerIds: ownersOf(record),
  });
  return [...roles, ...parts];
}

/** The events of a nonconformity that a viewer may fire today, those left out whose time has not come. */
export function eventsOf(viewer: Viewer, record: NonconformityRecord, today: LocalDate): NonconformityEvent[] {
  const actions = [...record.actions];
  const isOpen = (event: NonconformityEvent) => {
    if (event === 'reportDone') return actionsSettled(actions);
    if (event === 'confirmEffective' || event === 'findIneffective')
      return today >= (record.effectivenessDueOn ?? today);
    return true;
  };
  return nonconformityLifecycle.eventsFor(record.state, actorsOf(viewer, record)).filter(isOpen);
}

/** Everything a viewer is to one action of a nonconformity. */
export function actionActorsOf(viewer: Viewer, record: NonconformityRecord, action: ActionRecord): Actor[] {
  return actionParts({ personId: viewer.personId, ownerId: action.owner.id, actors: actorsOf(viewer, record) });
}

/** The last day to which an action may be extended. */
export const latestExtensionDay = ({ issuedAt }: Pick<NonconformityRecord, 'issuedAt'>): LocalDate =>
  extensionLimit(localDate(new Date(issuedAt)), workingCalendar);

/** The events of an action that a viewer may fire today, those left out whose time has gone. */
export function actionEventsOf(
  viewer: Viewer,
  record: NonconformityRecord,
  action: ActionRecord,
  today: LocalDate,
): ActionEvent[] {
  const actions = [...record.actions];
  const isPossible = (event: ActionEvent) => {
    if (!isActionEventOpen(event, record.state)) return false;
    if (event === 'grantExtension' || event === 'refuseExtension') return Boolean(action.extensionTo);
    if (event === 'askExtension')
      return mayBeExtended({ today, dueOn: action.dueOn, latest: latestExtensionDay(record) });
    return event !== 'drop' || otherCorrectiveRemains(action.id, actions);
  };
  return actionLifecycle.eventsFor(action.state, actionActorsOf(viewer, record, action)).filter(isPossible);
}

/** Whether a viewer may report a nonconformity of a unit: whoever works in its authority, its audit team, the lead agency. */
export function mayReport(viewer: Viewer, place: { unitId: string; authorityId: string }): boolean {
  return (
    viewer.memberOf.includes(place.authorityId) || holds(viewer, ['LEAD_AGENCY', 'AUDIT_LEAD', 'AUDIT_TEAM'], place)
  );
}

/** Owners of the actions that were not dropped. */
export function ownersOf(record: Pick<NonconformityRecord, 'actions'>): string[] {
  return [...record.actions].filter(({ state }) => state !== 'DROPPED').map(({ owner }) => owner.id);
}
