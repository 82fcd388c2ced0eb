import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That a command with this idempotency key was carried out, and what it answered. */
@Entity({ tableName: 'receipt' })
export class Receipt {
  /** Key made by the client, one a gesture. */
  @PrimaryKey({ type: 'uuid' }) key!: string;
  @PrimaryKey({ type: 'uuid' }) actorId!: string;
  @Property({ type: 'text' }) verb!: string;
  /** SHA-256 of the input, passwords left out. */
  @Property({ type: 'text' }) inputHash!: string;
  /** Id of the record the command answered with. */
  @Property({ type: 'uuid' }) answerId!: string;
  @Index()
  @Property({ type: 'timestamptz', length: 3 })
  at!: Date;
}
