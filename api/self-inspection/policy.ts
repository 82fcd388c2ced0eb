import { accessTo, holdsAnywhere, rolesAt, type Role, type Viewer } from '../access/index.js';
import type { LocalDate } from '../rules/calendar.js';
import {
  inspectionWork,
  templateVersionLifecycle,
  type InspectionEvent,
  type InspectionPart,
  type InspectionState,
  type TemplateVersionState,
} from './rules/index.js';
import type { InspectionAct, TemplateVersionAct } from './states.js';

interface HasId {
  id: string;
}

/** What the policy must know of an inspection; an entity has it, and so has a row that was read. */
export interface InspectionRecord {
  state: InspectionState;
  unit: HasId;
  authority: HasId;
  substitute?: HasId | null;
  submittedBy?: HasId | null;
}

/** The kind of inspection: a training run does not count and raises no nonconformity. */
export type KindFact = { kind: 'SCHEDULED' | 'EXTRA' | 'TRAINING' };

/** Who acts on a self-inspection. */
export const inspectionAccess = accessTo<InspectionRecord>()(inspectionWork, {});

type InspectionActor = Role | InspectionPart | 'SYSTEM';

/** Who may do what besides the lifecycle's events, and in which states. */
const acts: Record<
  Exclude<InspectionAct, InspectionEvent>,
  { states: readonly InspectionState[]; by: readonly InspectionActor[] }
> = {
  save: { states: ['IN_PROGRESS', 'MISSED', 'RETURNED'], by: ['UNIT_HEAD', 'SUBSTITUTE'] },
  nameSubstitute: { states: ['DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED'], by: ['UNIT_HEAD', 'ABOVE'] },
  reportFailing: {
    states: ['IN_PROGRESS', 'MISSED', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
    by: ['UNIT_HEAD', 'SUBSTITUTE', 'QUALITY_MANAGER', 'ISO_SECRETARY', 'ABOVE'],
  },
};

/** Whether one of the actors may do it, in whatever state. */
export const mayDo = (act: keyof typeof acts, actors: readonly InspectionActor[]) =>
  acts[act].by.some((actor) => actors.includes(actor));

/** Whether it can be done in that state. */
export const canBeDoneIn = (act: keyof typeof acts, state: InspectionState) => acts[act].states.includes(state);

/** Whether its answers may become nonconformities; those of a training run may not. */
export const raisesNonconformities = ({ kind }: KindFact): boolean => kind !== 'TRAINING';

/** Everything the viewer may do to an inspection now: `viewerCan`. */
export function inspectionActs(viewer: Viewer, record: InspectionRecord & KindFact, today: LocalDate): InspectionAct[] {
  const actors = inspectionAccess.actorsOf(viewer, record, today);
  const possible = (act: keyof typeof acts) => act !== 'reportFailing' || raisesNonconformities(record);
  const besides = (Object.keys(acts) as (keyof typeof acts)[]).filter(
    (act) => possible(act) && canBeDoneIn(act, record.state) && mayDo(act, actors),
  );
  return [...inspectionAccess.eventsOf(viewer, record, today), ...besides];
}

/** Who owns a template or a schedule. */
export interface OwnerFacts {
  id: string;
  isAuthority: boolean;
}

/**
 * The roles of the viewer for the templates and schedules of an owner. Those of the province are managed by a
 * quality manager of the lead agency: someone who holds LEAD_AGENCY there and is a quality manager.
 */
export function ownerActors(viewer: Viewer, owner: OwnerFacts): Role[] {
  const held = rolesAt(viewer, { unitId: owner.id, authorityId: owner.isAuthority ? owner.id : undefined });
  if (owner.isAuthority) return held;
  const keeps = held.includes('LEAD_AGENCY') && holdsAnywhere(viewer, ['QUALITY_MANAGER']);
  return keeps ? [...held, 'QUALITY_MANAGER'] : held;
}

/** Whether the viewer manages the templates and schedules of that owner. */
export const keeps = (viewer: Viewer, owner: OwnerFacts) => ownerActors(viewer, owner).includes('QUALITY_MANAGER');

/** Everything the viewer may do to a template version now: `viewerCan`. */
export function templateActs(viewer: Viewer, state: TemplateVersionState, owner: OwnerFacts): TemplateVersionAct[] {
  const events: TemplateVersionAct[] = templateVersionLifecycle.eventsFor(state, ownerActors(viewer, owner));
  return state === 'DRAFT' && keeps(viewer, owner) ? ['save', ...events] : events;
}
