import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Context } from '../access/index.js';
import type { Services } from '../platform/module.js';
import { localDate } from '../rules/calendar.js';
import { languageOfHeader } from '../rules/languages.js';
import { viewerOf } from './sessions.js';

/** Name of the session cookie. */
export const sessionCookie = 'soat_session';

/** The context of a request: who asks, when, in which language. */
export async function contextOf(services: Services, request: FastifyRequest, reply: FastifyReply): Promise<Context> {
  const now = services.clock.now();
  const today = localDate(now);
  const em = services.orm.em.fork();
  const token = request.cookies[sessionCookie];
  const secure = services.config.publicUrl.startsWith('https:');
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    services,
    em,
    viewer: token ? await viewerOf(em, token, now, today) : null,
    language: languageOfHeader(request.headers['accept-language']),
    requestId: randomUUID(),
    now,
    today,
    ip: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    reply: {
      // Counted from the browser's own now: its clock need not agree with the server's.
      setSession: (value, seconds) => void reply.setCookie(sessionCookie, value, { ...cookie, maxAge: seconds }),
      clearSession: () => void reply.clearCookie(sessionCookie, cookie),
    },
  };
}
