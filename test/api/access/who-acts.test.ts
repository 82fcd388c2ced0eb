import { sql } from 'kysely';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { beforeAll, describe, expect, test } from 'vitest';
import { tasksOfViewer, type Viewer } from '#api/access/index.js';
import { roundAccess } from '#api/audits/assignment/policy.js';
import { Finding } from '#api/audits/findings/finding.js';
import { auditAccess, findingAccess } from '#api/audits/findings/policy.js';
import { tasks as auditTasks } from '#api/audits/index.js';
import { Audit } from '#api/audits/planning/audit.js';
import { programmeAccess } from '#api/audits/planning/policy.js';
import { Programme } from '#api/audits/planning/programme.js';
import { Round } from '#api/audits/planning/round.js';
import { revisionAccess } from '#api/documents/policy.js';
import { Revision } from '#api/documents/revision.js';
import { viewerOf } from '#api/identity/sessions.js';
import { tasks as documentTasks } from '#api/documents/index.js';
import { CorrectiveAction } from '#api/nonconformities/corrective-action.js';
import { Nonconformity } from '#api/nonconformities/nonconformity.js';
import { tasks as nonconformityTasks } from '#api/nonconformities/index.js';
import { actionAccess, nonconformityAccess } from '#api/nonconformities/policy.js';
import { tasks as inspectionTasks } from '#api/self-inspection/index.js';
import { Inspection } from '#api/self-inspection/inspection.js';
import { inspectionAccess } from '#api/self-inspection/policy.js';
import { fulfils } from '../../../api/rules/parts.js';
import { gatesOf, kindOf, tasksIn } from '../../../api/rules/tasks.js';
import { useServer } from '../../support/server.js';
import { randomWorld, sampleOf } from './random-world.js';

/**
 * Who must act on a record is said once, and three answers are derived from it: what a viewer may do, what
 * waits for the viewer, and for whom a record waits. Here random people hold random roles on random days, and
 * random records are in random states and name random people: the answers must agree all the same.
 */
const it = useServer();
const today = '2026-11-23';
const now = new Date('2026-11-23T03:00:00Z');

interface Cast {
  people: { id: string; viewer: Viewer }[];
  em: SqlEntityManager;
}
let cast: Cast;

beforeAll(async () => {
  const codes = (await it.sql<{ code: string }>('select code from person order by code')).map(({ code }) => code);
  const chosen = [...new Set(sampleOf(codes, 45))];
  const people = await it.sql<{ id: string; code: string }>('select id, code from person where code = any($1)', chosen);
  await randomWorld(
    it,
    people.map(({ id }) => id),
  );
  const em = it.server.orm.em.fork() as SqlEntityManager;
  const viewers: Cast['people'] = [];
  for (const { id, code } of people) {
    const { cookie } = await it.as(code);
    viewers.push({ id, viewer: (await viewerOf(em, cookie.split('=')[1]!, now, today))! });
  }
  cast = { people: viewers, em };
});

const contextOf = (viewer: Viewer) => ({ viewer, now, today });
const rowOf = (alias: string) => (column: string) => sql.ref(`${alias}.${column}`);

/** Pairs of record and person for which the record waits. */
async function waiting(access: { waitsFor: any }, table: string, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string; person: string }>`
    select r.id, w.id as person
    from ${sql.table(table)} r
      cross join lateral (${access.waitsFor(rowOf('r'), contextOf(cast.people[0]!.viewer))}) w(id)
    where r.id = any(${[...ids]}::uuid[])`.execute(cast.em.getKysely());
  return new Set(rows.map(({ id, person }) => `${id} ${person}`));
}

/** The records of these that wait for a viewer. */
async function mine(access: { waitsForViewer: any }, table: string, ids: readonly string[], viewer: Viewer) {
  const { rows } = await sql<{ id: string }>`
    select r.id from ${sql.table(table)} r
    where r.id = any(${[...ids]}::uuid[]) and ${access.waitsForViewer(rowOf('r'), contextOf(viewer))}`.execute(
    cast.em.getKysely(),
  );
  return new Set(rows.map(({ id }) => id));
}

/** What My work lists for a viewer: the kinds by record. */
async function listed(source: any, viewer: Viewer): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ kind: string; id: string }>`
    select kind, subject_id as id from ${tasksOfViewer([source], contextOf(viewer))}`.execute(cast.em.getKysely());
  const found = new Map<string, Set<string>>();
  for (const { kind, id } of rows) found.set(id, (found.get(id) ?? new Set()).add(kind));
  return found;
}

const types: {
  name: string;
  table: string;
  access: any;
  source: any;
  /** Id under which My work lists a record, and the records. */
  load: () => Promise<{ id: string; subjectId: string; record: any }[]>;
  /** Kinds of My work that are no tasks of these records. */
  besides: RegExp;
}[] = [
  {
    name: 'nonconformities',
    table: 'nonconformity',
    access: nonconformityAccess,
    source: nonconformityTasks,
    load: async () =>
      (await cast.em.fork().find(Nonconformity, {}, { populate: ['actions'], orderBy: { id: 'asc' } })).map(
        (record) => ({
          id: record.id,
          subjectId: record.id,
          record,
        }),
      ),
    besides: /^$/,
  },
  {
    name: 'corrective actions',
    table: 'corrective_action',
    access: actionAccess,
    source: nonconformityTasks,
    load: async () =>
      (
        await cast.em.fork().find(CorrectiveAction, {}, { populate: ['nonconformity.actions'], orderBy: { id: 'asc' } })
      ).map(({ id, kind, state, owner, dueOn, extensionTo, nonconformity }) => ({
        id,
        subjectId: nonconformity.id,
        record: { id, kind, state, owner, dueOn, extensionTo, nonconformity: nonconformity.unwrap() },
      })),
    besides: /^nonconformity\./,
  },
  {
    name: 'self-inspections',
    table: 'inspection',
    access: inspectionAccess,
    source: inspectionTasks,
    load: async () =>
      (await cast.em.fork().find(Inspection, {}, { orderBy: { id: 'asc' }, limit: 200 })).map((record) => ({
        id: record.id,
        subjectId: record.id,
        record,
      })),
    besides: /^$/,
  },
  {
    name: 'revisions',
    table: 'revision',
    access: revisionAccess,
    source: documentTasks,
    load: async () =>
      (await cast.em.fork().find(Revision, {}, { populate: ['document'], orderBy: { id: 'asc' }, limit: 200 })).map(
        ({ id, state, reason, drafter, reviewer, approver, document }) => ({
          id,
          subjectId: document.id,
          record: { state, reason, drafter, reviewer, approver, document: document.unwrap() },
        }),
      ),
    besides: /^document\.acknowledge$/,
  },
  {
    name: 'programmes',
    table: 'programme',
    access: programmeAccess,
    source: auditTasks,
    load: async () =>
      (await cast.em.fork().find(Programme, {}, { orderBy: { id: 'asc' } })).map((record) => ({
        id: record.id,
        subjectId: record.id,
        record,
      })),
    besides: /^$/,
  },
  {
    name: 'rounds',
    table: 'round',
    access: roundAccess,
    source: auditTasks,
    load: async () =>
      (await cast.em.fork().find(Round, {}, { orderBy: { id: 'asc' } })).map((record) => ({
        id: record.id,
        subjectId: record.id,
        record,
      })),
    besides: /^round\.resolveConflict$/,
  },
  {
    name: 'audits',
    table: 'audit',
    access: auditAccess,
    source: auditTasks,
    load: async () =>
      (await cast.em.fork().find(Audit, {}, { populate: ['round', 'members'], orderBy: { id: 'asc' } })).map(
        ({ id, state, unit, authority, round, members }) => ({
          id,
          subjectId: id,
          record: { state, unit, authority, round: round.unwrap(), members },
        }),
      ),
    besides: /^finding\./,
  },
  {
    name: 'findings',
    table: 'finding',
    access: findingAccess,
    source: auditTasks,
    load: async () =>
      (
        await cast.em.fork().find(Finding, {}, { populate: ['audit.round', 'audit.members'], orderBy: { id: 'asc' } })
      ).map(({ id, state, author, audit }) => {
        const { unit, authority, round, members } = audit.unwrap();
        return {
          id,
          subjectId: audit.id,
          record: { state, author, audit: { unit, authority, round: round.unwrap(), members } },
        };
      }),
    besides: /^(audit|checkItem)\./,
  },
];

describe.each(types)('$name: who must act is said once', ({ table, access, source, load, besides }) => {
  test('what waits for a viewer, for whom a record waits, My work and what the viewer may do agree', async () => {
    const records = await load();
    const ids = records.map(({ id }) => id);
    const pairs = await waiting(access, table, ids);
    const { lifecycle, tasks, kind } = access.rules;
    let agreed = 0;
    let agreedBefore = 0;
    for (const { id: personId, viewer } of cast.people) {
      const waits = await mine(access, table, ids, viewer);
      const work = await listed(source, viewer);
      for (const { id, subjectId, record } of records) {
        const who = `${viewer.fullName} on ${id} in ${record.state}`;
        const isTheirs = pairs.has(`${id} ${personId}`);
        const early = (tasksIn(tasks, record.state) as any[]).filter(({ event }) =>
          gatesOf(access.rules, record.state, event).some((gate) => 'reached' in gate && !fulfils(gate, record, today)),
        );
        // Who will have to act is said before the day; then it waits for nobody yet.
        const actsOnTheDay = (event: string) =>
          lifecycle.eventsFor(record.state, access.actorsOf(viewer, record, today)).includes(event);
        const isNamed = early.length === 0 ? waits.has(id) : early.some(({ event }) => actsOnTheDay(event));
        expect(isTheirs, who).toBe(isNamed);
        expect(isTheirs && early.length === 0, who).toBe(waits.has(id));
        if (isTheirs && early.length > 0) agreedBefore += 1;
        const everything = [...(work.get(subjectId) ?? [])];
        const kinds = everything.filter((each) => !besides.test(each));
        const isQuiet = (tasksIn(tasks, record.state) as any[]).some(({ unlisted }) => unlisted);
        if (waits.has(id)) agreed += 1;
        const isThere = everything.length > 0 || isQuiet;
        expect(isThere || !waits.has(id), `${who}: it waits, so it is listed`).toBe(true);
        expect(subjectId === id && !waits.has(id) ? kinds : [], `${who}: it does not wait`).toEqual([]);
        if (subjectId !== id) continue;
        const may: string[] = access.eventsOf(viewer, record, today);
        for (const task of tasksIn(tasks, record.state) as any[]) {
          const isListed = kinds.includes(kindOf(kind, task));
          const mayBeDone = may.includes(task.event) || Boolean(task.step);
          expect(mayBeDone || !isListed, `${who}: ${task.event} is listed, so it may be done`).toBe(true);
          // A task of everybody who may do it is in the work of everybody who may do it.
          const isForAll = !task.of && !task.when && may.includes(task.event);
          expect(isListed || !isForAll, `${who}: ${task.event}`).toBe(true);
        }
      }
    }
    // The records and roles really met: otherwise nothing would have been compared.
    expect(agreed).toBeGreaterThan(10);
    const hasDay = Object.values<object>(access.rules.gates ?? {}).some((gate) => 'reached' in gate);
    expect(agreedBefore > 0).toBe(hasDay);
    expect(lifecycle.open.every((state: string) => records.some(({ record }) => record.state === state))).toBe(true);
  });
});

test('bug: whoever named substitutes waited for the whole table of inspections to be read', async () => {
  const { viewer } = cast.people[0]!;
  const withoutRoles = { ...viewer, grants: [] };
  const isMine = inspectionAccess.viewerPlays('FILLER', rowOf('i'), contextOf(withoutRoles));
  await cast.em.transactional(async (em) => {
    const kysely = (em as SqlEntityManager).getKysely();
    await sql`set local enable_seqscan = off`.execute(kysely);
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain select i.id from inspection i where ${isMine}`.execute(kysely);
    expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toMatch(/Index Cond: \(substitute_id = /);
  });
});

test('whoever holds no role is not asked about the tasks of roles', () => {
  const { viewer } = cast.people[0]!;
  const selects = (grants: Viewer['grants']) => nonconformityTasks(contextOf({ ...viewer, grants })).length;
  const ofOfficer = selects([]);
  expect(ofOfficer).toBeGreaterThan(1);
  expect(cast.people.some((person) => selects(person.viewer.grants) > ofOfficer)).toBe(true);
});
