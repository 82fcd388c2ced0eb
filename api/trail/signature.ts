import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { createHash } from 'node:crypto';
import { Field, ID, ObjectType } from 'type-graphql';
import { Instant } from '../platform/graphql/scalars.js';
import { newId } from '../platform/ids.js';
import { defineExtensionPoint } from '../platform/module.js';
import { canonical } from '../rules/canonical.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';

/** The signature of a person under a content, confirmed by the password. */
@ObjectType({ simpleResolvers: true })
@Entity({ tableName: 'signature' })
@Index({ properties: ['subjectType', 'subjectId'] })
@Index({ properties: ['personId', 'subjectType'] })
export class Signature {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** Who signed. */
  @Field(() => ID) @Property({ type: 'uuid' }) personId!: string;
  /** Name and post as they were when signing. */
  @Field(() => String) @Property({ type: 'text' }) personName!: string;
  /** Title of the post as it was when signing. */
  @Field(() => String) @Property({ type: 'text' }) personTitle!: string;
  /** What the signature stands for: `drafted`, `reviewed`, `approved`, `lead`, `auditee` … */
  @Field(() => String) @Property({ type: 'text' }) part!: string;
  @Property({ type: 'text' }) subjectType!: string;
  /** The record that was signed. */
  @Field(() => ID) @Property({ type: 'uuid' }) subjectId!: string;
  /** SHA-256 over everything that was signed. */
  @Field(() => String) @Property({ type: 'text' }) contentHash!: string;
  /** When it was signed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
}

/** Contributed by identity: checks the password of the account. After several wrong ones, one has to wait. */
export const passwordCheck =
  defineExtensionPoint<(tx: Tx, password: string) => Promise<boolean>>('trail.passwordCheck');

/** Contributed by organization: the title of the person's current post. */
export const signerTitle = defineExtensionPoint<(tx: Tx, personId: string) => Promise<string>>('trail.signerTitle');

/** SHA-256 of a content in a canonical form: keys sorted at every depth. */
export const contentHash = (content: unknown) => createHash('sha256').update(canonical(content)).digest('hex');

/**
 * Signs a record in the transaction of a command.
 * @param part what the signature stands for
 * @param content everything that is signed; its hash is kept
 * @throws Refusal INVALID_INPUT on field `password` when it is not the account's
 */
export async function sign(
  tx: Tx,
  options: { password: string; part: string; subject: { type: string; id: string }; content: unknown },
): Promise<Signature> {
  const [check] = passwordCheck.all;
  if (!check || !(await check(tx, options.password))) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Mật khẩu không đúng nên chưa ký. Hãy nhập lại mật khẩu đăng nhập của bạn.',
        en: 'Not signed: this is not your password. Enter the password you sign in with.',
      },
      { field: 'password' },
    );
  }
  return tx.create(Signature, {
    id: newId(tx.now),
    personId: tx.viewer.personId,
    personName: tx.viewer.fullName,
    personTitle: (await signerTitle.all[0]?.(tx, tx.viewer.personId)) ?? '',
    part: options.part,
    subjectType: options.subject.type,
    subjectId: options.subject.id,
    contentHash: contentHash(options.content),
    at: tx.now,
  });
}
