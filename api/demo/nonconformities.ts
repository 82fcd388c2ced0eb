import { workingCalendar } from '../organization/index.js';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { parseList, readTable } from '../platform/tsv.js';
import { addDays, diffDays, localDate, showDate, startOfDay, yearOf, type LocalDate } from '../rules/calendar.js';
import type { ActionKind, CauseCategory, NonconformitySource, Severity } from '../nonconformities/rules/index.js';
import type { IssuedFinding } from './audit-book.js';
import { periodOf, periodWords } from '../self-inspection/rules/index.js';
import type { SampleFiles } from './files.js';
import { insertNonconformities } from './insert-nonconformities.js';
import { SampleNonconformity, type SampleAction } from './nonconformity-book.js';
import { scenarios, type Scenario, type SampleCast, type ScenarioContext } from './nonconformity-scenarios.js';
import type { SampleOrganization, SampleUnit } from './sample-types.js';

/**
 * Finds the document of a procedure of an authority: by its `no` of commune-procedures.tsv or its code, such as
 * QT.ISO.13.
 */
export type ProcedureLookup = (
  authorityCode: string,
  procedureNo: string,
) => { documentId: string; revisionId: string } | undefined;

interface Finding {
  clause: string;
  severity: Severity;
  /** Office kind that answers; empty: the authority itself. */
  office: string;
  procedure: string;
  sources: NonconformitySource[];
  gap: string;
  evidence: string;
  requirement: string;
  correction: string;
  cause: CauseCategory;
  whys: string[];
  /** `file`: the evidence in `api/demo/files`, where there is one. */
  actions: { kind: ActionKind; title: string; result: string; proof: string; file: string | undefined }[];
}

type Column =
  | 'code'
  | 'clause'
  | 'severity'
  | 'office'
  | 'procedure'
  | 'sources'
  | 'gap'
  | 'evidence'
  | 'requirement'
  | 'correction'
  | 'cause'
  | 'whys'
  | 'actions';

const findings = (): Finding[] =>
  readTable<Column>('api/demo/data/sample-findings.tsv').map((row) => ({
    ...row,
    severity: row.severity as Severity,
    cause: row.cause as CauseCategory,
    sources: parseList(row.sources) as NonconformitySource[],
    whys: row.whys.split(' | '),
    actions: row.actions.split(' | ').map((cell) => {
      const [kind, title, result, proof, file] = cell.split(' ~ ') as [ActionKind, string, string, string, string?];
      return { kind, title, result, proof, file };
    }),
  }));

const references: Record<
  Exclude<NonconformitySource, 'AUDIT'>,
  (n: number, year: number, issuedOn: LocalDate) => string | null
> = {
  SELF_INSPECTION: (_, __, issuedOn) =>
    `Phiếu tự kiểm tra tuần (10 phút), ${periodWords(periodOf('WEEKLY', issuedOn, workingCalendar).key).vi}`,
  FEEDBACK: (n, year) => `Phản ánh 1022 số ${year}${String(1000 + n * 37)}`,
  DOSSIER: (n, year) => `Hồ sơ 000.16.${n + 10}.H40-${year}-${String(400 + n * 13)}`,
  EXTERNAL_AUDIT: (n, year) => `Biên bản kiểm tra số ${n + 3}/BB-SKHCN năm ${year}`,
  REVIEW: (_, year) => `Biên bản xem xét của lãnh đạo năm ${year}`,
  OTHER: () => null,
};

/** How many the sample has. */
const size = 124;

/**
 * Nonconformities of the sample province: every state, source and scenario, last year and this year,
 * dated back from `now`, so that it looks alive whenever it is loaded.
 * @param issued findings of closed audits; each becomes a nonconformity
 * @param means finds documents, where the sample has them, and gives files
 */
export async function sampleNonconformities(
  em: SqlEntityManager,
  organization: SampleOrganization,
  now: Date,
  issued: IssuedFinding[],
  { procedures, files }: { procedures: ProcedureLookup; files: SampleFiles },
): Promise<void> {
  const { rows } = await sql<{
    id: string;
    number: string;
  }>`select c.id, c.number from clause c join clause_set s on s.id = c.set_id where s.is_current`.execute(
    em.getKysely(),
  );
  const clauses = new Map(rows.map(({ id, number }) => [number, id]));
  const all = findings();
  const authorities = [...organization.units.values()].filter((unit) => ['WARD', 'COMMUNE'].includes(unit.kind));
  const records = issued.flatMap((audited, index) =>
    ofAudit(organization, { audited, findings: all, index, now, procedures }),
  );
  for (let index = 0; index < size; index++) {
    // Bạch Trúc, where most sample accounts are, has every second one of the first half.
    const authority =
      index % 2 === 0 && index < size / 2
        ? authorities[0]!
        : authorities[(index * 5 + Math.floor(index / 12)) % authorities.length]!;
    const finding = all[(index * 7 + Math.floor(index / all.length)) % all.length]!;
    // Shifted in every round of the scenarios, so that Bạch Trúc has all of them.
    const scenario = scenarios[(index + Math.floor(index / scenarios.length)) % scenarios.length]!;
    records.push(...ofAuthority(organization, { authority, finding, scenario, index, now, clauses, procedures }));
  }
  await insertNonconformities(em, records, files);
}

interface Case {
  authority: SampleUnit;
  finding: Finding;
  scenario: Scenario;
  index: number;
  now: Date;
  clauses: Map<string, string>;
  procedures: ProcedureLookup;
}

/** One that the authority's own people found. */
function ofAuthority(
  organization: SampleOrganization,
  { authority, finding, scenario, index, now, clauses, procedures }: Case,
): SampleNonconformity[] {
  const unit =
    [...organization.units.values()].find(
      (each) => each.parentCode === authority.code && each.officeKind === finding.office,
    ) ?? authority;
  const issuedOn = workingCalendar.onOrBefore(addDays(localDate(now), -scenario.daysAgo - (index % 5)));
  const own = finding.sources.filter((source) => source !== 'AUDIT');
  const source = own[index % own.length] ?? 'REVIEW';
  const cast = castOf(organization, authority, unit, index);
  const fill = (text: string) => fillIn(text, issuedOn, index);
  const record = new SampleNonconformity({
    authority,
    unit,
    source,
    issuer: authority,
    severity: finding.severity,
    requirement: fill(finding.requirement),
    evidence: fill(finding.evidence),
    gap: fill(finding.gap),
    sourceReference: references[source](index % 29, yearOf(issuedOn), issuedOn),
    clauseId: clauses.get(finding.clause) ?? null,
    procedure: procedures(authority.code, finding.procedure) ?? null,
    detectedBy: cast.reporter,
    issuedAt: moment(issuedOn, index),
  });
  return carryOn(record, {
    scenario,
    finding,
    index,
    now,
    issuedOn,
    cast: { ...cast, verifier: cast.manager, decider: cast.manager },
  });
}

interface AuditedCase {
  audited: IssuedFinding;
  findings: Finding[];
  index: number;
  now: Date;
  procedures: ProcedureLookup;
}

/** One that came with the closing of an audit: what is long past is closed, the rest is on its way. */
function ofAudit(
  organization: SampleOrganization,
  { audited, findings: all, index, now, procedures }: AuditedCase,
): SampleNonconformity[] {
  const { authority, unit, issuedAt, detectedBy } = audited;
  const issuedOn = localDate(issuedAt);
  const daysAgo = diffDays(issuedOn, localDate(now));
  const possible = scenarios.filter(
    (scenario) => scenario.daysAgo <= daysAgo && (daysAgo < longPast || scenario.daysAgo >= endsAfter),
  );
  const finding = closest(all, audited.gap);
  const cast = castOf(organization, authority, unit, index);
  const record = new SampleNonconformity({
    authority,
    unit,
    source: 'AUDIT',
    issuer: organization.units.get('LH-KHCN')!,
    sourceId: audited.findingId,
    sourceRecordId: audited.auditId,
    sourceReference: audited.auditNumber,
    severity: audited.severity,
    requirement: audited.requirement,
    evidence: audited.evidence,
    gap: audited.gap,
    clauseId: audited.clauseId,
    procedure: procedures(authority.code, finding.procedure) ?? null,
    detectedBy,
    issuedAt,
  });
  return carryOn(record, {
    scenario: possible[index % possible.length]!,
    finding,
    index,
    now,
    issuedOn,
    cast: { ...cast, verifier: cast.leadAgency, decider: cast.leadAgencyManager },
  });
}

/** What was issued more days ago than this has come to an end, by a scenario that takes at least so long. */
const longPast = 200;
const endsAfter = 150;

/** The finding of the table that shares most words with a text. */
function closest(all: Finding[], gap: string): Finding {
  const words = new Set(gap.toLowerCase().split(/[^\p{L}\d]+/u));
  const shared = (finding: Finding) =>
    finding.gap
      .toLowerCase()
      .split(/[^\p{L}\d]+/u)
      .filter((word) => words.has(word)).length;
  return all.reduce((best, finding) => (shared(finding) > shared(best) ? finding : best));
}

interface Course {
  scenario: Scenario;
  finding: Finding;
  index: number;
  now: Date;
  issuedOn: LocalDate;
  cast: SampleCast;
}

/** Makes what happens in the scenario. @returns the nonconformity, and those that came of it */
function carryOn(
  record: SampleNonconformity,
  { scenario, finding, index, now, issuedOn, cast }: Course,
): SampleNonconformity[] {
  const day = (days: number) => workingCalendar.onOrAfter(addDays(issuedOn, days));
  const planned = (from: LocalDate, inDays: number): SampleAction[] =>
    finding.actions.map(({ kind, title, file }, at) => ({
      kind,
      title,
      file,
      owner: cast.owners[at % cast.owners.length]!,
      dueOn: workingCalendar.onOrAfter(addDays(from, inDays + at * 4)),
    }));
  const context: ScenarioContext = {
    record,
    cast,
    at: (days) => earlier(moment(day(days), index + days), now),
    ago: (days) => moment(workingCalendar.onOrBefore(addDays(localDate(now), -days)), index + days),
    variant: index,
    past: (days) => addDays(issuedOn, days) <= localDate(now),
    day,
    answer: (days, inDays = 21) => ({
      correction: finding.correction,
      cause: finding.cause,
      whys: finding.whys,
      actions: planned(addDays(issuedOn, days), inDays),
    }),
    actions: finding.actions,
    follow: (at, evidence) =>
      new SampleNonconformity({
        ...record.issue,
        sourceId: null,
        evidence,
        issuedAt: at,
        detectedBy: cast.verifier,
        followUpOf: record,
      }),
  };
  return [record, ...(scenario.run(context) ?? [])];
}

function castOf(
  { people }: SampleOrganization,
  authority: SampleUnit,
  unit: SampleUnit,
  index: number,
): Omit<SampleCast, 'verifier' | 'decider'> {
  const all = [...people.values()];
  const inAuthority = all.filter(
    (person) => person.unitCode === authority.code || person.unitCode.startsWith(`${authority.code}-`),
  );
  const withRole = (role: string) => inAuthority.find((person) => person.roles.includes(role))!;
  const inUnit = inAuthority.filter(
    (person) => person.unitCode === unit.code && !person.roles.includes('QUALITY_MANAGER'),
  );
  const officers = inAuthority.filter((person) => person.roles.includes('OFFICER'));
  const owners = [
    ...inUnit.filter((person) => person.roles.includes('OFFICER')),
    ...inUnit,
    officers[index % officers.length]!,
  ];
  const secretary = withRole('ISO_SECRETARY');
  const unitHead = inUnit.find((person) => person.roles.includes('UNIT_HEAD') && !person.roles.includes('ISO_HEAD'));
  return {
    isoHead: withRole('ISO_HEAD'),
    manager: withRole('QUALITY_MANAGER'),
    secretary,
    responder: index % 3 === 0 || !unitHead ? secretary : unitHead,
    reporter: officers[index % officers.length]!,
    owners: [...new Set(owners)],
    leadAgency: people.get('P005')!,
    leadAgencyManager: people.get('P003')!,
  };
}

/** Working hours of a day, spread over them. */
function moment(day: LocalDate, spread: number): Date {
  return new Date(startOfDay(day).getTime() + (8 * 60 + ((spread * 67) % 500)) * 60_000);
}

const earlier = (at: Date, now: Date) => (at < now ? at : new Date(now.getTime() - 3_600_000));

function fillIn(text: string, issuedOn: LocalDate, index: number): string {
  const year = yearOf(issuedOn);
  return text
    .replaceAll('{n}', String(3 + (index % 6)))
    .replaceAll('{d}', showDate(issuedOn))
    .replaceAll('{y-1}', String(year - 1))
    .replaceAll('{y}', String(year));
}
