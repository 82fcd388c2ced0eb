import type { Tone } from '../../ui';
import type { AuditState } from '../../../api/audits/rules/planning/audit-lifecycle';
import type { ProgrammeState } from '../../../api/audits/rules/planning/programme-lifecycle';
import type { RoundState } from '../../../api/audits/rules/planning/round-lifecycle';

export const auditTone: Record<AuditState, Tone> = {
  PLANNED: 'neutral',
  ANNOUNCED: 'info',
  CONFIRMED: 'info',
  IN_PROGRESS: 'warning',
  FIELDWORK_DONE: 'info',
  REPORTED: 'info',
  CLOSED: 'success',
  CANCELLED: 'neutral',
};

export const roundTone: Record<RoundState, Tone> = {
  PREPARING: 'neutral',
  ASSIGNED: 'info',
  APPROVED: 'info',
  RUNNING: 'warning',
  REPORTED: 'info',
  CLOSED: 'success',
  CANCELLED: 'neutral',
};

export const programmeTone: Record<ProgrammeState, Tone> = { DRAFT: 'neutral', APPROVED: 'info', CLOSED: 'success' };
