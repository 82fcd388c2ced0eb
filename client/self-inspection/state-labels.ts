import { inspectionWork } from '../../api/self-inspection/rules/work';
import { actingWords, asSentence } from '../shell/who-acts';
import { inspectionLifecycle, type InspectionState } from '../../api/self-inspection/rules/lifecycle';
import {
  templateVersionLifecycle,
  type TemplateVersionState,
} from '../../api/self-inspection/rules/template-lifecycle';
import { said } from '../i18n';
import type { Tone } from '../ui';
import type { Words } from './words.vi';

/** Colour and shape of a state, beside its word. */
export const inspectionTone: Record<InspectionState, Tone> = {
  DUE: 'info',
  IN_PROGRESS: 'info',
  MISSED: 'danger',
  SUBMITTED: 'warning',
  RETURNED: 'warning',
  ACCEPTED: 'success',
  EXCUSED: 'neutral',
};

export const templateTone: Record<TemplateVersionState, Tone> = {
  DRAFT: 'warning',
  PUBLISHED: 'success',
  RETIRED: 'neutral',
};

/** The state in a word. */
export const inspectionLabel = (state: InspectionState) => said(inspectionLifecycle.words[state].label);
export const templateLabel = (state: TemplateVersionState) => said(templateVersionLifecycle.words[state].label);

/** Who can bring the form on, in words; empty when nobody has to. */
export const whoActs = (state: InspectionState, t: Words): string =>
  asSentence(actingWords(inspectionWork, { state }), t.whoOr);

/** The tone of a score: the classes of domain/scoring.md, 90 and 70. */
export const scoreTone = (score: number | null | undefined): Tone =>
  score === null || score === undefined ? 'neutral' : score >= 0.9 ? 'success' : score >= 0.7 ? 'warning' : 'danger';

/** The unit, with its authority where it is an office. */
export const placeWords = ({
  unit,
  authority,
}: {
  unit: { id: string; name: string };
  authority: { id: string; name: string };
}) => (unit.id === authority.id ? unit.name : `${unit.name}, ${authority.name}`);
