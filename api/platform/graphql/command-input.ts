import { Field, ID, InputType, Int } from 'type-graphql';
import { IsUUID } from './validation.js';

/** What the input of every command may carry. */
@InputType()
export abstract class CommandInput {
  /** Made by the client, a new one for each action of the user: the same request sent twice is carried out once. */
  @IsUUID({ vi: 'Mã yêu cầu phải là UUID.', en: 'The idempotency key must be a UUID.' })
  @Field(() => ID, { nullable: true })
  idempotencyKey?: string | null;
}

/** The input of a command on an existing record. */
@InputType()
export abstract class RecordInput extends CommandInput {
  @Field(() => ID) id!: string;
  /** The version that the person saw; an older one is refused with VERSION_CONFLICT. */
  @Field(() => Int) version!: number;
}

/** The input of a command on an existing record that needs a reason. */
@InputType()
export abstract class ReasonInput extends RecordInput {
  /** At least ten characters. */
  @Field(() => String) reason!: string;
}
