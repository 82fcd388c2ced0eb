import { ConfigError, withoutPassword } from './config.js';

/** What Node and PostgreSQL say of an address, an account or a database that is not there. */
const databaseFaults: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there: start PostgreSQL, or mend host and port',
  ETIMEDOUT: 'nothing answers there: mend host and port, or the firewall between',
  EHOSTUNREACH: 'nothing answers there: mend host and port, or the firewall between',
  ENOTFOUND: 'there is no such host: mend the name',
  EAI_AGAIN: 'the name of the host cannot be looked up: mend the name, or the network',
  '28P01': 'user or password is wrong',
  '28000': 'this user may not come in from here: mend the user, or pg_hba.conf',
  '3D000': 'there is no such database: create it, or mend its name',
  '42P01': 'its tables are not there yet: run npm start with it once',
  '42501': 'this user may not create what the migrations create: make it the owner of the database',
};

/**
 * Says what is wrong at the start, in words that a newcomer can act on.
 * @param error what ended the start
 * @param env the settings, to name the one that is to be mended
 * @returns a text, or the error itself where there is nothing better to say
 */
export function explainStart(error: unknown, env: NodeJS.ProcessEnv): unknown {
  for (const each of causesOf(error)) {
    if (each instanceof ConfigError) return each.message;
    const { code = '', port, syscall, hostname } = each as NodeJS.ErrnoException & { port?: number; hostname?: string };
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken. Stop what listens there, or set PORT to another one: PORT=4001 npm start`;
    if (code === 'EACCES' && syscall === 'listen')
      return `PORT="${env['PORT']}": this user may not listen there: write a port from 1024 on, such as 4000`;
    if (code === 'EADDRNOTAVAIL' || (hostname && hostname === env['HOST']))
      return `HOST="${env['HOST']}" is no address of this machine: write 127.0.0.1, or leave it out`;
    if (env['DATABASE_URL'] && databaseFaults[code])
      return `DATABASE_URL="${withoutPassword(env['DATABASE_URL'])}": ${databaseFaults[code]}`;
  }
  return error;
}

/** The error, its causes, and the errors that an AggregateError contains. */
function* causesOf(error: unknown): Generator<Error> {
  if (!(error instanceof Error)) return;
  yield error;
  if (error instanceof AggregateError) for (const each of error.errors) yield* causesOf(each);
  yield* causesOf(error.cause);
  yield* causesOf((error as { previous?: unknown }).previous);
}
