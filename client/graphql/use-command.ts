import { batch, createSignal } from 'solid-js';
import { executeMutation, requestOf } from './client';
import type { TypedDocument } from './document';
import type { Refusal } from '../refusal';
import { toRefusal } from './refusal';
import { signedInAgain } from './session';

/** What a command takes: its input without the key that {@link useCommand} fills in, or its variables. */
export type InputOf<V> = V extends { input: infer I } ? Omit<I, 'idempotencyKey'> : V;

/** One gesture that changes something. Do not destructure: `busy` and `refusal` follow the call. */
export interface CommandHandle<Data, Variables> {
  /**
   * Sends the command. Calling it again while it is busy gives the same answer, so a double click
   * does nothing twice; sending the same input again after a lost connection uses the same key.
   * @returns the answer, or undefined when it was refused or did not arrive (see `refusal`)
   */
  run(
    ...input: Record<string, never> extends InputOf<Variables>
      ? [input?: InputOf<Variables>]
      : [input: InputOf<Variables>]
  ): Promise<Data | undefined>;
  /** Sends the last input again. */
  retry(): Promise<Data | undefined>;
  readonly busy: boolean;
  /** Why the last call was not carried out. */
  readonly refusal: Refusal | undefined;
  /** Forgets the refusal, for example when a dialog is opened anew. */
  clear(): void;
}

/** A fresh UUID; `crypto.randomUUID` exists only on HTTPS and localhost. */
export function randomUuid(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What was read carries the type names that the cache asks for; an input that was made from it must not. */
function withoutTypeNames<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutTypeNames) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== '__typename')
      .map(([name, each]) => [name, withoutTypeNames(each)]),
  ) as T;
}

/** A command of the API, ready to be run by a button or a form. */
export function useCommand<D, V>(document: TypedDocument<D, V>): CommandHandle<D, V> {
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<Refusal>();
  let gesture: { input: string; key: string } | undefined;
  let last: InputOf<V> | undefined;
  let inFlight: Promise<D | undefined> | undefined;

  /** One key for one gesture: kept until the server has answered. */
  function keyFor(input: string): string {
    if (gesture?.input !== input) gesture = { input, key: randomUuid() };
    return gesture.key;
  }

  function variablesOf(input: InputOf<V> | undefined): V {
    if (document.inputShape === 'variables') return (input ?? {}) as V;
    const key = document.inputShape === 'input with key' ? { idempotencyKey: keyFor(JSON.stringify(input)) } : {};
    return { input: { ...withoutTypeNames(input), ...key } } as V;
  }

  async function send(input: InputOf<V> | undefined): Promise<D | undefined> {
    const result = await executeMutation(requestOf(document, variablesOf(input)));
    if (!result.error) {
      gesture = undefined;
      return structuredClone(result.data) as D;
    }
    const reason = toRefusal(result.error);
    if (reason.code === 'UNAUTHENTICATED' && (await signedInAgain())) return send(input);
    if (reason.code !== 'NETWORK' && reason.code !== 'INTERNAL') gesture = undefined;
    setRefusal(reason);
    return undefined;
  }

  function run(input?: InputOf<V>): Promise<D | undefined> {
    if (inFlight) return inFlight;
    last = input;
    batch(() => {
      setBusy(true);
      setRefusal(undefined);
    });
    inFlight = send(input).finally(() => {
      inFlight = undefined;
      setBusy(false);
    });
    return inFlight;
  }

  return {
    run,
    retry: () => run(last),
    get busy() {
      return busy();
    },
    get refusal() {
      return refusal();
    },
    clear: () => setRefusal(undefined),
  };
}
