import { holdsAnywhere, rolesAt, type Viewer } from '../access/index.js';
import type { Actor } from '../rules/actors.js';
import {
  inspectionLifecycle,
  templateVersionLifecycle,
  type InspectionEvent,
  type InspectionState,
  type TemplateVersionState,
} from './rules/index.js';
import type { InspectionAct, TemplateVersionAct } from './states.js';

/** What of an inspection decides who may do what. */
export interface InspectionFacts {
  unitId: string;
  authorityId: string;
  substituteId?: string | null | undefined;
  submittedById?: string | null | undefined;
}

/** What kind of inspection it is: a training run counts nowhere and raises nothing. */
export type KindFact = { kind: 'SCHEDULED' | 'EXTRA' | 'TRAINING' };

/**
 * What the viewer is to an inspection. The level above an office is the authority's ISO head; above
 * the authority itself it is the lead agency. The quality manager accepts and returns, but lets
 * nobody off. Nobody decides on a form that he or she submitted.
 */
export function inspectionActors(
  viewer: Viewer,
  { unitId, authorityId, substituteId, submittedById }: InspectionFacts,
): Actor[] {
  const held = rolesAt(viewer, { unitId, authorityId });
  const actors: Actor[] = held.filter((role) => role !== 'QUALITY_MANAGER');
  if (substituteId === viewer.personId) actors.push('SUBSTITUTE');
  if (submittedById === viewer.personId) return actors;
  if (held.includes('QUALITY_MANAGER')) actors.push('QUALITY_MANAGER');
  const above = unitId === authorityId ? held.includes('LEAD_AGENCY') : held.includes('ISO_HEAD');
  return above ? [...actors, 'ABOVE'] : actors;
}

/** Who may do what besides the lifecycle's events, and in which states. */
const deeds: Record<
  Exclude<InspectionAct, InspectionEvent>,
  { states: readonly InspectionState[]; by: readonly Actor[] }
> = {
  save: { states: ['IN_PROGRESS', 'MISSED', 'RETURNED'], by: ['UNIT_HEAD', 'SUBSTITUTE'] },
  nameSubstitute: { states: ['DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED'], by: ['UNIT_HEAD', 'ABOVE'] },
  reportFailing: {
    states: ['IN_PROGRESS', 'MISSED', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
    by: ['UNIT_HEAD', 'SUBSTITUTE', 'QUALITY_MANAGER', 'ISO_SECRETARY', 'ABOVE'],
  },
};

/** Whether one of the actors may do it; the state is another question. */
export const mayDo = (deed: keyof typeof deeds, actors: readonly Actor[]) =>
  deeds[deed].by.some((actor) => actors.includes(actor));

/** Whether it can be done in that state. */
export const canBeDoneIn = (deed: keyof typeof deeds, state: InspectionState) => deeds[deed].states.includes(state);

/** Whether nonconformities come out of it: a training run is practice, its answers are no findings. */
export const raisesNonconformities = ({ kind }: KindFact): boolean => kind !== 'TRAINING';

/** Everything the viewer may do to an inspection now: `viewerCan`. */
export function inspectionDeeds(
  viewer: Viewer,
  state: InspectionState,
  facts: InspectionFacts & KindFact,
): InspectionAct[] {
  const actors = inspectionActors(viewer, facts);
  const possible = (deed: keyof typeof deeds) => deed !== 'reportFailing' || raisesNonconformities(facts);
  const besides = (Object.keys(deeds) as (keyof typeof deeds)[]).filter(
    (deed) => possible(deed) && canBeDoneIn(deed, state) && mayDo(deed, actors),
  );
  return [...inspectionLifecycle.eventsFor(state, actors), ...besides];
}

/** Who owns a template or a schedule. */
export interface OwnerFacts {
  id: string;
  isAuthority: boolean;
}

/**
 * What the viewer is to the templates and schedules of an owner. Those of the province are kept by
 * the quality manager of the lead agency: someone who holds LEAD_AGENCY there and is a quality manager.
 */
export function ownerActors(viewer: Viewer, owner: OwnerFacts): Actor[] {
  const held = rolesAt(viewer, { unitId: owner.id, authorityId: owner.isAuthority ? owner.id : undefined });
  if (owner.isAuthority) return held;
  const keeps = held.includes('LEAD_AGENCY') && holdsAnywhere(viewer, ['QUALITY_MANAGER']);
  return keeps ? [...held, 'QUALITY_MANAGER'] : held;
}

/** Whether the viewer keeps the templates and schedules of that owner. */
export const keeps = (viewer: Viewer, owner: OwnerFacts) => ownerActors(viewer, owner).includes('QUALITY_MANAGER');

/** Everything the viewer may do to a template version now: `viewerCan`. */
export function templateDeeds(viewer: Viewer, state: TemplateVersionState, owner: OwnerFacts): TemplateVersionAct[] {
  const events: TemplateVersionAct[] = templateVersionLifecycle.eventsFor(state, ownerActors(viewer, owner));
  return state === 'DRAFT' && keeps(viewer, owner) ? ['save', ...events] : events;
}
