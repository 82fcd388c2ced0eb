import { Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Language } from '../rules/languages.js';
import type { CheckProblem } from '../rules/checks.js';
import type { ContentChange } from '../rules/compare.js';

/** How severe a result of the checks is. BLOCKING stops the submission, WARNING is only shown. */
export const CheckSeverity = {
  /** Stops the submission. */
  BLOCKING: 'BLOCKING',
  /** Is only shown. */
  WARNING: 'WARNING',
} as const;
registerEnumType(CheckSeverity, {
  name: 'CheckSeverity',
});

/** How a part of a revision changed. */
export const ChangeKind = {
  /** It was added. */
  ADDED: 'ADDED',
  /** It was removed. */
  REMOVED: 'REMOVED',
  /** It was changed. */
  CHANGED: 'CHANGED',
} as const;
registerEnumType(ChangeKind, { name: 'RevisionChangeKind' });

/** One thing that an automatic check found. */
@ObjectType({ simpleResolvers: true })
export class CheckFinding {
  @Field(() => String) code!: string;
  @Field(() => CheckSeverity) severity!: CheckProblem['severity'];
  /** What is wrong and what to do, in the language of the request. */
  @Field(() => String) message!: string;
  /** The field or step at fault, such as `sections.SCOPE` or `steps.B4`. */
  @Field(() => String, { nullable: true }) field!: string | null;

  static of({ code, severity, words, field }: CheckProblem, language: Language): CheckFinding {
    return Object.assign(new CheckFinding(), { code, severity, message: words[language], field: field ?? null });
  }
}

/** One difference between a revision and the one before. */
@ObjectType({ simpleResolvers: true })
export class RevisionChange {
  @Field(() => ChangeKind) kind!: ContentChange['kind'];
  /** Part of the paper, such as `SCOPE` or `STEPS`. */
  @Field(() => String) part!: string;
  /** The part in words, in the language of the request. */
  @Field(() => String) title!: string;
  /** The entry in it, such as `B3`. */
  @Field(() => String, { nullable: true }) entry!: string | null;
  /** What it said before; null where it was added. */
  @Field(() => String, { nullable: true }) before!: string | null;
  /** What it says now; null where it was removed. */
  @Field(() => String, { nullable: true }) after!: string | null;

  static of({ title, ...change }: ContentChange, language: Language): RevisionChange {
    return Object.assign(new RevisionChange(), change, { title: title[language] });
  }
}
