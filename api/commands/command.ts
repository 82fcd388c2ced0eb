import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context, PersonVerb, Verb, Viewer } from '../access/index.js';
import type { Services } from '../platform/module.js';
import { poolSize } from '../platform/database/orm.js';
import { semaphore } from '../platform/semaphore.js';
import { localDate } from '../rules/calendar.js';
import { refuse } from '../rules/refusal.js';
import { canonical } from '../rules/canonical.js';
import { systemName, Tx } from './tx.js';

/** What every input of a command may carry. */
export interface Keyed {
  idempotencyKey?: string | null | undefined;
}

/** What a command answers with: the record to read back. */
export interface CommandResult {
  id: string;
}

/** A command that a person gives. */
export interface Command<Input extends object> {
  (ctx: Context, input: Input & Keyed): Promise<CommandResult>;
  /** What it does, by the catalogue. */
  readonly verb: PersonVerb;
}

const commandVerbs = new Set<Verb>();

/** The verbs that commands were made for so far. */
export const verbsOfCommands = (): ReadonlySet<Verb> => commandVerbs;

/**
 * Makes a command: the one way to change data. Everything is done in one transaction, or nothing is. With an
 * idempotency key, a request that is sent twice is carried out once, and both get the same answer.
 * @param verb what it does, as the trail calls it, such as `nonconformity.respond`
 * @param work changes data through `tx` and records what it did; if it throws a Refusal, nothing is changed
 */
export function command<Input extends object, Result extends CommandResult>(
  verb: PersonVerb,
  work: (tx: Tx, input: Input) => Promise<Result>,
): Command<Input> {
  commandVerbs.add(verb);
  const run = async (ctx: Context, input: Input & Keyed): Promise<CommandResult> => {
    const viewer =
      ctx.viewer ?? refuse('UNAUTHENTICATED', { vi: 'Hãy đăng nhập để làm việc này.', en: 'Sign in to do this.' });
    return inTransaction(
      ctx.services,
      viewer,
      ctx,
      verb,
      async (tx) => {
        const replayed = input.idempotencyKey ? await claim(tx, verb, input, input.idempotencyKey) : undefined;
        if (replayed) return { answer: replayed, isReplay: true };
        const result = await work(tx, input);
        return { answer: { id: result.id }, isReplay: false };
      },
      input.idempotencyKey,
    );
  };
  return named(run, verb);
}

/** The function, named after its verb, so that stack traces show which command it is. */
const named = <F extends object, V extends Verb>(run: F, verb: V): F & { readonly verb: V } =>
  Object.assign(Object.defineProperty(run, 'name', { value: verb }), { verb });

/** The system itself, as the trail names it. */
const system: Viewer = {
  accountId: '',
  sessionId: '',
  personId: '00000000-0000-0000-0000-000000000000',
  fullName: systemName,
  userName: 'system',
  isPasswordGiven: false,
  unitId: null,
  authorityId: null,
  grants: [],
  memberOf: [],
};

/**
 * Makes a command of the system: a job runs it, with the server's clock. It sees every record.
 * @param verb as in {@link command}
 */
export function systemCommand<Input, Result extends CommandResult>(
  verb: Verb,
  work: (tx: Tx, input: Input) => Promise<Result>,
): (services: Services, input: Input) => Promise<CommandResult> {
  commandVerbs.add(verb);
  const run = (services: Services, input: Input) =>
    inTransaction(services, system, null, verb, async (tx) => ({ answer: await work(tx, input), isReplay: false }));
  return named(run, verb);
}

/**
 * How many commands of one process run at the same time. Each holds a connection, and a command that signs
 * needs a second one for the count of wrong passwords. If commands could hold all connections, each would wait
 * for another for ever, and the server would stop answering.
 */
const commandsAtOnce = poolSize / 2;
const withinLimit = semaphore(commandsAtOnce);

async function inTransaction(
  services: Services,
  viewer: Viewer,
  ctx: Context | null,
  verb: Verb,
  work: (tx: Tx) => Promise<{ answer: CommandResult; isReplay: boolean }>,
  key?: string | null,
): Promise<CommandResult> {
  const now = ctx?.now ?? services.clock.now();
  const fork = services.orm.em.fork({ freshEventManager: true });
  return withinLimit(() =>
    fork.transactional(
      async (em) => {
        const tx = new Tx(em, viewer, ctx, now, localDate(now), services.clock, verb);
        const { answer, isReplay } = await work(tx);
        if (isReplay) return answer;
        await tx.finish();
        if (key)
          await sql`
            update receipt set answer_id = ${answer.id}
            where key = ${key} and actor_id = ${viewer.personId}`.execute(tx.kysely);
        return answer;
      },
      { clear: true },
    ),
  );
}

/**
 * Takes the key for this request, or gives back the answer of the request that took it first. While that
 * request is still running it holds the row, and this one waits for it.
 */
async function claim(tx: Tx, verb: Verb, input: object, key: string): Promise<CommandResult | undefined> {
  const inputHash = hashOf(input);
  const { numAffectedRows } = await sql`
    insert into receipt (key, actor_id, verb, input_hash, answer_id, at)
    values (${key}::uuid, ${tx.viewer.personId}, ${verb}, ${inputHash}, ${key}::uuid, ${tx.now})
    on conflict (key, actor_id) do nothing`.execute(tx.kysely);
  if (numAffectedRows === 1n) return undefined;
  const { rows } = await sql<{ verb: string; input_hash: string; answer_id: string }>`
    select verb, input_hash, answer_id from receipt where key = ${key} and actor_id = ${tx.viewer.personId}`.execute(
    tx.kysely,
  );
  const first = rows[0];
  if (!first || first.verb !== verb || first.input_hash !== inputHash) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Yêu cầu này trùng mã với một yêu cầu khác. Hãy tải lại trang rồi làm lại.',
        en: 'The idempotency key was used for another request. Reload the page and try again.',
      },
      { field: 'idempotencyKey' },
    );
  }
  return { id: first.answer_id };
}

function hashOf(input: object): string {
  const kept = Object.fromEntries(
    Object.entries(input).filter(([name]) => name !== 'idempotencyKey' && !/password/i.test(name)),
  );
  return createHash('sha256').update(canonical(kept)).digest('hex');
}
