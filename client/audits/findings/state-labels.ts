import type { Tone } from '../../ui';
import type { FindingState } from '../../../api/audits/rules/findings/finding-lifecycle';

export const findingTone: Record<FindingState, Tone> = {
  DRAFT: 'neutral',
  SENT: 'info',
  AGREED: 'info',
  SHOWN: 'warning',
  ACKNOWLEDGED: 'success',
  DISPUTED: 'danger',
  ISSUED: 'success',
  DROPPED: 'neutral',
};
