import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Signature } from '../trail/index.js';
import { TeamReplacement, ConflictDeclaration } from '../audits/index.js';
import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { insertRows, insertTrail } from './insert.js';
import type { SampleOrganization } from './sample-types.js';

const day = 86_400_000;

/** An audit of the round under way, as it is looked up for its auditee. */
interface Found {
  id: string;
  round_id: string;
  plan_version: number;
}

/**
 * Conflicts of interest that auditees of the round under way have declared: one that waits for a
 * replacement, and one that an amendment has resolved.
 */
export async function sampleConflicts(
  em: SqlEntityManager,
  organization: SampleOrganization,
  now: Date,
): Promise<void> {
  const auditOf = async (code: string) => {
    const { rows } = await sql<Found>`
      select a.id, a.round_id, r.plan_version
      from audit a
      join unit u on u.id = a.unit_id
      join round r on r.id = a.round_id
      where u.code = ${code} and r.state = 'RUNNING'`.execute(em.getKysely());
    return rows[0]!;
  };
  const person = (code: string) => organization.people.get(code)!;
  const declare = async (auditId: string, code: string, who: string, kind: string, reason: string, at: Date) => {
    const unit = organization.units.get(code)!;
    const secretary = [...organization.people.values()].find(
      ({ unitCode, roles }) => unitCode === `${code}-VP` && roles.includes('ISO_SECRETARY'),
    )!;
    const id = newId(at);
    await insertRows(em, ConflictDeclaration, [
      {
        id,
        audit_id: auditId,
        unit_id: unit.id,
        authority_id: unit.id,
        person_id: person(who).id,
        kind,
        reason,
        declared_by_id: secretary.id,
        declared_at: at,
        withdrawn_at: null,
        withdrawn_reason: null,
        version: 1,
      },
    ]);
    await insertTrail(em, [
      {
        at,
        actor: secretary,
        verb: 'conflict.declare',
        subjectType: 'ConflictDeclaration',
        subjectId: id,
        unitId: unit.id,
        authorityId: unit.id,
        reason,
      },
    ]);
  };

  const waiting = await auditOf('LH-CN');
  await declare(
    waiting.id,
    'LH-CN',
    'P134',
    'INTEREST',
    'Gia đình thư ký đoàn đang thuê đất công ích của xã, hợp đồng còn hiệu lực đến năm 2028.',
    new Date(now.getTime() - 2 * day),
  );

  const resolved = await auditOf('LH-GM');
  const [declaredAt, repairedAt] = [new Date(now.getTime() - 9 * day), new Date(now.getTime() - 7 * day)];
  await declare(
    resolved.id,
    'LH-GM',
    'P066',
    'FAMILY',
    'Là em rể của công chức tư pháp – hộ tịch, người giữ việc chính ở bộ phận một cửa.',
    declaredAt,
  );
  const reason = 'Thay thư ký đoàn theo bản khai xung đột lợi ích của đơn vị';
  const [head, lead, unit] = [person('P001'), organization.units.get('LH-KHCN')!, organization.units.get('LH-GM')!];
  const planVersion = resolved.plan_version + 1;
  await sql`update round set plan_version = ${planVersion} where id = ${resolved.round_id}`.execute(em.getKysely());
  await insertRows(em, TeamReplacement, [
    {
      id: newId(repairedAt),
      audit_id: resolved.id,
      left_id: person('P066').id,
      joined_id: person('P063').id,
      part: 'SECRETARY',
      reason,
      plan_version: planVersion,
      at: repairedAt,
    },
  ]);
  await insertTrail(em, [
    {
      at: repairedAt,
      actor: head,
      verb: 'round.amendPlan',
      subjectType: 'Round',
      subjectId: resolved.round_id,
      unitId: lead.id,
      authorityId: lead.id,
      reason,
    },
    {
      at: repairedAt,
      actor: head,
      verb: 'round.amendPlan',
      subjectType: 'Audit',
      subjectId: resolved.id,
      unitId: unit.id,
      authorityId: unit.id,
      reason,
    },
  ]);
  await insertRows(em, Signature, [
    {
      id: newId(repairedAt),
      person_id: head.id,
      person_name: head.fullName,
      person_title: `${head.title}, ${lead.name}`,
      part: 'approved',
      subject_type: 'Round',
      subject_id: resolved.round_id,
      content_hash: '',
      at: repairedAt,
    },
  ]);
}
