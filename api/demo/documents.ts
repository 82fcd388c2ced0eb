import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { addDays, localDate, yearOf } from '../rules/calendar.js';
import { communeModels, systemModels, type ProcedureModel } from './document-models.js';
import { DocumentRows, type MadeDocument, type RevisionPlan, type SampleSigners } from './document-rows.js';
import { documentsUnderWay, withdrawnDocument } from './documents-under-way.js';
import { officeName, otherModels, procedureTexts, receivedAt } from './document-texts.js';
import type { SampleOrganization } from './sample-types.js';
import {
  type SampleDocument,
  type SampleDocuments,
  type Staff,
  sampleStaff,
  signersOf,
  documentOf,
  signedBefore,
} from './document-staff.js';

/** The first day on which a commune of the two-level model could issue anything. */
const firstDay = '2025-07-15';
/** Which authority copied which procedures from which other one: rule R03 follows these, also over two hops. */
const copies: { to: string; from: string; nos: number[] }[] = [
  { to: 'LH-NT', from: 'LH-BT', nos: [1, 2, 3, 4, 5, 6] },
  { to: 'LH-GM', from: 'LH-BT', nos: [35, 36, 37] },
  { to: 'LH-CN', from: 'LH-GM', nos: [35, 36, 37] },
  { to: 'LH-DS', from: 'LH-SK', nos: [69, 70, 71] },
];

/** What took effect in the last weeks, so that there is something to read: authority → codes → days ago. */
const recent: Record<string, Record<string, number>> = {
  'LH-BT': { 'QT.ISO.15': 6, 'QT.HT.01': 11, 'QT.ĐĐ.04': 3 },
  'LH-NT': { 'QT.ISO.04': 8, 'QT.HT.10': 4 },
  'LH-SK': { 'QT.ISO.08': 5, 'QT.XD.01': 12 },
  'LH-LK': { 'QT.CT.04': 7 },
  'LH-DS': { 'QT.ISO.15': 9 },
  'LH-KHCN': { 'QT.ISO.03': 10 },
};

/** Issues the documents of all communes and wards, and of the lead agency. */
export async function sampleDocuments(
  em: SqlEntityManager,
  organization: SampleOrganization,
  now: Date,
): Promise<SampleDocuments> {
  const today = localDate(now);
  const rows = new DocumentRows(organization.units);
  const made: SampleDocuments = { commune: new Map(), system: new Map() };
  const models = { commune: communeModels(), system: systemModels(), other: otherModels(yearOf(today)) };
  const authorities = [...organization.units.values()].filter(
    ({ kind, code }) => kind === 'WARD' || kind === 'COMMUNE' || code === 'LH-KHCN',
  );
  authorities.forEach((authority, index) => {
    const staff = sampleStaff(organization, authority);
    const issue = issuer(rows, staff, today, index);
    made.system.set(authority.code, new Map(models.system.map((model) => [model.no, issue(model, null)])));
    if (authority.code !== 'LH-KHCN') {
      made.commune.set(
        authority.code,
        new Map(models.commune.map((model) => [model.no, issue(model, originOf(made, authority.code, model.no))])),
      );
    }
    issueOthers(rows, staff, models.other, addDays(today, -60 - 7 * index));
    withdrawnDocument(rows, staff, today);
  });
  documentsUnderWay(rows, organization, { commune: models.commune, system: models.system }, made, today);
  await rows.insert(em);
  return made;
}

const originOf = (made: SampleDocuments, to: string, no: number): string | null => {
  const copy = copies.find((each) => each.to === to && each.nos.includes(no));
  return copy ? (made.commune.get(copy.from)?.get(no)?.documentId ?? null) : null;
};

const notBefore = (day: string, least: string) => (day < least ? least : day);

function issuer(rows: DocumentRows, staff: Staff, today: string, place: number) {
  const { authority } = staff;
  return (model: ProcedureModel, copiedFromId: string | null): SampleDocument => {
    const freshDays = recent[authority.code]?.[model.code];
    const days = freshDays ?? 45 + ((model.no * 37 + place * 53 + (model.field ? 0 : 11)) % 370);
    const effectiveOn = notBefore(addDays(today, -days), addDays(firstDay, (model.no % 20) + 30));
    const amended = freshDays !== undefined || (model.no + place) % 12 === 4;
    const earlierOn = notBefore(addDays(effectiveOn, -190), addDays(firstDay, model.no % 20));
    const signers = signersOf(staff, model);
    const document = rows.document(
      {
        ...documentOf(staff, model),
        copiedFromId,
        begunOn: signedBefore(amended ? earlierOn : effectiveOn).begunOn,
      },
      signers.drafter,
    );
    const common = {
      sections: procedureTexts(model, authority.name),
      signers,
      receivedAt: receivedAt(model, authority.name),
      reason: null,
    };
    if (amended) earlierRevision(rows, document, model, common, { earlierOn, effectiveOn });
    const { id, hash } = rows.revision(document, {
      ...common,
      ...signedBefore(effectiveOn),
      model,
      issue: 1,
      amendment: amended ? 1 : 0,
      state: 'EFFECTIVE',
      since: effectiveOn,
      changeRows: amended ? [amendment(model)] : [],
    });
    const readers = staff.people.filter((person) => !Object.values(signers).includes(person));
    if (freshDays !== undefined)
      rows.read(
        id,
        hash!,
        readers.filter((_, index) => index % 3 === 1),
        addDays(effectiveOn, 1),
      );
    else if (model.kind === 'SYSTEM_PROCEDURE')
      rows.read(
        id,
        hash!,
        readers.filter((_, index) => (index + model.no) % 7 !== 0),
        addDays(effectiveOn, 2),
      );
    return { documentId: document.id, revisionId: id, code: model.code, title: model.title };
  };
}

/** What stood before the amendment: an older legal basis list and a slower second step. */
function earlierRevision(
  rows: DocumentRows,
  document: MadeDocument,
  model: ProcedureModel,
  common: Pick<RevisionPlan, 'sections' | 'signers' | 'receivedAt' | 'reason'>,
  days: { earlierOn: string; effectiveOn: string },
): void {
  const steps = model.steps.map((step, index) => (index === 1 ? { ...step, hours: step.hours + 2 } : step));
  const sections = common.sections.map((section) =>
    section.key === 'PURPOSE' ? { ...section, body: section.body.split('\n')[0]! } : section,
  );
  rows.revision(document, {
    ...common,
    ...signedBefore(days.earlierOn),
    sections,
    model: { ...model, steps, legalBases: model.legalBases.slice(1) },
    issue: 1,
    amendment: 0,
    state: 'SUPERSEDED',
    since: days.effectiveOn,
    changeRows: [],
  });
}

function amendment(model: ProcedureModel): RevisionPlan['changeRows'][number] {
  const [basis] = model.legalBases;
  const step = model.steps[1];
  const shown = (hours: number) => String(hours).replace('.', ',');
  return {
    request: 'Rà soát định kỳ văn bản quy phạm pháp luật và thời gian thực tế của các bước',
    place: 'Mục 1, 5.1, 5.8',
    description: [
      basis && `Bổ sung căn cứ ${basis.number}.`,
      step && `Rút ngắn bước ${step.code} từ ${shown(step.hours + 2)} giờ còn ${shown(step.hours)} giờ.`,
    ]
      .filter(Boolean)
      .join(' '),
  };
}

function issueOthers(
  rows: DocumentRows,
  staff: Staff,
  models: ReturnType<typeof otherModels>,
  effectiveOn: string,
): void {
  const { authority } = staff;
  for (const model of models) {
    const external = model.kind === 'EXTERNAL';
    const drafter = staff.withRole('ISO_SECRETARY');
    const signers: SampleSigners = external
      ? { drafter, reviewer: null, approver: null }
      : { drafter, reviewer: staff.withRole('QUALITY_MANAGER'), approver: staff.withRole('ISO_HEAD') };
    const document = rows.document(
      {
        authority,
        owner: staff.unit('OFFICE'),
        code: model.code,
        title: model.title,
        kind: model.kind,
        officeKinds: model.officeKinds,
        clauses: model.clauses,
        copiedFromId: null,
        begunOn: addDays(effectiveOn, -14),
      },
      drafter,
    );
    const dates = external
      ? { begunOn: effectiveOn, submittedOn: null, reviewedOn: null, approvedOn: null, effectiveOn }
      : signedBefore(effectiveOn);
    rows.revision(document, {
      ...dates,
      issue: 1,
      amendment: 0,
      state: 'EFFECTIVE',
      since: effectiveOn,
      sections: model.sections(officeName(authority.name)),
      changeRows: [],
      signers,
      model: null,
      receivedAt: null,
      reason: null,
    });
  }
}

/** Finds the document of a procedure of an authority: by its `no` of commune-procedures.tsv, or by its code. */
export const lookupIn =
  ({ commune, system }: SampleDocuments) =>
  (authorityCode: string, procedure: string): SampleDocument | undefined =>
    commune.get(authorityCode)?.get(Number(procedure)) ??
    [...(system.get(authorityCode)?.values() ?? [])].find(({ code }) => code === procedure);
