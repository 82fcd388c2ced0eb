import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Field, ID, Info, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Allows, isId, Performs, type Context } from '../access/index.js';
import { perform } from '../commands/index.js';
import { Matches, Text } from '../platform/graphql/validation.js';
import { LONGEST_REASON, SHORTEST_REASON } from '../rules/text.js';
import { assertReaches } from './reach.js';
import { closeAccount, giveAccount, randomPassword, resetPassword } from './manage-accounts.js';

/** How a person signs in, as administrators see it. */
@ObjectType({ simpleResolvers: true })
export class AccountInfo {
  /** The name to sign in with. */
  @Field(() => String) userName!: string;
  /** Whether one can sign in with it. */
  @Field(() => Boolean) isActive!: boolean;
  /** The password was given by an administrator and must still be changed. */
  @Field(() => Boolean)
  isPasswordGiven!: boolean;
}

/** A new password to give to the person; it is shown only once. */
@ObjectType({ simpleResolvers: true })
export class GivenPassword {
  /** The name to sign in with. */
  @Field(() => String) userName!: string;
  @Field(() => String) password!: string;
}

/** Takes no idempotency key, because a repeated answer could not show the password again. */
@InputType()
class GiveAccountInput {
  /** Who gets it. */
  @Field(() => ID) personId!: string;
  /** Lower-case letters and digits, with single dots or hyphens between them. */
  @Matches(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, {
    vi: 'Tên đăng nhập gồm chữ thường không dấu và số, có thể ngăn bằng dấu chấm, ví dụ thuybp.bt.',
    en: 'A user name is made of small letters and digits, with dots between, such as thuybp.bt.',
  })
  @Text(3, 50)
  @Field(() => String)
  userName!: string;
}

@InputType()
class CloseAccountInput {
  /** Whose account it is. */
  @Field(() => ID) personId!: string;
  /** Why it is closed; at least ten characters. */
  @Text(SHORTEST_REASON, LONGEST_REASON) @Field(() => String) reason!: string;
}

@Resolver()
export class AccountResolver {
  /** How a person signs in; null for a person without an account. */
  @Allows('account.manage')
  @Query(() => AccountInfo, { nullable: true })
  async accountOf(
    @Arg('personId', () => ID, { description: 'Whose account.' }) personId: string,
    @Ctx() ctx: Context,
  ): Promise<AccountInfo | null> {
    if (!isId(personId)) return null;
    await assertReaches(ctx.em.getKysely(), ctx.viewer!, personId);
    const { rows } = await sql<AccountInfo>`
      select user_name as "userName", is_active as "isActive", is_password_given as "isPasswordGiven"
      from account
      where person_id = ${personId}`.execute(ctx.em.getKysely());
    return rows[0] ?? null;
  }

  @Performs('identity.giveAccount')
  @Mutation(() => GivenPassword)
  async giveAccount(
    @Arg('input', () => GiveAccountInput) { personId, userName }: GiveAccountInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GivenPassword> {
    const password = randomPassword();
    await perform(ctx, info, giveAccount, { personId, userName, password });
    return { userName, password };
  }

  @Performs('identity.resetPassword')
  @Mutation(() => GivenPassword)
  async resetPassword(
    @Arg('personId', () => ID, { description: 'Whose password.' }) personId: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<GivenPassword> {
    const password = randomPassword();
    await perform(ctx, info, resetPassword, { personId, password });
    return { userName: (await this.accountOf(personId, ctx))!.userName, password };
  }

  @Performs('identity.closeAccount')
  @Mutation(() => Boolean)
  async closeAccount(
    @Arg('input', () => CloseAccountInput) { personId, reason }: CloseAccountInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<boolean> {
    await perform(ctx, info, closeAccount, { personId, reason });
    return true;
  }
}
