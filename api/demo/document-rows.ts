import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { Acknowledgement, Document, Revision, signedRevision, type RevisionContentRead } from '../documents/index.js';
import { newId } from '../platform/ids.js';
import { startOfDay } from '../rules/calendar.js';
import { Procedure, ProcedureStep } from '../procedures/index.js';
import { contentHash, Signature } from '../trail/index.js';
import type { ProcedureModel } from './document-models.js';
import type { TextSection } from './document-texts.js';
import { insertAll, insertTrail, noRows, type PastEvent } from './insert.js';
import type { SamplePerson, SampleUnit } from './sample-types.js';

/** The three who sign; documents of external origin have only the first. */
export interface SampleSigners {
  drafter: SamplePerson;
  reviewer: SamplePerson | null;
  approver: SamplePerson | null;
}

/** A document of the sample. */
export interface DocumentPlan {
  authority: SampleUnit;
  owner: SampleUnit;
  code: string;
  title: string;
  kind: RevisionContentRead['document']['kind'];
  officeKinds: string[];
  clauses: string[];
  copiedFromId: string | null;
  /** Day on which it was begun. */
  begunOn: string;
}

/** A revision of the sample: how far it came, and on which days. */
export interface RevisionPlan {
  issue: number;
  amendment: number;
  state: 'DRAFT' | 'IN_REVIEW' | 'REVIEWED' | 'APPROVED' | 'EFFECTIVE' | 'SUPERSEDED' | 'WITHDRAWN';
  sections: TextSection[];
  changeRows: { place: string; request: string; description: string }[];
  signers: SampleSigners;
  model: ProcedureModel | null;
  receivedAt: string | null;
  begunOn: string;
  submittedOn: string | null;
  reviewedOn: string | null;
  approvedOn: string | null;
  effectiveOn: string | null;
  /** Day of the last change of state. */
  since: string;
  reason: string | null;
  /** Where the reviewer sent it back: it was signed by the drafter and is a draft again. */
  returned?: { submittedOn: string; returnedOn: string; reason: string };
}

/** A document as other sample files refer to it. */
export interface MadeDocument {
  id: string;
  plan: DocumentPlan;
}

const hour = (day: string, hours: number) => new Date(startOfDay(day).getTime() + hours * 3_600_000);

const documented = { Document, Revision, Procedure, ProcedureStep, Signature, Acknowledgement };

/** Collects the rows of documents, with hashes and signatures as the commands would have made them. */
export class DocumentRows {
  readonly #rows = noRows(documented);
  readonly #trail: PastEvent[] = [];

  constructor(private readonly units: ReadonlyMap<string, SampleUnit>) {}

  /** Adds a document. */
  document(plan: DocumentPlan, drafter: SamplePerson): MadeDocument {
    const id = newId();
    this.#rows.Document.push({
      id,
      authority_id: plan.authority.id,
      code: plan.code,
      title: plan.title,
      kind: plan.kind,
      owner_unit_id: plan.owner.id,
      office_kinds: plan.officeKinds,
      clauses: plan.clauses,
      clause_set_code: 'ISO9001_2015',
      review_cycle_months: plan.kind === 'EXTERNAL' ? null : 12,
      retention: null,
      copied_from_id: plan.copiedFromId,
      created_at: hour(plan.begunOn, 9),
      version: 1,
    });
    this.#happened(
      { id, plan },
      {
        at: hour(plan.begunOn, 9),
        actor: drafter,
        verb: plan.kind === 'EXTERNAL' ? 'document.registerExternal' : 'document.create',
        subjectType: 'Document',
        subjectId: id,
      },
    );
    return { id, plan };
  }

  /** Adds a revision with its procedure, signatures and history. @returns its id and hash */
  revision(document: MadeDocument, plan: RevisionPlan): { id: string; hash: string | null } {
    const id = newId();
    const { drafter, reviewer, approver } = plan.signers;
    const procedure = plan.model && procedureOf(plan.model, plan.receivedAt);
    const hashNow = () => contentHash(signedRevision(contentOf(document.plan, plan, procedure)));
    const hash = plan.submittedOn || document.plan.kind === 'EXTERNAL' ? hashNow() : null;
    const submittedAt = plan.submittedOn && hour(plan.submittedOn, 10);
    this.#rows.Revision.push({
      id,
      document_id: document.id,
      issue_number: plan.issue,
      amendment_number: plan.amendment,
      state: plan.state,
      sections: plan.sections,
      change_rows: plan.changeRows,
      drafter_id: drafter.id,
      reviewer_id: reviewer?.id ?? null,
      approver_id: approver?.id ?? null,
      effective_on: plan.effectiveOn,
      content_hash: hash,
      submitted_at: submittedAt,
      reviewed_at: plan.reviewedOn && hour(plan.reviewedOn, 15),
      approved_at: plan.approvedOn && hour(plan.approvedOn, 16),
      reason: plan.reason,
      state_since: hour(plan.since, 16),
      saved_at: submittedAt ?? hour(plan.since, 11),
      version: 1,
    });
    if (procedure) this.#procedure(id, procedure);
    if (hash) this.#signed(document, id, plan, hash);
    if (plan.returned) {
      const { submittedOn, returnedOn, reason } = plan.returned;
      this.#sign(document, id, hashNow(), {
        person: drafter,
        at: hour(submittedOn, 10),
        part: 'drafted',
        verb: 'document.submit',
      });
      this.happened(document, id, { day: returnedOn, actor: reviewer, verb: 'document.return', reason });
    }
    return { id, hash };
  }

  /** Adds that people have read a revision. */
  read(revisionId: string, hash: string, readers: SamplePerson[], day: string): void {
    readers.forEach((person, index) =>
      this.#rows.Acknowledgement.push({
        id: newId(),
        revision_id: revisionId,
        person_id: person.id,
        content_hash: hash,
        at: hour(day, 8 + (index % 9)),
      }),
    );
  }

  /** Adds an event of a revision's past. */
  happened(
    document: MadeDocument,
    revisionId: string,
    event: { day: string; actor: SamplePerson | null; verb: PastEvent['verb']; reason?: string },
  ): void {
    this.#happened(document, {
      at: hour(event.day, 16),
      actor: event.actor,
      verb: event.verb,
      subjectType: 'Revision',
      subjectId: revisionId,
      reason: event.reason ?? null,
    });
  }

  /** Writes everything. */
  async insert(em: SqlEntityManager): Promise<void> {
    await insertAll(em, documented, this.#rows);
    this.#trail.sort((a, b) => a.at.getTime() - b.at.getTime());
    await insertTrail(em, this.#trail);
  }

  #procedure(
    revisionId: string,
    {
      steps,
      nationalCode,
      limitUnit,
      limitValue,
      limitNote,
      receivedAt,
      dossierCount,
      legalBases,
      dossierParts,
      ...same
    }: ProcedureRow,
  ): void {
    const id = newId();
    this.#rows.Procedure.push({
      id,
      revision_id: revisionId,
      national_code: nationalCode,
      limit_unit: limitUnit,
      limit_value: limitValue,
      limit_note: limitNote,
      received_at: receivedAt,
      dossier_count: dossierCount,
      legal_bases: legalBases,
      dossier_parts: dossierParts,
      ...same,
    });
    for (const { roleName, roleKey, unitKind, formCodes, ...step } of steps) {
      this.#rows.ProcedureStep.push({
        id: newId(),
        procedure_id: id,
        role_name: roleName,
        role_key: roleKey,
        unit_kind: unitKind,
        form_codes: formCodes,
        ...step,
      });
    }
  }

  #signed(document: MadeDocument, revisionId: string, plan: RevisionPlan, hash: string): void {
    const { drafter, reviewer, approver } = plan.signers;
    const steps = [
      { person: drafter, on: plan.submittedOn, hours: 10, part: 'drafted', verb: 'document.submit' },
      { person: reviewer, on: plan.reviewedOn, hours: 15, part: 'reviewed', verb: 'document.review' },
      { person: approver, on: plan.approvedOn, hours: 16, part: 'approved', verb: 'document.approve' },
    ] as const;
    for (const { person, on, hours, part, verb } of steps) {
      if (person && on) this.#sign(document, revisionId, hash, { person, at: hour(on, hours), part, verb });
    }
    if (plan.approvedOn && plan.effectiveOn && plan.state !== 'APPROVED') {
      this.#happened(document, {
        at: hour(plan.effectiveOn, 0),
        actor: null,
        verb: 'document.takeEffect',
        subjectType: 'Revision',
        subjectId: revisionId,
      });
    }
  }

  #sign(
    document: MadeDocument,
    revisionId: string,
    hash: string,
    { person, at, part, verb }: { person: SamplePerson; at: Date; part: string; verb: PastEvent['verb'] },
  ): void {
    this.#rows.Signature.push({
      id: newId(),
      person_id: person.id,
      person_name: person.fullName,
      person_title: `${person.title}, ${this.units.get(person.unitCode)!.name}`,
      part,
      subject_type: 'Revision',
      subject_id: revisionId,
      content_hash: hash,
      at,
    });
    this.#happened(document, { at, actor: person, verb, subjectType: 'Revision', subjectId: revisionId });
  }

  #happened({ plan }: Pick<MadeDocument, 'plan' | 'id'>, event: PastEvent): void {
    this.#trail.push({ ...event, unitId: plan.owner.id, authorityId: plan.authority.id });
  }
}

type ProcedureRow = ReturnType<typeof procedureOf>;

/** The procedure as the read kit would give it. */
function procedureOf(model: ProcedureModel, receivedAt: string | null) {
  const {
    nationalCode,
    field,
    limitUnit,
    limitValue,
    limitNote,
    fee,
    conditions,
    legalBases,
    dossierParts,
    forms,
    records,
    steps,
    atCounter,
    kind,
  } = model;
  const administrative = kind === 'ADMINISTRATIVE_PROCEDURE';
  return {
    nationalCode,
    field,
    limitUnit,
    limitValue,
    limitNote,
    fee,
    receivedAt,
    conditions,
    dossierCount: administrative ? 1 : null,
    channels: !administrative ? [] : atCounter ? ['COUNTER', 'POST', 'ONLINE'] : ['COUNTER', 'POST'],
    legalBases,
    dossierParts,
    forms,
    records,
    steps,
  };
}

function contentOf(document: DocumentPlan, plan: RevisionPlan, procedure: ProcedureRow | null): RevisionContentRead {
  const { drafter, reviewer, approver } = plan.signers;
  return {
    issueNumber: plan.issue,
    amendmentNumber: plan.amendment,
    sections: plan.sections,
    changeRows: plan.changeRows,
    file: null,
    drafter,
    reviewer,
    approver,
    document: {
      code: document.code,
      title: document.title,
      kind: document.kind,
      authority: { id: document.authority.id },
    },
    procedure,
  };
}
