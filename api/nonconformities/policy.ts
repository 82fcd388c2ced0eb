import { workingCalendar } from '../organization/index.js';
import { accessTo, holds, type Viewer } from '../access/index.js';
import { localDate, type LocalDate } from '../rules/calendar.js';
import { namedBy } from '../rules/parts.js';
import {
  actionOwners,
  actionWork,
  extensionLimit,
  isActionEventOpen,
  mayBeExtended,
  nonconformityWork,
  otherCorrectiveRemains,
  type ActionKind,
  type ActionState,
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

const actionList = { table: 'corrective_action', by: 'nonconformity_id' };

type ActionOfRecord = ActionRecord & { nonconformity: NonconformityRecord };

/** Who acts on one action of a nonconformity. */
export const actionAccess = accessTo<ActionOfRecord>()(actionWork, {
  tables: { nonconformity: 'nonconformity' },
  lists: { 'nonconformity.actions': actionList },
  isPossible(event, action, today) {
    if (!isActionEventOpen(event, action.nonconformity.state)) return false;
    if (event === 'askExtension')
      return mayBeExtended({ today, dueOn: action.dueOn, latest: latestExtensionDay(action.nonconformity) });
    return event !== 'drop' || otherCorrectiveRemains(action.id, [...action.nonconformity.actions]);
  },
});

/** Who acts on a nonconformity; while its plan is carried out, whoever acts on one of its actions. */
export const nonconformityAccess = accessTo<NonconformityRecord>()(nonconformityWork, {
  lists: { actions: actionList },
  children: [
    { access: actionAccess, path: 'nonconformity', ...actionList, when: { column: 'state', in: ['PLAN_APPROVED'] } },
  ],
});

/** The last day to which an action may be extended. */
export const latestExtensionDay = ({ issuedAt }: Pick<NonconformityRecord, 'issuedAt'>): LocalDate =>
  extensionLimit(localDate(new Date(issuedAt)), workingCalendar);

/**
 * Whether a viewer may report a nonconformity of a unit: whoever works in its authority, its audit team, the lead
 * agency.
 */
export function mayReport(viewer: Viewer, place: { unitId: string; authorityId: string }): boolean {
  return (
    viewer.memberOf.includes(place.authorityId) || holds(viewer, ['LEAD_AGENCY', 'AUDIT_LEAD', 'AUDIT_TEAM'], place)
  );
}

/** Owners of the actions that were not dropped. */
export const actionOwnerIds = (record: Pick<NonconformityRecord, 'actions'>): string[] =>
  namedBy(actionOwners, record, '');
