import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { TestServer } from '../../support/server.js';
import { cast, password, type Story } from './fixtures.js';

/** A reason that every command takes. */
export const reason = 'Lý do đủ dài cho một thử nghiệm';

/** What a command sends that signs, and the password that it refuses. */
export const signs = {
  input: { password },
  bad: [[{ password: 'không phải mật khẩu' }, { code: 'INVALID_INPUT', field: 'password' }]] as const,
};

/** What a command sends that gives a reason, and the reasons that it refuses. */
export const gives = {
  input: { reason },
  bad: [
    [{ reason: 'ngắn' }, { code: 'INVALID_INPUT', field: 'reason' }],
    [{ reason: 'x'.repeat(10_001) }, { code: 'INVALID_INPUT', field: 'reason' }],
  ] as const,
};

/** What a command must do and refuse. */
export interface Expected {
  /** Table and id of the record it is about. */
  on: [table: string, id: string];
  by: string;
  /** What is sent besides id and version; a function where it must be made for each attempt. */
  input?: object;
  /** See the record, but may not do it. */
  notBy: readonly string[];
  /** Inputs that are refused, and how. */
  bad?: readonly (readonly [input: object, how: { code?: string; field?: string; rule?: string }])[];
  /** Of the trail. */
  verb: string;
  /** How the same is refused once it is done: by default the state forbids it; null where it may be done again. */
  again?: { code?: string; rule?: string; field?: string } | null;
  /** The record has no version: lines are found by id alone. */
  unversioned?: boolean;
}

/** Carries out a command as it should be, and before and after as it should not. */
export class CommandCheck {
  constructor(
    private readonly it: TestServer,
    private readonly story: Story,
  ) {}

  private refusal(who: string, name: string, input: object): Promise<object> {
    return this.it.runRefused(who, name, input);
  }

  /** @returns the state of the record afterwards, where it has one */
  async of(
    name: string,
    {
      on: [table, id],
      by,
      input = {},
      notBy,
      bad = [],
      verb,
      again = { code: 'TRANSITION_NOT_ALLOWED' },
      unversioned = false,
    }: Expected,
  ): Promise<string | undefined> {
    const key = name === 'explainLines' || name === 'addCheckItem' || name === 'writeFinding' ? 'auditId' : 'id';
    const asked = async (more: object = input) => ({
      [key]: id,
      ...(!unversioned && { version: await this.story.version(table, id) }),
      ...more,
    });
    for (const who of notBy)
      expect(await this.refusal(who, name, await asked()), `${name} by ${who}`).toMatchObject({ code: 'FORBIDDEN' });
    expect(await this.refusal(cast.stranger, name, await asked()), `${name} by a stranger`).toMatchObject({
      code: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN)$/),
    });
    expect(
      await this.refusal(by, name, { ...(await asked()), [key]: randomUUID() }),
      `${name} of nothing`,
    ).toMatchObject({ code: 'NOT_FOUND' });
    if (!unversioned)
      expect(await this.refusal(by, name, { ...(await asked()), version: 99 }), `${name}, stale`).toMatchObject({
        code: 'VERSION_CONFLICT',
      });
    for (const [more, how] of bad)
      expect(
        await this.refusal(by, name, await asked({ ...input, ...more })),
        `${name} with ${JSON.stringify(more).slice(0, 80)}`,
      ).toMatchObject(how);

    const entries = () =>
      this.it.sql<{ id: string }>(
        `
          select t.id from trail_entry t join person p on p.id = t.actor_id where t.verb = $1 and (p.code = $2
          or exists (select 1 from account a where a.person_id = p.id and a.user_name = $2))`,
        verb,
        by,
      );
    const before = (await entries()).length;
    // The same gesture sent twice, as a double click or a lost answer makes it, is carried out once.
    const sent = { ...(await asked()), idempotencyKey: randomUUID() };
    const caller = await this.it.as(by);
    const [first, second] = [await caller.run(name, sent, 'id'), await caller.run(name, sent, 'id')];
    expect(second, `${name} twice`).toEqual(first);
    expect((await entries()).length - before, `${name} in the trail as ${verb}`).toBeGreaterThan(0);
    if (again) expect(await this.refusal(by, name, await asked()), `${name} again`).toMatchObject(again);
    const [row] = await this.it.sql<{ state?: string }>(
      `select to_jsonb(t) ->> 'state' as state from "${table}" t where id = $1`,
      id,
    );
    return row?.state;
  }
}
