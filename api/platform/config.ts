import { existsSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';

function findRoot(from: string): string {
  return existsSync(path.join(from, 'package.json')) ? from : findRoot(path.dirname(from));
}

/** Root folder of the project: where package.json, the data tables and the build are. */
export const projectRoot = findRoot(import.meta.dirname);

/** A file that belongs to the source tree, such as a reference table, by its path from the root. */
export const projectFile = (relative: string) => path.join(projectRoot, relative);

const url = (protocols: string[], example: string, isWhole: (address: URL) => boolean = () => true) =>
  v.pipe(
    v.string(),
    v.check((value) => {
      try {
        const address = new URL(value);
        return protocols.includes(address.protocol) && isWhole(address);
      } catch {
        return false;
      }
    }, `write an address such as ${example}`),
  );

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const settings = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'write a port number such as 4000'),
      v.transform(Number),
      v.maxValue(65_535, 'write a port number up to 65535'),
    ),
    '4000',
  ),
  HOST: v.optional(v.pipe(v.string(), v.nonEmpty('write an address to listen on, such as 127.0.0.1')), '127.0.0.1'),
  DATABASE_URL: v.optional(
    url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/soat', ({ pathname }) => pathname.length > 1),
  ),
  DATA_DIR: v.optional(v.pipe(v.string(), v.nonEmpty('write the path of a folder, such as .data'))),
  PUBLIC_URL: v.optional(url(['http:', 'https:'], 'https://soat.example.gov.vn')),
  SMTP_URL: v.optional(url(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.gov.vn')),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`), 'warn'),
});

/** Settings of one process, read from the environment and checked. */
export interface Config {
  port: number;
  host: string;
  /** The PostgreSQL to use; without it the process runs an embedded one under `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** The address people type; decides whether the session cookie is for https only. */
  publicUrl: string;
  smtpUrl: string | undefined;
  /** What is written to the log at least. */
  logLevel: (typeof LOG_LEVELS)[number];
}

/** A setting that cannot be used; the message names it and says what to write instead. */
export class ConfigError extends Error {}

/**
 * Reads the settings from the environment.
 * @throws ConfigError that lists every wrong setting and what to write instead.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = v.safeParse(settings, given);
  if (!parsed.success) {
    const lines = parsed.issues.map((issue) => {
      const name = String(issue.path?.[0]?.key);
      return `  ${name}="${withoutPassword(env[name] ?? '')}": ${issue.message}`;
    });
    throw new ConfigError(`These settings cannot be used:\n${lines.join('\n')}`);
  }
  const { PORT, HOST, DATABASE_URL, DATA_DIR, PUBLIC_URL, SMTP_URL, LOG_LEVEL } = parsed.output;
  return {
    port: PORT,
    host: HOST,
    databaseUrl: DATABASE_URL,
    dataDir: path.resolve(DATA_DIR ?? projectFile('.data')),
    publicUrl: PUBLIC_URL ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`,
    smtpUrl: SMTP_URL,
    logLevel: LOG_LEVEL,
  };
}

/** An address as it may be shown or logged. */
export const withoutPassword = (address: string): string => address.replace(/:[^:@/]+@/, ':…@');
