import { Field, ID, ObjectType } from 'type-graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { AuditLength, TeamPart } from './kinds.js';

/** A person in a part, by ids. */
@ObjectType({ simpleResolvers: true })
export class PlannedMember {
  /** The person. */
  @Field(() => ID) personId!: string;
  @Field(() => String) name!: string;
  @Field(() => TeamPart) part!: TeamPart;
}

/** One audit in a plan: who goes where and when. */
@ObjectType({ simpleResolvers: true })
export class PlanEntry {
  /** The audit. */
  @Field(() => ID) auditId!: string;
  /** Its number. */
  @Field(() => String) auditNumber!: string;
  /** Name of the auditee. */
  @Field(() => String) auditeeName!: string;
  /** The team. */
  @Field(() => [PlannedMember]) members!: PlannedMember[];
  /** Its days, in order. */
  @Field(() => [Day]) dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Field(() => String) startTime!: string;
}
