import { roleWords, systemWords } from '../../access/rules/roles.js';
import type { Words } from '../../rules/refusal.js';

/** Everyone who can act on a programme, a round, an audit or a finding, with the words shown as "who must act". */
export const actorWords = {
  ...roleWords,
  /** The ISO_HEAD of the lead agency's own authority. */
  LEAD_AGENCY_HEAD: { vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì', en: "the lead agency's ISO head" },
  /** The lead of the audit's team. */
  LEAD: { vi: 'trưởng đoàn', en: 'the lead of the team' },
  /** Who wrote the finding. */
  AUTHOR: { vi: 'người ghi phát hiện', en: 'the author of the finding' },
  /** Who agrees a finding for the team: the lead, or another member if the lead wrote it. */
  AGREER: {
    vi: 'trưởng đoàn (thành viên khác nếu trưởng đoàn là người ghi)',
    en: 'the lead (another member if the lead is the author)',
  },
  SYSTEM: systemWords,
} as const satisfies Record<string, Words>;

/** A role, a part in a record, or SYSTEM. */
export type Actor = keyof typeof actorWords;
