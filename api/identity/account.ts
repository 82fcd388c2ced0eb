import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../organization/index.js';

/** How a person signs in. An administrator makes the account; nobody can sign up. */
@Entity()
export class Account {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @OneToOne({ entity: () => Person, ref: true, owner: true, deleteRule: 'restrict' }) person!: Ref<Person>;
  /** Lower case; unique. */
  @Property({ type: 'text', unique: true }) userName!: string;
  /** Argon2id in the PHC string form. */
  @Property({ type: 'text', hidden: true }) passwordHash!: string;
  @Property({ type: 'timestamptz', length: 3 }) passwordChangedAt!: Date;
  @Property({ type: 'boolean' }) isActive!: boolean;
  /** The password was given by an administrator: its owner must choose another one before signing anything. */
  @Property({ type: 'boolean', default: false }) isPasswordGiven: boolean = false;
  @Property({ type: 'integer', version: true }) version!: number;
}

/** A signed-in browser. The cookie holds a random token; the database only its hash. */
@Entity()
export class Session {
  @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Account, ref: true, deleteRule: 'cascade', index: true }) account!: Ref<Account>;
  @Property({ type: 'text', unique: true, hidden: true }) tokenHash!: string;
  @Property({ type: 'timestamptz', length: 3 }) startedAt!: Date;
  @Property({ type: 'timestamptz', length: 3 }) expiresAt!: Date;
  @Property({ type: 'text' }) userAgent!: string;
}
