import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { createQuery, Provider } from '@urql/solid';
import { createComponent, createRoot, createSignal, type Accessor } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { resetClient } from '../../client/graphql/client';
import { typedDocument } from '../../client/graphql/document';
import { useQuery } from '../../client/graphql/use-query';

/** What a screen reads in these tests: the rows of a unit. */
interface Answer {
  rows: { id: string; unit: string }[];
}
type Variables = { unit: string };
const text = 'query Rows($unit: String!) { rows(unit: $unit) { id unit __typename } }';

/** The requests that have left, and those that are not answered yet. */
let requests: Variables[];
let waiting: (() => void)[];

/** The network: answers when `answerAll` says so. */
const network = vi.fn<typeof fetch>(async (_url, init) => {
  const { variables } = JSON.parse(init!.body as string) as { variables: Variables };
  requests.push(variables);
  await new Promise<void>((resolve) => waiting.push(resolve));
  const rows = [{ id: `row of ${variables.unit}`, unit: variables.unit, __typename: 'Row' }];
  return new Response(JSON.stringify({ data: { rows } }), { headers: { 'content-type': 'application/json' } });
});

async function answerAll(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    for (const answer of waiting.splice(0)) answer();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

interface Read {
  readonly data?: Answer | undefined;
}
type Reader = (variables: Accessor<Variables>, pause?: Accessor<boolean>) => Read;

const own: Reader = (variables, pause) =>
  useQuery(typedDocument<Answer, Variables>(text), variables, { pause, keep: true });
const binding: Reader = (variables, pause) =>
  createQuery<Answer, Variables>({ query: text, variables, ...(pause && { pause }) })[0];

/** Runs a screen with the hooks that it calls, and gives what they give. */
function screen<Made>(make: () => Made): Made {
  const client = new Client({
    url: 'http://soat.test/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: network,
  });
  let made!: Made;
  createRoot((dispose) => {
    endings.push(dispose);
    createComponent(Provider, {
      value: client,
      get children() {
        return createComponent(() => void (made = make()), {});
      },
    });
  });
  return made;
}
const endings: (() => void)[] = [];

beforeEach(() => {
  requests = [];
  waiting = [];
  vi.stubGlobal('fetch', network);
  resetClient();
});
afterEach(() => {
  for (const end of endings.splice(0)) end();
  vi.unstubAllGlobals();
});

/** Filters by unit A, then by B, then by A again, and gives the unit of the rows that stand there at once. */
async function unitAfterGoingBack(read: Reader): Promise<string | undefined> {
  const [unit, setUnit] = createSignal('A');
  const query = screen(() => read(() => ({ unit: unit() })));
  await answerAll();
  setUnit('B');
  await answerAll();
  expect(query.data?.rows[0]?.unit).toBe('B');
  setUnit('A');
  return query.data?.rows[0]?.unit;
}

/** Two lists of unit A, of which one is filtered by B: gives the unit of the rows in the other one. */
async function unitOfOtherList(read: Reader): Promise<string | undefined> {
  const [unit, setUnit] = createSignal('A');
  const [filtered, other] = screen(() => [read(() => ({ unit: unit() })), read(() => ({ unit: 'A' }))] as const);
  await answerAll();
  setUnit('B');
  await answerAll();
  expect(filtered.data?.rows[0]?.unit).toBe('B');
  return other.data?.rows[0]?.unit;
}

/** How often a paused query reads its variables, which may not be there yet. */
async function readsWhilePaused(read: Reader): Promise<number> {
  const variables = vi.fn<() => Variables>(() => ({ unit: 'A' }));
  screen(() => read(variables, () => true));
  await answerAll();
  expect(requests).toEqual([]);
  return variables.mock.calls.length;
}

describe('useQuery', () => {
  test('going back to a filter shows its own rows at once', async () => {
    expect(await unitAfterGoingBack(own)).toBe('A');
  });

  test('two lists of one query do not change each other', async () => {
    expect(await unitOfOtherList(own)).toBe('A');
  });

  test('does not read variables while it is paused', async () => {
    expect(await readsWhilePaused(own)).toBe(0);
  });

  test('sends one request', async () => {
    screen(() => own(() => ({ unit: 'A' })));
    await answerAll();
    expect(requests).toEqual([{ unit: 'A' }]);
  });
});

/** Why there is a hook of our own. When one of these fails, the binding has been mended: see docs/decisions/003. */
describe('createQuery of @urql/solid', () => {
  test('going back to a filter shows the rows of the other filter', async () => {
    expect(await unitAfterGoingBack(binding)).toBe('B');
  });

  test('a filter of one list changes the rows of another list', async () => {
    expect(await unitOfOtherList(binding)).toBe('B');
  });

  test('reads variables while it is paused', async () => {
    expect(await readsWhilePaused(binding)).toBe(1);
  });
});
