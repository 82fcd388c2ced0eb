import { auditLifecycle, type AuditState } from '../../../api/audits/rules/planning/audit-lifecycle';
import { programmeLifecycle, type ProgrammeState } from '../../../api/audits/rules/planning/programme-lifecycle';
import { roundLifecycle, type RoundState } from '../../../api/audits/rules/planning/round-lifecycle';
import type { ProgrammePageQuery, ProgrammesQuery } from '../../graphql/generated/audits/planning/programmes';
import type { AuditListQuery, RoundPageQuery, RoundsQuery } from '../../graphql/generated/audits/planning/rounds';
import { formatDate, formatPeriod, said } from '../../i18n';
import type { Column } from '../../ui/columns';
import type { Words } from './words.vi';

type AuditRow = AuditListQuery['audits']['nodes'][number];
type RoundRow = RoundsQuery['rounds']['nodes'][number];
type RoundOfProgramme = ProgrammePageQuery['programme']['rounds'][number];
type AuditOfRound = RoundPageQuery['round']['audits'][number];

/** A state of an audit in words. */
export const auditStateWord = (state: AuditState): string => said(auditLifecycle.words[state].label);

/** The days of an audit, in words; empty while none is set. */
export const daysOf = ({ dates }: { dates: readonly string[] }): string =>
  dates.map((date) => formatDate(date)).join(', ');

/** The members of a team by name; empty while there is none. */
export const teamOf = ({ members }: { members: readonly { person: { fullName: string } }[] }): string =>
  members.map(({ person }) => person.fullName).join(', ');

/** An audit by its number and unit. */
export const auditName = ({ number, unit }: { number: string; unit: { name: string } }) => `${number} · ${unit.name}`;

/** Every audit. */
export const auditColumns = (t: Words) =>
  [
    { key: 'unit', header: t.auditee, value: auditName, primary: true, sort: 'AUDITEE' },
    { key: 'state', header: t.state, value: (audit) => auditStateWord(audit.state) },
    { key: 'days', header: t.days, value: daysOf, none: t.noDays, sort: 'DAY', nowrap: true },
    { key: 'team', header: t.team, value: teamOf, none: t.noTeam },
  ] as const satisfies readonly Column<AuditRow>[];

/** A state of a round in words. */
export const roundStateWord = (state: RoundState): string => said(roundLifecycle.words[state].label);

/** A state of a programme in words. */
export const programmeStateWord = (state: ProgrammeState): string => said(programmeLifecycle.words[state].label);

const roundBasics = (t: Words) =>
  [
    { key: 'name', header: t.name, value: (round) => `${round.number} · ${round.title}`, primary: true },
    { key: 'state', header: t.state, value: (round) => roundStateWord(round.state) },
    { key: 'period', header: t.period, value: (round) => formatPeriod(round.from, round.to), nowrap: true },
    { key: 'progress', header: t.progress, value: (round) => t.closedOf(round.closedCount, round.auditCount) },
  ] as const satisfies readonly Column<Pick<RoundRow, keyof RoundRow & keyof RoundOfProgramme>>[];

/** Every round. */
export const roundColumns = (t: Words) =>
  [
    ...roundBasics(t),
    { key: 'kind', header: t.kindOf, value: (round) => t.kind[round.kind], deskOnly: true },
  ] as const satisfies readonly Column<RoundRow>[];

/** The rounds of a programme. */
export const programmeRoundColumns = (t: Words) => roundBasics(t) satisfies readonly Column<RoundOfProgramme>[];

/** The programmes of the years. */
export const programmeColumns = (t: Words) =>
  [
    { key: 'title', header: t.name, value: (programme) => programme.title, primary: true },
    { key: 'year', header: t.programmePage.year, value: (programme) => programme.year },
    { key: 'state', header: t.state, value: (programme) => programmeStateWord(programme.state) },
    {
      key: 'rounds',
      header: t.rounds,
      value: (programme) => programme.rounds.map(({ number }) => number).join(', '),
      none: '—',
    },
    { key: 'leadAgency', header: t.leadAgency, value: (programme) => programme.leadAgency.name, deskOnly: true },
  ] as const satisfies readonly Column<ProgrammesQuery['programmes'][number]>[];

/**
 * The audits of a round.
 * @param isPreparing before the assignment is settled the missing team and day say where an audit stands
 * @param canTeam the reader may change teams
 */
export const auditOfRoundColumns = (t: Words, isPreparing: boolean, canTeam: boolean) =>
  [
    {
      key: 'unit',
      header: t.auditee,
      value: (audit) => `${String(audit.position).padStart(2, '0')} · ${audit.unit.name}`,
      primary: true,
    },
    { key: 'team', header: t.team, value: teamOf, none: t.noTeam },
    { key: 'days', header: t.days, value: daysOf, none: t.noDays, nowrap: true },
    ...(isPreparing
      ? []
      : ([{ key: 'state', header: t.state, value: (audit: AuditOfRound) => auditStateWord(audit.state) }] as const)),
    ...(canTeam && !isPreparing
      ? ([{ key: 'changeTeam', header: t.changeTeam, value: () => null, controls: true }] as const)
      : []),
  ] as const satisfies readonly Column<AuditOfRound>[];
