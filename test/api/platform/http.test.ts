import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();

/** Apollo answers a request that cannot be carried out with 400, whichever of the two media types is asked for. */
const badRequest = 'Response status code is not 200';
/** GraphQL is served at POST only: a command in an address would stand in logs and histories. */
const postOnly = 'Response status code is not 200';

/** The audits that do not pass, with what is found instead; everything else must. */
const exceptions: Record<string, string> = {
  'SHOULD use 200 status code on document parsing failure when accepting application/json': badRequest,
  'SHOULD use 200 status code on document validation failure when accepting application/json': badRequest,
  'SHOULD use a status code of 200 on variable coercion failure when accepting application/json': badRequest,
  'MAY accept application/x-www-form-urlencoded formatted GET requests': postOnly,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json':
    postOnly,
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json': postOnly,
};

test('the server keeps to GraphQL over HTTP as the audits of graphql-http ask', async () => {
  const results = [];
  for (const audit of serverAudits({ url: `${it.server.url}/graphql` })) results.push(await audit.fn());
  const failed = results.flatMap((result) => (result.status === 'ok' ? [] : [[result.name, result.reason]]));
  expect(Object.fromEntries(failed)).toEqual(exceptions);
  expect(results.length - failed.length).toBeGreaterThanOrEqual(55);
});

test.each(['session', 'account'])(
  'bug: when the database failed before the request was read, its own words were answered (%s)',
  async (table) => {
    const { cookie } = await it.as('phunb.bt');
    const headers = { cookie, 'content-type': 'application/json', 'accept-language': 'en' };
    const answers = async () => {
      const graphql = await fetch(`${it.server.url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: '{ viewer { userName } }' }),
      });
      const file = await fetch(`${it.server.url}/attachments/${crypto.randomUUID()}`, { headers });
      return [
        [graphql.status, await graphql.text()],
        [file.status, await file.text()],
      ] as const;
    };
    await it.sql(`alter table ${table} rename to renamed`);
    const broken = await answers();
    await it.sql(`alter table renamed rename to ${table}`);
    expect(broken.map(([status]) => status)).toEqual([500, 500]);
    for (const [, text] of broken) expect(text).not.toMatch(/relation|does not exist|renamed|select/i);
    const errors = broken.map(([, text]) => JSON.parse(text).errors[0]);
    const internal = {
      message: expect.stringMatching(/give the request id to the administrator/),
      extensions: { code: 'INTERNAL', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    };
    expect(errors).toEqual([internal, internal]);
    expect((await answers())[0][0]).toBe(200);
  },
);
