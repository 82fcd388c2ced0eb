import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import {
  Allows,
  anyOf,
  Performs,
  permissionsOf,
  readMany,
  readOne,
  type Context,
  type Viewer,
} from '../access/index.js';
import { perform } from '../commands/index.js';
import { mergeSelections, selectionOf, within, type Selection } from '../platform/reads/index.js';
import { CommandInput } from '../platform/graphql/command-input.js';
import { MaxLength, Text } from '../platform/graphql/validation.js';
import { Person, Unit } from '../organization/index.js';
import { changePassword } from './change-password.js';
import { signIn } from './sign-in.js';
import { signOut, signOutEverywhere } from './sign-out.js';

/** The person who is signed in, with the unit for which he or she acts. */
@ObjectType({ simpleResolvers: true })
export class ViewerInfo {
  /** The name to sign in with. */
  @Field(() => String) userName!: string;
  /** The password was given by an administrator: it must be changed before anything is signed. */
  @Field(() => Boolean)
  isPasswordGiven!: boolean;
  /** With posts and the roles held now and before. */
  @Field(() => Person) person!: Person;
  /** The unit of the current post. */
  @Field(() => Unit, { nullable: true }) unit!: Unit | null;
  /** The authority of the current post. */
  @Field(() => Unit, { nullable: true }) authority!: Unit | null;
  /** Roles held today, each once. */
  @Field(() => [String]) roles!: string[];
  /**
   * What the person may do in at least one unit, by the names of the permission catalogue, such as
   * `document.create`. The field `viewerCan` of a record says what the person may do to that record.
   */
  @Field(() => [String])
  permissions!: string[];
  /** Authorities in which a post or a role is held today. */
  @Field(() => [ID]) memberOf!: string[];
}

const tooLong = { vi: 'Mật khẩu dài nhất 200 ký tự.', en: 'A password has at most 200 characters.' };

@InputType()
class SignInInput {
  /** The name of the account. */
  @Text(1, 100) @Field(() => String) userName!: string;
  @MaxLength(200, tooLong) @Field(() => String) password!: string;
}

@InputType()
class ChangePasswordInput extends CommandInput {
  /** The password until now. */
  @MaxLength(200, tooLong) @Field(() => String) currentPassword!: string;
  /** The new password; at most 200 characters. */
  @MaxLength(200, tooLong) @Field(() => String) newPassword!: string;
}

@Resolver()
export class IdentityResolver {
  /** Who is signed in; null when nobody is. */
  @Allows('identity.viewer')
  @Query(() => ViewerInfo, { nullable: true })
  viewer(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<ViewerInfo | null> {
    return describe(ctx, info);
  }

  /**
   * Opens a session: the answer sets the cookie `soat_session`. After several wrong names or passwords, one has
   * to wait.
   *
   * Refused with INVALID_INPUT when name and password do not fit, RATE_LIMITED after too many attempts.
   */
  @Performs('identity.signIn')
  @Mutation(() => ViewerInfo)
  async signIn(
    @Arg('input', () => SignInInput) input: SignInInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ViewerInfo | null> {
    await signIn(ctx, input);
    return describe(ctx, info);
  }

  @Performs('identity.signOut')
  @Mutation(() => Boolean)
  async signOut(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<boolean> {
    await perform(ctx, info, signOut, {});
    ctx.reply.clearSession();
    return true;
  }

  @Performs('identity.signOutEverywhere')
  @Mutation(() => Boolean)
  async signOutEverywhere(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<boolean> {
    await perform(ctx, info, signOutEverywhere, {});
    ctx.reply.clearSession();
    return true;
  }

  @Performs('identity.changePassword')
  @Mutation(() => Boolean)
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<boolean> {
    await perform(ctx, info, changePassword, input);
    return true;
  }
}

async function describe(ctx: Context, info: GraphQLResolveInfo): Promise<ViewerInfo | null> {
  const { viewer } = ctx;
  if (!viewer) return null;
  const asked = selectionOf(info);
  const [person, units] = await Promise.all([
    readOne(ctx, Person, viewer.personId, within(asked, 'person')),
    homeOf(ctx, viewer, asked),
  ]);
  return {
    userName: viewer.userName,
    isPasswordGiven: viewer.isPasswordGiven,
    person,
    unit: units.get(viewer.unitId) ?? null,
    authority: units.get(viewer.authorityId) ?? null,
    roles: [...new Set(viewer.grants.map((grant) => grant.role))],
    permissions: permissionsOf(viewer),
    memberOf: viewer.memberOf,
  };
}

/** Unit and authority of the viewer by id, in one statement; nothing when neither is asked for. */
async function homeOf(
  ctx: Context,
  { unitId, authorityId }: Viewer,
  asked: Selection,
): Promise<Map<string | null, Unit>> {
  if (!asked.has('unit') && !asked.has('authority')) return new Map();
  const wanted = mergeSelections(mergeSelections(new Map(), within(asked, 'unit')), within(asked, 'authority'));
  const ids = [unitId, authorityId].filter((id) => id !== null);
  const units = await readMany(ctx, Unit, wanted, { where: (row) => [anyOf(row('id'), ids)] });
  return new Map(units.map((unit) => [unit.id, unit]));
}
