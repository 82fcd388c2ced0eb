import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { assertAllowed, isId, readOne, type Context } from '../access/index.js';
import type { FileStore } from '../platform/files.js';
import { formatError } from '../platform/graphql/errors.js';
import { selection } from '../platform/reads/index.js';
import type { Services, OpenRequest } from '../platform/module.js';
import { Attachment, largestFile } from './attachment.js';
import { fileStore } from './store.js';
import { checkUpload, recordUpload } from './upload.js';

const statusOf: Record<string, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 422,
  RATE_LIMITED: 429,
};
const described = selection('id', 'name', 'type', 'size');

/** `PUT /attachments/<sha256>` takes a file, `GET /attachments/<id>` gives it to those who may see it. */
export function attachmentRoutes(http: FastifyInstance, services: Services, open: OpenRequest): void {
  const store = fileStore(services);
  const opened = new WeakMap<FastifyRequest, Context>();
  void http.register(async (scope) => {
    // No file is received before the server knows who sends it.
    scope.addHook('onRequest', async (request, reply) => {
      const ctx = (await open(request, reply)) as Context;
      opened.set(request, ctx);
      if (request.method !== 'PUT') return;
      try {
        assertAllowed('attachment.write', ctx);
      } catch (error) {
        sendError(ctx, reply, error);
      }
    });
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestFile + 1 }, (_request, body, done) =>
      done(null, body),
    );
    scope.put<{ Params: { sha256: string } }>(
      '/attachments/:sha256',
      { bodyLimit: largestFile + 1 },
      async (request, reply) => {
        const ctx = opened.get(request)!;
        const upload = {
          sha256: request.params.sha256.toLowerCase(),
          name: nameOf(request.headers['x-file-name']),
          type: String(request.headers['content-type'] ?? ''),
          content: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
          store,
        };
        return answered(ctx, reply, async () => {
          checkUpload(upload);
          const { id } = await recordUpload(ctx, upload);
          return reply.send(await readOne(ctx, Attachment, id, described));
        });
      },
    );
    scope.get<{ Params: { id: string } }>('/attachments/:id', async (request, reply) => {
      const ctx = opened.get(request)!;
      return answered(ctx, reply, () =>
        send(ctx, reply, { id: request.params.id, known: request.headers['if-none-match'] }, store),
      );
    });
  });
}

/** The file name, percent-encoded in the header; empty when it cannot be read. */
function nameOf(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? '')).normalize('NFC');
  } catch {
    return '';
  }
}

/**
 * Gives the file to whoever may see it now. The browser keeps it but asks each time: on a shared
 * computer the next person, or one whose role has ended, must not get it out of the cache.
 */
async function send(
  ctx: Context,
  reply: FastifyReply,
  { id, known }: { id: string; known: string | undefined },
  store: FileStore,
): Promise<FastifyReply> {
  const file = await readOne(ctx, Attachment, isId(id) ? id : '', selection('sha256', 'name', 'type'));
  const tag = `"${file.sha256}"`;
  reply.headers({ etag: tag, 'cache-control': 'private, no-cache' });
  if (known === tag) return reply.code(304).send();
  const content = await store.get(file.sha256);
  if (!content) throw new Error(`The content of attachment ${id} is not in the store`);
  const isShown = file.type.startsWith('image/') || file.type === 'application/pdf';
  return reply
    .header('content-type', file.type)
    .header(
      'content-disposition',
      `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .send(content);
}

/** Errors of these routes have the shape of GraphQL's. */
async function answered(ctx: Context, reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    return sendError(ctx, reply, error);
  }
}

function sendError(ctx: Context, reply: FastifyReply, error: unknown): FastifyReply {
  const shaped = formatError({ message: '' }, error, { ...ctx, log: ctx.services.log });
  return reply.code(statusOf[String(shaped.extensions?.['code'])] ?? 500).send({ errors: [shaped] });
}
