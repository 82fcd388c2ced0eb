import type { AuditOfPage } from '../people';

type Line = AuditOfPage['agenda'][number];

/** Whether the agenda splits the team. */
export const splits = ({ agenda }: Pick<AuditOfPage, 'agenda'>) => agenda.some(({ track }) => track !== 'ALL');

/** Names of the members in a group. */
export const groupNames = ({ members }: Pick<AuditOfPage, 'members'>, track: string) =>
  members
    .filter((member) => member.track === track)
    .map(({ person }) => person.fullName)
    .join(', ');

/** Who audits on a line of the agenda: everybody, or the members of its group by name. */
export const auditorsOf = (audit: Pick<AuditOfPage, 'members'>, line: Line, everyone: string) =>
  line.track === 'ALL' ? everyone : [line.track, groupNames(audit, line.track)].filter(Boolean).join(': ');

/** Who speaks for the auditee on a line of the agenda; nobody in particular where any office is meant. */
export const representativesOf = ({ representatives }: Pick<AuditOfPage, 'representatives'>, { unitKind }: Line) =>
  representatives
    .filter((each) => each.unitKind === unitKind)
    .map(({ name }) => name)
    .join(', ');
