import { addDays } from '../rules/calendar.js';
import type { ProcedureModel } from './document-models.js';
import type { SampleSigners } from './document-rows.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';

/** A document in force of the sample. */
export interface SampleDocument {
  documentId: string;
  revisionId: string;
  code: string;
  title: string;
}

/** The documents in force: code of the authority → `no` of the table of procedures → document. */
export interface SampleDocuments {
  commune: Map<string, Map<number, SampleDocument>>;
  system: Map<string, Map<number, SampleDocument>>;
}

const suffixOf: Record<string, string> = {
  OFFICE: 'VP',
  ECONOMY: 'KT',
  CULTURE_SOCIETY: 'VX',
  SERVICE_CENTRE: 'HC',
  COMMUNE_POLICE: 'VP',
};

/** People of an authority by what they do. */
export interface Staff {
  authority: SampleUnit;
  people: SamplePerson[];
  unit(officeKind: string): SampleUnit;
  withRole(role: string): SamplePerson;
}

/** A procedure of the authority as a document, by the table of procedures. */
export const documentOf = ({ authority, unit }: Staff, model: ProcedureModel) => ({
  authority,
  owner: unit(model.unit),
  code: model.code,
  title: model.title,
  kind: model.kind,
  officeKinds: officeKindsOf(model),
  clauses: model.clauses,
});

/** The people and offices of an authority. */
export function sampleStaff({ units, people }: SampleOrganization, authority: SampleUnit): Staff {
  const own = [...people.values()].filter(({ unitCode }) => units.get(unitCode)!.authorityCode === authority.code);
  return {
    authority,
    people: own,
    unit: (officeKind) => units.get(`${authority.code}-${suffixOf[officeKind] ?? 'VP'}`) ?? authority,
    withRole: (role) => own.find(({ roles }) => roles.includes(role)) ?? own[0]!,
  };
}

const officerOf: Record<string, string> = {
  'Hộ kinh doanh': 'kinh doanh',
  'Tổ hợp tác, hợp tác xã': 'kinh doanh',
  'Công Thương': 'kinh doanh',
};

/** Drafter, reviewer and approver of a procedure: its officer, the head of the office, the head of the authority. */
export function signersOf(staff: Staff, model: ProcedureModel): SampleSigners {
  const approver = staff.withRole('ISO_HEAD');
  if (model.kind === 'SYSTEM_PROCEDURE')
    return { drafter: staff.withRole('ISO_SECRETARY'), reviewer: staff.withRole('QUALITY_MANAGER'), approver };
  const unit = staff.unit(model.unit);
  const officers = staff.people.filter(({ unitCode, roles }) => unitCode === unit.code && roles.includes('OFFICER'));
  const wanted = officerOf[model.field!] ?? (model.unit === 'ECONOMY' ? 'địa chính' : 'tư pháp');
  const reviewer =
    staff.people.find(({ unitCode, roles }) => unitCode === unit.code && roles.includes('UNIT_HEAD')) ??
    staff.withRole('QUALITY_MANAGER');
  return {
    drafter: officers.find(({ title }) => title.includes(wanted)) ?? officers.at(-1) ?? staff.withRole('ISO_SECRETARY'),
    reviewer,
    approver,
  };
}

/** Office kinds that act in the steps; none for a procedure of the system, which concerns all. */
const officeKindsOf = (model: ProcedureModel): string[] =>
  model.kind === 'SYSTEM_PROCEDURE'
    ? []
    : ['OFFICE', 'ECONOMY', 'CULTURE_SOCIETY', 'SERVICE_CENTRE'].filter((kind) =>
        model.steps.some(({ unitKind }) => unitKind === kind),
      );

/** Days of the sign-off before an effective date. */
export const signedBefore = (effectiveOn: string) => ({
  begunOn: addDays(effectiveOn, -14),
  submittedOn: addDays(effectiveOn, -8),
  reviewedOn: addDays(effectiveOn, -5),
  approvedOn: addDays(effectiveOn, -3),
  effectiveOn,
});
