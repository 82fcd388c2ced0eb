import { placeOf } from '../access/index.js';
import { workingCalendar } from '../organization/index.js';
import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { eachApart, inBatches, togetherOrApart } from '../platform/jobs/each-apart.js';
import type { Sql } from '../platform/reads/index.js';
import type { Services } from '../platform/module.js';
import { localDate } from '../rules/calendar.js';
import { systemCommand, type Tx } from '../commands/index.js';
import { fireInspection } from './lock.js';
import { Inspection } from './inspection.js';
import { inspectionLifecycle, openPeriods, type Frequency, type Period } from './rules/index.js';

interface RunningSchedule {
  id: string;
  frequency: Frequency;
  templateId: string;
  templateVersionId: string;
  startsOn: string;
  /** First day of the newest period for which it opened a form. */
  lastStart: string | null;
  /** The periods in which the template had a published version. */
  inUse: { from: string; to: string | null }[];
  opensAfterDays: number;
  dueAfterWorkingDays: number;
  lateAfterWorkingDays: number;
}

/**
 * Opens the forms of every schedule that runs, for the units that have none in the period yet; also for periods
 * that passed while no server ran, which {@link missInspections} then counts as missed. Nothing is opened for a
 * time in which the template had no published version. It can run again: the database allows one form for each
 * unit, template and period.
 */
export async function openInspections(services: Services): Promise<void> {
  const em = services.orm.em.fork();
  const today = localDate(services.clock.now());
  await eachApart(services, 'selfInspection.open', await runningSchedules(em, today), async (schedule) => {
    const { frequency, startsOn: from, lastStart, inUse } = schedule;
    const periods = openPeriods(frequency, today, { from, lastStart }, workingCalendar, schedule).filter(
      (period) => period.lateUntil >= today || wasInUse(inUse, period),
    );
    const missing = await unitsWithout(em, schedule, periods, today);
    for (const period of periods) {
      for (const unitIds of inBatches(missing.get(period.key) ?? []))
        await openBatch(services, { schedule, period, unitIds });
    }
  });
}

const wasInUse = (spans: RunningSchedule['inUse'], { opensOn, dueOn }: Period) =>
  spans.some(({ from, to }) => from <= dueOn && (to === null || to >= opensOn));

/** Marks the forms that nobody submitted by their last day. */
export async function missInspections(services: Services): Promise<void> {
  const em = services.orm.em.fork();
  const today = localDate(services.clock.now());
  const { rows } = await sql<{
    id: string;
  }>`select id from inspection where state in ('DUE', 'IN_PROGRESS') and late_until < ${today} order by id`.execute(
    em.getKysely(),
  );
  await togetherOrApart(
    services,
    'selfInspection.miss',
    rows.map(({ id }) => id),
    (ids) => miss(services, ids),
  );
}

const openBatch = systemCommand(
  'selfInspection.open',
  async (tx, { schedule, period, unitIds }: { schedule: RunningSchedule; period: Period; unitIds: string[] }) => {
    const opened = await insertDue(tx, schedule, period, unitIds);
    for (const { id, unitId, authorityId } of opened)
      tx.record(tx.em.getReference(Inspection, id), { unitId, authorityId });
    return { id: schedule.id };
  },
);

const miss = systemCommand('selfInspection.miss', async (tx, ids: string[]) => {
  for (const inspection of await tx.lockAll(Inspection, ids)) {
    fireInspection(tx, inspection, 'miss');
    tx.record(inspection, placeOf(inspection));
  }
  return { id: ids[0]! };
});

const dayOf = (instant: Sql): Sql => sql`(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`;

async function runningSchedules(em: SqlEntityManager, today: string): Promise<RunningSchedule[]> {
  const { rows } = await sql<RunningSchedule>`
    select s.id, s.frequency, s.template_id as "templateId", v.id as "templateVersionId",
      s.starts_on::text as "startsOn",
      (select max(i.period_start)::text from inspection i where i.schedule_id = s.id) as "lastStart",
      (
        select json_agg(json_build_object('from', ${dayOf(sql`u.published_at`)}, 'to', ${dayOf(sql`u.retired_at`)}))
        from inspection_template_version u
        where u.template_id = s.template_id and u.published_at is not null) as "inUse",
      s.opens_after_days as "opensAfterDays", s.due_after_working_days as "dueAfterWorkingDays",
      s.late_after_working_days as "lateAfterWorkingDays"
    from inspection_schedule s
    join inspection_template_version v on v.template_id = s.template_id and v.state = 'PUBLISHED'
    where s.starts_on <= ${today} and (s.ends_on is null or s.ends_on > ${today})
    order by s.id`.execute(em.getKysely());
  return rows;
}

/** The units of a schedule that have no form yet, by the key of each period. */
async function unitsWithout(
  em: SqlEntityManager,
  { id, templateId }: RunningSchedule,
  periods: readonly Period[],
  today: string,
): Promise<Map<string, string[]>> {
  const wanted = JSON.stringify(periods.map(({ key, end }) => ({ key, last_day: end })));
  const { rows } = await sql<{ key: string; unitIds: string[] }>`
    select p.key, array_agg(u.id order by u.path) as "unitIds"
    from json_to_recordset(${wanted}::json) as p(key text, last_day date)
    cross join inspection_schedule s
    join place u on u.id = any(s.unit_ids)
    where s.id = ${id}
      and u.authority_id is not null
      and (u.active_to is null or u.active_to >= ${today})
      and (u.active_from is null or u.active_from <= p.last_day)
      and not exists (
        select 1
        from inspection i
        where i.unit_id = u.id and i.template_id = ${templateId} and i.period_key = p.key)
    group by p.key`.execute(em.getKysely());
  return new Map(rows.map(({ key, unitIds }) => [key, unitIds]));
}

async function insertDue(tx: Tx, schedule: RunningSchedule, period: Period, unitIds: string[]) {
  const forms = unitIds.map((unitId) => ({ id: newId(tx.now), unit_id: unitId }));
  const { rows } = await sql<{ id: string; unitId: string; authorityId: string }>`
    insert into inspection (
      id, kind, unit_id, authority_id, schedule_id, template_id, template_version_id,
      period_key, period_start, period_end, due_on, late_until, state, state_since,
      group_scores, failed, failed_critical)
    select f.id, 'SCHEDULED', u.id, u.authority_id,
      ${schedule.id}, ${schedule.templateId}, ${schedule.templateVersionId},
      ${period.key}, ${period.start}, ${period.end}, ${period.dueOn}, ${period.lateUntil},
      ${inspectionLifecycle.initial}, ${tx.now}, '[]', '{}', '{}'
    from json_to_recordset(${JSON.stringify(forms)}::json) as f(id uuid, unit_id uuid)
    join place u on u.id = f.unit_id
    on conflict (unit_id, template_id, period_key) do nothing
    returning id, unit_id as "unitId", authority_id as "authorityId"`.execute(tx.kysely);
  return rows;
}
