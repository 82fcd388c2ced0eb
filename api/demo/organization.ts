import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Unit, RoleGrant, Post, Person, AuditorConflict, AuditorCertificate, Auditor } from '../organization/index.js';
import type { Role } from '../access/index.js';
import { newId } from '../platform/ids.js';
import { parseList, readTable } from '../platform/tsv.js';
import { insertRows } from './insert.js';
import { insertFormerUnits } from './former-units.js';
import { certificatesOf, contactOf } from './people-facts.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';

type UnitColumn =
  | 'code'
  | 'name_vi'
  | 'name_en'
  | 'kind'
  | 'office_kind'
  | 'parent_code'
  | 'cluster'
  | 'latitude'
  | 'longitude'
  | 'reception_weekday';
type PersonColumn =
  | 'code'
  | 'full_name'
  | 'position_title_vi'
  | 'unit_code'
  | 'system_roles'
  | 'certificate_number'
  | 'certificate_date'
  | 'certificate_valid_until'
  | 'lead_qualified'
  | 'fields'
  | 'earlier_audits'
  | 'former_unit_code'
  | 'former_unit_left_on'
  | 'conflict_unit_code'
  | 'conflict_reason_vi';

/** All posts and roles of the sample start here; the two-level reform took effect on this day. */
const since = '2025-07-01';
const provinceWide: readonly string[] = ['ADMINISTRATOR', 'LEAD_AGENCY', 'OBSERVER'];
const authorityWide: readonly string[] = ['ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY'];
const authorityKinds = ['DEPARTMENT', 'WARD', 'COMMUNE', 'SPECIAL_ZONE'];

/** Inserts the province of data/sample-units.tsv and data/sample-people.tsv. */
export async function sampleOrganization(em: SqlEntityManager): Promise<SampleOrganization> {
  const units = await insertUnits(em);
  await insertFormerUnits(em, units, since);
  const people = await insertPeople(em, units);
  return { units, people };
}

async function insertUnits(em: SqlEntityManager): Promise<Map<string, SampleUnit>> {
  const rows = readTable<UnitColumn>('api/demo/data/sample-units.tsv');
  const units = new Map<string, SampleUnit>();
  for (const row of rows) {
    const isAuthority = authorityKinds.includes(row.kind);
    units.set(row.code, {
      id: newId(),
      code: row.code,
      name: row.name_vi,
      kind: row.kind,
      officeKind: row.office_kind || null,
      parentCode: row.parent_code || null,
      authorityCode: isAuthority ? row.code : (units.get(row.parent_code)?.authorityCode ?? null),
      receptionWeekday: row.reception_weekday || null,
      cluster: row.cluster || null,
    });
  }
  const idOf = (code: string | null) => (code ? units.get(code)!.id : null);
  const pathOf = (code: string): string => {
    const parent = units.get(code)!.parentCode;
    const label = code.replaceAll('-', '_');
    return parent ? `${pathOf(parent)}.${label}` : label;
  };
  await insertRows(
    em,
    Unit,
    rows.map((row, position) => {
      const unit = units.get(row.code)!;
      return {
        id: unit.id,
        code: row.code,
        name: row.name_vi,
        name_en: row.name_en,
        kind: row.kind,
        office_kind: unit.officeKind,
        parent_id: idOf(unit.parentCode),
        authority_id: idOf(unit.authorityCode),
        path: pathOf(row.code),
        is_authority: unit.authorityCode === row.code,
        cluster: unit.cluster,
        latitude: row.latitude ? Number(row.latitude) : null,
        longitude: row.longitude ? Number(row.longitude) : null,
        reception_weekday: unit.receptionWeekday,
        position,
        active_from: since,
        active_to: null,
      };
    }),
  );
  return units;
}

async function insertPeople(em: SqlEntityManager, units: Map<string, SampleUnit>): Promise<Map<string, SamplePerson>> {
  const rows = readTable<PersonColumn>('api/demo/data/sample-people.tsv');
  const people = new Map<string, SamplePerson>();
  for (const row of rows) {
    const roles = parseList(row.system_roles);
    people.set(row.code, {
      id: newId(),
      code: row.code,
      fullName: row.full_name,
      title: row.position_title_vi,
      unitCode: row.unit_code,
      roles,
      isAuditor: roles.includes('AUDITOR'),
      leadQualified: row.lead_qualified === 'yes',
    });
  }
  const idOf = (code: string) => people.get(code)!.id;
  const unitId = (code: string) => units.get(code)!.id;
  await insertRows(
    em,
    Person,
    rows.map((row) => ({
      id: idOf(row.code),
      code: row.code,
      full_name: row.full_name,
      is_active: true,
      ...contactOf(row, units.get(row.unit_code)!),
    })),
  );
  await insertRows(
    em,
    Post,
    rows.flatMap((row) => {
      const current = {
        id: newId(),
        person_id: idOf(row.code),
        unit_id: unitId(row.unit_code),
        title: row.position_title_vi,
        from_date: row.former_unit_left_on || since,
        to_date: null,
      };
      if (!row.former_unit_code) return [current];
      return [
        {
          ...current,
          id: newId(),
          unit_id: unitId(row.former_unit_code),
          from_date: '2023-07-01',
          to_date: row.former_unit_left_on,
        },
        current,
      ];
    }),
  );
  await insertRows(
    em,
    RoleGrant,
    rows.flatMap((row) =>
      people
        .get(row.code)!
        .roles.filter((role) => role !== 'AUDITOR')
        .map((role) => ({
          id: newId(),
          person_id: idOf(row.code),
          role: role as Role,
          unit_id: unitId(unitOfRole(role, row.unit_code, units)),
          from_date: since,
          to_date: null,
          reason: null,
          given_by: null,
        })),
    ),
  );
  const auditors = rows.filter((row) => people.get(row.code)!.isAuditor);
  const auditorIds = new Map(auditors.map((row) => [row.code, newId()]));
  await insertRows(
    em,
    Auditor,
    auditors.map((row) => ({
      id: auditorIds.get(row.code),
      person_id: idOf(row.code),
      lead_qualified: row.lead_qualified === 'yes',
      fields: parseList(row.fields, ';'),
      earlier_audits: Number(row.earlier_audits),
      maximum_load: 2,
      unavailable_on: [],
    })),
  );
  await insertRows(
    em,
    AuditorCertificate,
    auditors.flatMap((row) =>
      certificatesOf(row).map((each) => ({ ...each, id: newId(), auditor_id: auditorIds.get(row.code) })),
    ),
  );
  await insertRows(
    em,
    AuditorConflict,
    auditors
      .filter((row) => row.conflict_unit_code)
      .map((row) => ({
        id: newId(),
        auditor_id: auditorIds.get(row.code),
        unit_id: unitId(row.conflict_unit_code),
        reason: row.conflict_reason_vi,
        version: 1,
      })),
  );
  return people;
}

/** Roles hold by scope: see `roles.tsv` and the README of the tables. */
function unitOfRole(role: string, unitCode: string, units: Map<string, SampleUnit>): string {
  if (provinceWide.includes(role)) return 'LH';
  if (authorityWide.includes(role)) return units.get(unitCode)!.authorityCode ?? unitCode;
  return unitCode;
}
