import { permissions } from '../../../access/rules/permissions.js';
import { roleWords, type Role } from '../../../access/rules/roles.js';
import { defineParts, type Part } from '../../../rules/parts.js';

/** Who signs for the lead agency: the ISO head of its own authority. */
export type LeadPart = 'LEAD_AGENCY_HEAD';

const words = { vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì', en: "the lead agency's ISO head" };
const headAt = (at: string): Part<Role> => ({ words, any: [{ roles: ['ISO_HEAD'], at }] });

/** A CROSS round is arranged by LEAD_AGENCY, an INTERNAL one by the own quality manager or ISO secretary. */
const arrangersAt = (at: string, kind: string): Part<Role> => ({
  words: roleWords.LEAD_AGENCY,
  any: [
    { roles: permissions['round.manageCross'], at, when: { column: kind, in: ['CROSS'] } },
    { roles: permissions['round.manageInternal'], at, when: { column: kind, in: ['INTERNAL'] } },
  ],
});

const leadAgency = { unit: 'leadAgency.id', authority: 'leadAgency.id' };

/** Who plays which part in a programme. */
export const programmeParts = defineParts<Role, LeadPart>({
  places: { here: leadAgency },
  parts: { LEAD_AGENCY_HEAD: headAt('here') },
});

/** Parts in a round. The part LEAD_AGENCY, of those who arrange it, replaces the role. */
export type RoundPart = LeadPart | 'LEAD_AGENCY';

/** Who plays which part in a round. */
export const roundParts = defineParts<Role, RoundPart>({
  places: { here: leadAgency },
  parts: { LEAD_AGENCY: arrangersAt('here', 'kind'), LEAD_AGENCY_HEAD: headAt('here') },
});

/** The lead of the team of an audit. */
export const leadOfTeam = { each: 'members', person: 'person.id', where: { column: 'part', in: ['LEAD'] } } as const;

/** Parts in an audit: those in its round, and the team. ISO_HEAD and the other roles are the auditee's. */
export type AuditPart = RoundPart | 'LEAD' | 'AUDIT_TEAM';

/** Who plays which part in an audit. */
export const auditParts = defineParts<Role, AuditPart>({
  places: {
    here: { unit: 'unit.id', authority: 'authority.id' },
    lead: { unit: 'round.leadAgency.id', authority: 'round.leadAgency.id' },
  },
  parts: {
    LEAD_AGENCY: arrangersAt('lead', 'round.kind'),
    LEAD_AGENCY_HEAD: headAt('lead'),
    LEAD: { words: { vi: 'trưởng đoàn', en: 'the lead of the team' }, any: [{ person: leadOfTeam }] },
    AUDIT_TEAM: { words: roleWords.AUDIT_TEAM, any: [{ person: { each: 'members', person: 'person.id' } }] },
  },
});
