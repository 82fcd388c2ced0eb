import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../organization/index.js';
import { Instant } from '../platform/graphql/scalars.js';

/** An uploaded file: photo of a counter, scan of a record. The same content is stored once, under its hash. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['sha256', 'uploadedBy', 'name'] })
export class Attachment {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text' }) sha256!: string;
  @Field(() => String) @Property({ type: 'text' }) name!: string;
  /** MIME type: a photo, a PDF or an office paper. */
  @Field(() => String) @Property({ type: 'text' }) type!: string;
  /** Bytes. */
  @Field(() => Int) @Property({ type: 'integer' }) size!: number;
  /** Who uploaded it. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) uploadedBy!: Ref<Person>;
  /** When it was uploaded. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) uploadedAt!: Date;
}

/** What may be uploaded: photos and office papers, no programs. */
export const acceptedTypes: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};

/** Largest file, in bytes. */
export const largestFile = 15 * 1024 * 1024;

const zip = { at: 0, bytes: '504b0304' };
/** How a content of each accepted type begins: bytes in hexadecimal at an offset. */
const beginnings: Record<string, { at: number; bytes: string }> = {
  'image/jpeg': { at: 0, bytes: 'ffd8ff' },
  'image/png': { at: 0, bytes: '89504e470d0a1a0a' },
  'image/webp': { at: 8, bytes: Buffer.from('WEBP').toString('hex') },
  'image/heic': { at: 4, bytes: Buffer.from('ftyp').toString('hex') },
  'application/pdf': { at: 0, bytes: Buffer.from('%PDF-').toString('hex') },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': zip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': zip,
};

/** Whether the content begins as its type requires, so that a program cannot be uploaded as a photo. */
export function isOfType(content: Buffer, type: string): boolean {
  const beginning = beginnings[type];
  return (
    beginning !== undefined &&
    content.subarray(beginning.at, beginning.at + beginning.bytes.length / 2).toString('hex') === beginning.bytes
  );
}
