import type { EntityClass } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import type { Tx } from '../commands/index.js';
import { many, one, rowOf, type Relation, type Row, type RowOf, type Sql } from '../platform/reads/index.js';
import { AttachmentLink } from './attachment-link.js';
import { Attachment } from './attachment.js';
import { CarriedAttachments, type MostAttachments } from './carried-attachments.js';

interface HasId {
  id: string;
}

/** How the records of a type carry attachments. */
export interface CarrierOptions<T = any> {
  /** Who sees the record sees its attachments. Left out: as the reads of the type say. */
  visible?: (record: RowOf<T>, ctx: ReadContext) => Sql;
  most?: MostAttachments;
}

const carriers: { shows(attachment: RowOf<Attachment>, ctx: ReadContext): Sql }[] = [];

/**
 * Lets the records of a type carry attachments; there is no other way. A viewer who sees a record then sees its
 * attachments, `many` and `one` are fields of its reads, and commands use `load`.
 */
export function attachmentsOf<T extends HasId>(entity: EntityClass<T>, options: CarrierOptions<T> = {}): Carrier<T> {
  const carrier = new Carrier<T>(entity, options);
  carriers.push(carrier);
  return carrier;
}

/** Row condition: the attachment is carried by a record that the viewer may see. */
export const visibleThroughRecords = (attachment: RowOf<Attachment>, ctx: ReadContext): Sql =>
  sql`(${sql.join([sql`false`, ...carriers.map((carrier) => carrier.shows(attachment, ctx))], sql` or `)})`;

/** The table of a type, by the naming of the ORM; the triggers of `attachment_link` find it in the same way. */
const tableOf = (type: string): string => type.replace(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();

/** A type of records that carry attachments; made by {@link attachmentsOf}. */
export class Carrier<T extends HasId> {
  /** Field of the reads: the attachments of a record, the oldest upload first. */
  readonly many = this.ofRecords<T>((record: Row) => sql`select ${record('id')}`);
  /** Field of the reads for records that carry one attachment at most. */
  readonly one = one<ReadContext, T, Attachment>(() => Attachment, {
    on: (record: Row, file) => sql`${file('id')} in (${this.idsOf(sql`select ${record('id')}`)})`,
  });

  constructor(
    private readonly entity: EntityClass<T>,
    private readonly options: CarrierOptions<T>,
  ) {}

  /** Name of the type, as links and the trail call it. */
  get type(): string {
    return this.entity.name;
  }

  /** Field of another type's reads: the attachments of all records whose ids the query gives. */
  ofRecords<Other extends object>(recordIds: (row: RowOf<Other>) => Sql): Relation<ReadContext, Other> {
    return many<ReadContext, Other, Attachment>(() => Attachment, {
      on: (row, file) => sql`${file('id')} = any(array(${this.idsOf(recordIds(row))}))`,
      orderBy: (file) => sql`${file('uploaded_at')}`,
    });
  }

  /** SQL expression: the ids of the attachments of a record, in their order, as a JSON list. */
  listOf(record: Row): Sql {
    return sql`
      select coalesce(json_agg(carried.attachment_id order by carried.position), '[]')
      from attachment_link carried
      where carried.subject_type = ${this.type} and carried.subject_id = ${record('id')}`;
  }

  /** SQL condition: the record carries an attachment. */
  isCarried(record: Row): Sql {
    return sql`exists (${this.idsOf(sql`select ${record('id')}`)})`;
  }

  /** Row condition of an attachment: a record of this type carries it, and the viewer may see that record. */
  shows(attachment: RowOf<Attachment>, ctx: ReadContext): Sql {
    const record = rowOf('carrier');
    const { visible } = this.options;
    return sql`exists (
      select 1 from attachment_link carrying
      join ${sql.table(tableOf(this.type))} carrier on carrier.id = carrying.subject_id
      where carrying.attachment_id = ${attachment('id')} and carrying.subject_type = ${this.type}
        and ${visible ? visible(record, ctx) : reads.visible(this.entity as EntityClass<object>, record, ctx)})`;
  }

  /** The attachments of these records, to read or to change, with one statement for any number of records. */
  async load(tx: Tx, records: readonly T[]): Promise<CarriedAttachments<T>> {
    const ids = records.map(({ id }) => id);
    const links = await tx.em.find(
      AttachmentLink,
      { subjectType: this.type, subjectId: { $in: ids } },
      { orderBy: { position: 'asc' } },
    );
    return new CarriedAttachments(tx, { type: this.type, most: this.options.most }, links);
  }

  /** Copies the attachments of one record to a new one. */
  async copy(tx: Tx, from: T, to: T): Promise<void> {
    const carried = await this.load(tx, [from]);
    carried.write(to, carried.idsOf(from));
  }

  private idsOf(recordIds: Sql): Sql {
    return sql`
      select carried.attachment_id from attachment_link carried
      where carried.subject_type = ${this.type} and carried.subject_id in (${recordIds})`;
  }
}
