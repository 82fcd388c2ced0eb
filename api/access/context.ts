import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { Language } from '../rules/languages.js';
import type { Services } from '../platform/module.js';
import type { Viewer } from './viewer.js';

/** How an answer may set or clear the session cookie. */
export interface Reply {
  /** @param seconds how long the cookie is kept */
  setSession(token: string, seconds: number): void;
  clearSession(): void;
}

/** One request: who asks, when, in which language. */
export interface Context {
  services: Services;
  /** Read side of the database; commands open their own transaction. */
  em: SqlEntityManager;
  viewer: Viewer | null;
  language: Language;
  requestId: string;
  now: Date;
  /** The day in Asia/Ho_Chi_Minh, YYYY-MM-DD. */
  today: string;
  /** Address of the caller, to slow down guessing. */
  ip: string;
  userAgent: string;
  reply: Reply;
}

/** What row visibility and computed columns depend on. */
export interface ReadContext {
  viewer: Viewer;
  now: Date;
  today: string;
}
