import { Audit, AuditProcedure, CheckItem, Finding, Programme, Round, TeamMember } from '../audits/index.js';
import type { ClauseFacts } from '../audits/rules/index.js';
import { RoleGrant } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { startOfDay, type LocalDate } from '../rules/calendar.js';
import { contentHash, Signature } from '../trail/index.js';
import { noRows, type PastEvent, type RowsOf } from './insert.js';
import type { SampleOrganization, SamplePerson, SampleUnit } from './sample-types.js';

/** A minor or major finding of a closed audit: the sample's nonconformities are made from these. */
export interface IssuedFinding {
  findingId: string;
  auditId: string;
  auditNumber: string;
  authority: SampleUnit;
  unit: SampleUnit;
  severity: 'MAJOR' | 'MINOR';
  requirement: string;
  evidence: string;
  gap: string;
  clauseId: string | null;
  clauseNumber: string;
  detectedBy: SamplePerson;
  issuedAt: Date;
}

/** A procedure in force that audits may look at, and who took part in issuing it or its original. */
export interface InForce {
  id: string;
  authority: string;
  code: string;
  title: string;
  officeKind: string | null;
  handledBy: string[];
}

/** The entities of which a book has rows, in the order in which they refer to each other. */
export const audited = {
  Programme,
  Round,
  Audit,
  TeamMember,
  AuditProcedure,
  CheckItem,
  Finding,
  Signature,
  RoleGrant,
};

/** Everything that is written, table by table. */
export class Book {
  readonly rows = noRows(audited);
  /** Which lines of the work sheet each finding comes from. */
  readonly linesOfFindings: { finding_id: string; check_item_id: string }[] = [];
  readonly trail: PastEvent[] = [];
  readonly issued: IssuedFinding[] = [];

  add<Name extends keyof typeof audited>(name: Name, row: RowsOf<typeof audited>[Name][number]): void {
    (this.rows[name] as object[]).push(row);
  }

  /** An event of a person, or of the system. */
  record(
    at: Date,
    actor: SamplePerson | null,
    verb: PastEvent['verb'],
    subject: { type: string; id: string },
    place: SampleUnit,
    reason?: string,
  ): void {
    this.trail.push({
      at,
      actor,
      verb,
      subjectType: subject.type,
      subjectId: subject.id,
      unitId: place.id,
      authorityId: place.id,
      reason: reason ?? null,
    });
  }

  /**
   * @param content what was signed, where it is known here; what is written later is signed at the end
   *   (audit-signatures.ts)
   */
  sign(
    at: Date,
    by: SamplePerson,
    place: SampleUnit,
    part: string,
    subject: { type: string; id: string },
    content?: object,
  ): void {
    this.add('Signature', {
      id: newId(at),
      person_id: by.id,
      person_name: by.fullName,
      person_title: `${by.title}, ${place.name}`,
      part,
      subject_type: subject.type,
      subject_id: subject.id,
      content_hash: content ? contentHash(content) : '',
      at,
    });
  }
}

/** What the audits of the sample are made from. */
export interface Setting {
  organization: SampleOrganization;
  leadAgency: SampleUnit;
  clauses: Map<string, string>;
  clauseFacts: ClauseFacts[];
  clauseSetId: string;
  inForce: InForce[];
  now: Date;
}

/** Eight in the morning of a day, and so many minutes. */
export const moment = (day: LocalDate, minutes = 0) =>
  new Date(startOfDay(day).getTime() + (8 * 60 + minutes) * 60_000);

/** An instant, or half an hour ago where it is still to come. */
export const before = (at: Date, now: Date) => (at < now ? at : new Date(now.getTime() - 1_800_000));
