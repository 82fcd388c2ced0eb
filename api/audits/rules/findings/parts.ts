import type { Role } from '../../../access/rules/roles.js';
import { defineParts, partWithin, personWithin, type Condition, type Part } from '../../../rules/parts.js';
import { auditParts, leadOfTeam, type AuditPart } from '../planning/parts.js';

/** Parts in a finding: those in its audit, its author, and who agrees it. */
export type FindingPart = AuditPart | 'AUTHOR' | 'AGREER';

const lead = personWithin('audit', leadOfTeam);
const others = {
  each: 'audit.members',
  person: 'person.id',
  where: { not: { column: 'part', in: ['LEAD'] } },
} as const;
const isByMember: Condition = { isOne: 'author.id', of: { each: 'audit.members', person: 'person.id' } };
/** The lead wrote it, or acts for an author who has left the team. */
const isByLead: Condition = { any: [{ isOne: 'author.id', of: lead }, { not: isByMember }] };

const inAudit = Object.fromEntries(
  Object.entries<Part<Role>>(auditParts.parts).map(([name, part]) => [name, partWithin('audit', part)]),
) as Record<AuditPart, Part<Role>>;

/**
 * Who plays which part in a finding. The lead acts for an author who has left the team. Another member then
 * agrees the finding that the lead sends, because nobody agrees his or her own finding (R16).
 */
export const findingParts = defineParts<Role, FindingPart>({
  places: {
    here: { unit: 'audit.unit.id', authority: 'audit.authority.id' },
    lead: { unit: 'audit.round.leadAgency.id', authority: 'audit.round.leadAgency.id' },
  },
  parts: {
    ...inAudit,
    AUTHOR: {
      words: { vi: 'người ghi phát hiện', en: 'the author of the finding' },
      any: [
        { person: 'author.id', when: isByMember },
        { person: lead, when: { not: isByMember } },
      ],
    },
    AGREER: {
      words: {
        vi: 'trưởng đoàn (thành viên khác nếu trưởng đoàn là người ghi)',
        en: 'the lead (another member if the lead is the author)',
      },
      any: [
        { person: others, when: isByLead },
        { person: lead, when: { not: isByLead } },
      ],
      not: ['author.id'],
    },
  },
});

const unfinished = { named: 'hasUnfinishedLines' };

/** Whose task the fieldwork is: of the whole team until every line is done, then of the lead. */
export const auditTaskParts = {
  WHOLE_TEAM: auditParts.parts.AUDIT_TEAM,
  LINE_WRITER: {
    words: auditParts.parts.AUDIT_TEAM.words,
    any: [{ person: { each: 'members', person: 'person.id' }, when: unfinished }],
  },
  FINISHER: { words: auditParts.parts.LEAD.words, any: [{ person: leadOfTeam, when: { not: unfinished } }] },
} as const;
