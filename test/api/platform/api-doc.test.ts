import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFile } from '#api/platform/config.js';
import { refusalCodes } from '#api/rules/refusal.js';
import { useServer } from '../../support/server.js';

const it = useServer({ dataDir: mkdtempSync(path.join(tmpdir(), 'soat-doc-')) });

/** A request of docs/api.md, with what the text says of its answer. */
interface Example {
  /** The heading it stands under and its place there, such as `Files 2`. */
  title: string;
  request: string;
  /** The JSON block after it; none where the answer is a file. */
  answer?: string;
  /** `{{name}} is path`: values of the answer that later requests use. */
  kept: { name: string; path: string }[];
}

/** The requests of the page, in order. */
function examplesOf(markdown: string): Example[] {
  const examples: Example[] = [];
  let heading = '';
  for (const [, title, language, block, name, where] of markdown.matchAll(
    /^## (.*)$|^```(http|json)\n([\s\S]*?)\n```$|^<!-- \{\{(\w+)\}\} is (\S+) -->$/gm,
  )) {
    if (title) heading = title;
    if (language === 'http') examples.push({ title: `${heading} ${examples.length + 1}`, request: block!, kept: [] });
    if (language === 'json') examples.at(-1)!.answer = block!;
    if (name) examples.at(-1)!.kept.push({ name, path: where! });
  }
  return examples;
}

/** Puts values of earlier answers into a text; a number stands without the quotation marks of its place. */
const filled = (text: string, values: Record<string, unknown>) =>
  text.replaceAll(/"\{\{(\w+)\}\}"|\{\{(\w+)\}\}/g, (_, quoted: string | undefined, bare: string | undefined) =>
    quoted ? JSON.stringify(values[quoted]) : String(values[bare!]),
  );

const page = readFileSync(projectFile('docs/api.md'), 'utf8');
const examples = examplesOf(page);
const values: Record<string, unknown> = {};
let cookie = '';

async function send(text: string): Promise<Response> {
  const [head, ...rest] = text.split('\n\n');
  const [first, ...lines] = head!.split('\n');
  const [method, address] = first!.split(' ');
  const headers = lines.map((line) => line.split(': ') as [string, string]);
  const response = await fetch(it.server.url + address, {
    method: method!,
    headers: [...headers, ['cookie', cookie]],
    ...(rest.length > 0 && { body: rest.join('\n\n') }),
  });
  for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0]!;
  return response;
}

/** What a value looks like: the type of each leaf; of a list the looks of its entries, each once. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value))
    return [...new Map(value.map(shapeOf).map((shape) => [JSON.stringify(shape), shape])).values()];
  if (value === null || typeof value !== 'object') return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

describe('docs/api.md', () => {
  test('shows requests', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  test.each(examples)('$title', async ({ request, answer, kept }) => {
    const response = await send(filled(request, values));
    const isFile = answer === undefined;
    expect(isFile ? response.status : 200).toBe(200);
    const given = (isFile ? {} : await response.json()) as Record<string, unknown>;
    const documented = JSON.parse(filled(answer ?? '{}', values)) as Record<string, unknown>;
    for (const error of (given['errors'] ?? []) as Record<string, unknown>[]) delete error['locations'];
    expect(shapeOf(given)).toEqual(shapeOf(documented));
    // A failure, and a value that came before, are shown word for word.
    const isExact = documented['errors'] !== undefined || (answer ?? '').includes('{{');
    expect(isExact ? given : documented).toEqual(documented);
    for (const { name, path: where } of kept) {
      values[name] = where.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], given as unknown);
      expect(values[name], name).toBeDefined();
    }
  });

  test('shows that a request sent again with its key gives the record of the first time', () => {
    expect(examples.filter(({ answer }) => answer?.includes('"{{id}}"'))).toHaveLength(1);
  });

  test('the request with curl is the first one of the page', () => {
    const curl = /^curl .*--json '(.*)'$/m.exec(page)![1]!;
    const sent = JSON.parse(curl) as { variables: unknown };
    const first = JSON.parse(examples[0]!.request.split('\n\n')[1]!) as { variables: unknown };
    expect(sent.variables).toEqual(first.variables);
  });

  test('names every code that an error may have', () => {
    expect(refusalCodes.filter((code) => !page.includes(`| ${code} |`))).toEqual([]);
  });
});
