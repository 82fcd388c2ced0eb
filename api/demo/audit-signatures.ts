import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import {
  Audit,
  countFindings,
  Finding,
  Round,
  signedAuditPlan,
  signedPlan,
  signedReport,
  signedRound,
} from '../audits/index.js';
import type { PlanEntry } from '../audits/index.js';
import { contentHash } from '../trail/index.js';

interface Signed {
  id: string;
  part: string;
  /** The record. */
  of: string;
  /** Version of the plan, where it is the signature under one. */
  planVersion: number | null;
}

interface Plan {
  roundId: string;
  planVersion: number;
  reason: string | null;
  entries: PlanEntry[];
}

/**
 * Puts under what the sample says was signed the hash of the content that the command would have signed; the last step,
 * when all of it is written.
 */
export async function signSampleAudits(em: SqlEntityManager): Promise<void> {
  const db = em.getKysely();
  const { rows: signed } = await sql<Signed>`
    select s.id, s.part, s.subject_id as "of", p.plan_version as "planVersion"
    from signature s
    left join round_plan p on p.round_id = s.subject_id and p.at = s.at
    where s.subject_type in ('Round', 'Audit')`.execute(db);
  const { rows: plans } = await sql<Plan>`
    select round_id as "roundId", plan_version as "planVersion", reason, entries
    from round_plan`.execute(db);
  const audits = await em.find(Audit, { round: { approvedAt: { $ne: null } } }, { populate: ['members'] });
  const findings = Map.groupBy(
    await em.find(Finding, { audit: { $in: audits.map(({ id }) => id) } }, { orderBy: { position: 'asc' } }),
    ({ audit }) => audit.id,
  );
  const unitOf = new Map(audits.map(({ id, unit }) => [id, unit.id]));

  function ofPlan({ entries, planVersion, reason }: Plan): object {
    const planned = entries.map(({ auditId, auditNumber, dates, length, startTime, members }) => ({
      number: auditNumber,
      dates,
      length,
      startTime,
      auditee: { unitId: unitOf.get(auditId)! },
      assignments: members.map(({ personId, part }) => ({ personId, part })),
    }));
    return signedPlan(planned, planVersion, reason ?? undefined);
  }
  async function contentOf({ part, of, planVersion }: Signed): Promise<object> {
    const audit = audits.find(({ id }) => id === of);
    if (audit) {
      const members = audit.members
        .getItems()
        .map(({ person, part: assignment }) => ({ personId: person.id, part: assignment }));
      return part === 'planConfirmed' ? signedAuditPlan(audit, members) : signedReport(audit, findings.get(of) ?? []);
    }
    if (planVersion !== null)
      return ofPlan(plans.find((plan) => plan.roundId === of && plan.planVersion === planVersion)!);
    return signedRound(await em.findOneOrFail(Round, of), await countFindings(db, { roundId: of }));
  }

  const hashes: Record<string, string> = {};
  for (const signature of signed) hashes[signature.id] = contentHash(await contentOf(signature));
  await sql`
    update signature set content_hash = made.hash
    from jsonb_each_text(${JSON.stringify(hashes)}::jsonb) made(id, hash)
    where signature.id = made.id::uuid`.execute(db);
}
