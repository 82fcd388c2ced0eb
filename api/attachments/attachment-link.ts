import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Attachment } from './attachment.js';

/**
 * That a record carries an attachment. Records of every type have their links here; the database refuses a link
 * to a record that does not exist, and removes the links of a record that is removed.
 */
@Entity()
@Unique({ properties: ['subjectType', 'subjectId', 'attachment'] })
export class AttachmentLink {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Attachment, ref: true, deleteRule: 'restrict', index: true }) attachment!: Ref<Attachment>;
  /** Name of the record's type, such as `CheckItem`. */
  @Property({ type: 'text' }) subjectType!: string;
  @Property({ type: 'uuid' }) subjectId!: string;
  /** Orders the attachments of the record; above 0, with gaps where an attachment was removed. */
  @Property({ type: 'integer' }) position!: number;
}
