export { ask, resetClient, refetchAll } from './client';
export { checkConnection, online, watchedFetch } from './connection';
export type { TypedDocument } from './document';
export type { Problem, Refusal, RefusalCode } from '../refusal';
export { randomUuid, useCommand, type CommandHandle } from './use-command';
export { usePages, type Connection, type Pages } from './use-pages';
export { useQuery, type Query, type QueryOptions } from './use-query';
