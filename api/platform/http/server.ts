import cookie from '@fastify/cookie';
import serveStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { languageOfHeader } from '../../rules/languages.js';
import { projectFile } from '../config.js';
import { internalError } from '../graphql/errors.js';

/** Header values that keep the page to its own scripts and frames. */
const headers = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "script-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/**
 * The HTTP server without its routes for data: health, and the built client at every other address.
 * @param isReady true when the database answers
 */
export async function createHttp(log: Logger, isReady: () => Promise<boolean>): Promise<FastifyInstance> {
  const http: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    bodyLimit: 2 * 1024 * 1024,
    forceCloseConnections: true,
    trustProxy: 'loopback',
  });
  await http.register(cookie);
  http.addHook('onSend', async (_request, reply) => {
    reply.headers(headers);
  });
  http.setErrorHandler<FastifyError>((error, request, reply) => {
    // What is wrong with the request itself is told by Fastify, such as a body that is too large.
    if ((error.statusCode ?? 500) < 500) return reply.send(error);
    const language = languageOfHeader(request.headers['accept-language']);
    return reply.code(500).send({ errors: [internalError(error, { language, requestId: randomUUID(), log })] });
  });
  http.get('/healthz', async () => ({ status: 'ok' }));
  http.get('/readyz', async (_request, reply) => {
    if (await isReady()) return { status: 'ok' };
    return reply.code(503).send({ status: 'the database does not answer' });
  });
  http.get('/metrics', async (_request, reply) => {
    const { rss, heapUsed } = process.memoryUsage();
    reply.type('text/plain; version=0.0.4');
    return [
      `process_resident_memory_bytes ${rss}\n`,
      `process_heap_used_bytes ${heapUsed}\n`,
      `process_uptime_seconds ${process.uptime()}\n`,
    ].join('');
  });
  return http;
}

/** Serves the built client; every address that is no file gets the client's page, whose router shows the screen. */
export async function serveClient(http: FastifyInstance): Promise<void> {
  const root = projectFile('.build/client');
  if (!existsSync(path.join(root, 'index.html'))) return;
  await http.register(serveStatic, {
    root,
    wildcard: false,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const isHashed = file.includes(`${path.sep}assets${path.sep}`);
      void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  http.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send({ error: 'Not found' });
  });
}
