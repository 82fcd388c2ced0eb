import { programmeLifecycle, type ProgrammeState } from '../../api/audits/rules/programme-lifecycle';
import { roundLifecycle, type RoundState } from '../../api/audits/rules/round-lifecycle';
import type {
  ProgrammePageQuery,
  ProgrammesQuery,
  RoundPageQuery,
  RoundsQuery,
} from '../graphql/generated/audits/rounds';
import { formatPeriod, said } from '../i18n';
import type { Column } from '../ui/columns';
import { auditStateWord, daysOf, teamOf } from './audit-columns';
import type { Words } from './words.vi';

type RoundRow = RoundsQuery['rounds']['nodes'][number];
type RoundOfProgramme = ProgrammePageQuery['programme']['rounds'][number];
type AuditOfRound = RoundPageQuery['round']['audits'][number];

/** A state of a round in words. */
export const roundStateWord = (state: string): string => said(roundLifecycle.words[state as RoundState].label);

/** A state of a programme in words. */
export const programmeStateWord = (state: string): string =>
  said(programmeLifecycle.words[state as ProgrammeState].label);

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
