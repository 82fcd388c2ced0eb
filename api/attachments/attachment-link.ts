import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Attachment } from './attachment.js';

/**
 * That a record carries an attachment. Records of every type have their links here; the database
 * lets in no link to a record that is not there, and takes the links off a record that is removed.
 */
@Entity()
@Unique({ properties: ['subjectType', 'subjectId', 'attachment'] })
export class AttachmentLink {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Attachment, ref: true, deleteRule: 'restrict', index: true }) attachment!: Ref<Attachment>;
  /** Name of the record's type, such as `CheckItem`. */
  @Property({ type: 'text' }) subjectType!: string;
  @Property({ type: 'uuid' }) subjectId!: string;
  /** Orders the attachments of the record; above 0, with gaps where something was taken off. */
  @Property({ type: 'integer' }) position!: number;
}
