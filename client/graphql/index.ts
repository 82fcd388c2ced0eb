export { ask, resetClient, refetchAll } from './client';
export { checkConnection, online, watchedFetch } from './connection';
export type { Document } from './document';
export type { Problem, Refusal, RefusalCode } from '../refusal';
export { newId, useCommand, type Command } from './use-command';
export { usePages, type Connection, type Pages } from './use-pages';
export { useQuery, type Query, type QueryOptions } from './use-query';
