import { Field, ID, ObjectType } from 'type-graphql';
import { Day } from '../../platform/graphql/scalars.js';
import { AuditLength, TeamPart } from './kinds.js';

/** A person in a part, by ids. */
@ObjectType({ simpleResolvers: true })
export class PlannedMember {
  @Field(() => ID) personId!: string;
  @Field(() => String) name!: string;
  @Field(() => TeamPart) part!: TeamPart;
}

/** One audit in a plan: who goes where and when. */
@ObjectType({ simpleResolvers: true })
export class PlanEntry {
  @Field(() => ID) auditId!: string;
  @Field(() => String) auditNumber!: string;
  @Field(() => String) auditeeName!: string;
  @Field(() => [PlannedMember]) members!: PlannedMember[];
  @Field(() => [Day]) dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  @Field(() => String) startTime!: string;
}
