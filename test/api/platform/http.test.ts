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
