import type { Tone, IconName } from '../../ui';
import type { FindingCategory, CheckItemResult } from '../../../api/audits/rules/fieldwork/finding-categories';

/** How grave a category is, by tone. */
export const categoryTone: Record<FindingCategory, Tone> = {
  MAJOR: 'danger',
  MINOR: 'warning',
  OBSERVATION: 'info',
  OPPORTUNITY: 'info',
  STRENGTH: 'success',
  CONFORMING: 'success',
};

/** The shape of a result, so that it can be recognized without colour too. */
export const resultIcon: Record<CheckItemResult, IconName> = {
  NOT_CHECKED: 'circle',
  CONFORMING: 'check',
  OBSERVATION: 'eye',
  OPPORTUNITY: 'up',
  MINOR: 'warning',
  MAJOR: 'danger',
  STRENGTH: 'flag',
  NOT_APPLICABLE: 'minus',
};

/** The tone of a result. */
export const resultTone: Record<CheckItemResult, Tone> = {
  ...categoryTone,
  NOT_CHECKED: 'neutral',
  NOT_APPLICABLE: 'neutral',
};
