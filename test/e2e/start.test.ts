import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase, on } from '../support/database.js';
import { copyProject } from './copy-project.js';

const root = path.resolve(import.meta.dirname, '../..');
/** Where a newcomer may have put the project, and what the start reads of it. */
const home = mkdtempSync(path.join(tmpdir(), 'soat-start-'));
chmodSync(home, 0o755);
const newcomers = path.join(home, "Rà soát 'mới' (bản sao 1)");
copyProject(newcomers);
const dataDir = path.join(newcomers, '.data');
const postmaster = path.join(dataDir, 'postgres/postmaster.pid');
const running = new Set<ChildProcess>();
afterAll(async () => {
  // A test that failed leaves its server behind.
  for (const child of running) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(home, { recursive: true, force: true });
});

interface Process {
  child: ChildProcess;
  output(): string;
  /** Resolves when the text was printed. @throws Error with the output when the process ends first */
  says(text: RegExp): Promise<RegExpExecArray>;
  /**
   * Ends it by its id, as a service manager does, or with Ctrl-C, which reaches npm and everything that it started;
   * gives the exit code.
   */
  end(how: 'SIGTERM' | 'Ctrl-C'): Promise<number | null>;
}

/** Runs what `npm start` runs, without npm; with a script or elsewhere, as people do: by npm. */
function run(environment: Record<string, string>, script?: string[], cwd = root): Process {
  const [program, words] = script ? ['npm', ['run', ...script]] : [process.execPath, ['api/start.mjs']];
  const child = spawn(program, words, {
    cwd,
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', ...environment },
    detached: true,
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    child,
    output: () => output,
    async says(text) {
      for (;;) {
        const found = text.exec(output);
        if (found) return found;
        if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async end(how) {
      const ended = once(child, 'exit');
      if (how === 'SIGTERM') child.kill('SIGTERM');
      else process.kill(-child.pid!, 'SIGINT');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

const ask = async (url: string, query: string) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data: Record<string, unknown> };
};
const signIn = 'mutation { signIn(input: { userName: "thuybp.bt", password: "lam-hong-vui-ve" }) { userName } }';

describe('npm start on a bare machine', () => {
  test('cut off while the database is made, leaves no half of one in the way of the next start', async () => {
    const [half, whole] = [path.join(dataDir, 'postgres.new/PG_VERSION'), path.join(dataDir, 'postgres')];
    // On a busy machine it may be whole before anybody looks: then it is made once more.
    do {
      rmSync(dataDir, { recursive: true, force: true });
      const cut = run({}, ['start'], newcomers);
      while (!existsSync(half) && !existsSync(whole)) await new Promise((resolve) => setTimeout(resolve, 5));
      process.kill(-cut.child.pid!, 'SIGKILL');
      await once(cut.child, 'exit');
    } while (existsSync(whole));
    expect(existsSync(half)).toBe(true);
  });

  test('prints address and accounts, serves API and client on one port, stops with everything on SIGTERM, whatever the folder is called', async () => {
    const first = run({}, ['start'], newcomers);
    const [, url] = await first.says(/Soát: (http:\S+)/);
    await first.says(/thuybp\.bt +lam-hong-vui-ve +Bùi Phương Thủy/);
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/nonconformities`, { headers: { accept: 'text/html' } })).text()).toContain(
      '<div id="app"',
    );
    expect((await ask(url!, signIn)).data).toEqual({ signIn: { userName: 'thuybp.bt' } });
    expect(existsSync(postmaster)).toBe(true);
    expect(await first.end('SIGTERM')).toBe(0);
    expect(existsSync(postmaster)).toBe(false);
  });

  test('finds all data again, builds nothing, and stops on Ctrl-C', async () => {
    const second = run({}, ['start'], newcomers);
    const [, url] = await second.says(/Soát: (http:\S+)/);
    expect(second.output()).not.toMatch(/Built/);
    expect((await ask(url!, signIn)).data).toEqual({ signIn: { userName: 'thuybp.bt' } });
    expect(await second.end('Ctrl-C')).toBe(0);
    expect(existsSync(postmaster)).toBe(false);
  });

  test('comes up after a power cut, when another program has got the number of the old server and of the old lock', async () => {
    writeFileSync(
      postmaster,
      [process.pid, path.join(dataDir, 'postgres'), '0', '1', '', '127.0.0.1', '', ''].join('\n'),
    );
    const third = run({}, ['start'], newcomers);
    const [, url] = await third.says(/Soát: (http:\S+)/);
    expect((await ask(url!, signIn)).data).toEqual({ signIn: { userName: 'thuybp.bt' } });
    expect(await third.end('SIGTERM')).toBe(0);
  });
});

describe('npm run trail:verify', () => {
  const verify = async (...anchors: string[]): Promise<{ code: number | null; said: string }> => {
    const { child, output } = run({}, ['trail:verify', '--', ...anchors], newcomers);
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, said: output() };
  };

  test('counts the entries, gives an anchor, and ends with 1 when an anchor does not fit', async () => {
    const { code, said } = await verify();
    expect(said).toMatch(/\d+ entries sealed, \d+ waiting, 0 faults/);
    expect(code).toBe(0);
    const [, anchor] = /anchor (\d+:[0-9a-f]{64})/.exec(said)!;
    expect(await verify(anchor!)).toMatchObject({ code: 0 });
    expect(await verify(anchor!, anchor!.replace(/^\d+/, '9999999'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('its tail was cut'),
    });
  });
});

describe('two processes on one embedded database', () => {
  const shared = mkdtempSync(path.join(tmpdir(), 'soat-both-'));
  const postmasterOfBoth = path.join(shared, 'postgres/postmaster.pid');
  afterAll(() => rmSync(shared, { recursive: true, force: true }));

  test.each(['a fresh folder', 'a folder with data'])(
    'start at once in %s, and whoever ends last stops the server',
    async () => {
      const both = [run({ DATA_DIR: shared }), run({ DATA_DIR: shared })] as const;
      const urls = await Promise.all(both.map(async (each) => (await each.says(/Soát: (http:\S+)/))[1]!));
      await both[0].end('SIGTERM');
      expect(existsSync(postmasterOfBoth)).toBe(true);
      expect((await ask(urls[1]!, signIn)).data).toEqual({ signIn: { userName: 'thuybp.bt' } });
      expect(await both[1].end('SIGTERM')).toBe(0);
      expect(existsSync(postmasterOfBoth)).toBe(false);
    },
  );
});

describe('with a database of one’s own', () => {
  test('two processes that start at once do not collide, and no sample is loaded', async () => {
    const name = `t_${randomUUID().replaceAll('-', '')}`;
    await createDatabase(inject('databaseUrl'), name);
    const DATABASE_URL = on(inject('databaseUrl'), name);
    const both = [run({ DATABASE_URL }), run({ DATABASE_URL, HOST: '0.0.0.0' })] as const;
    expect((await both[1].says(/Soát: .*/))[0]).toMatch(
      /^Soát: http:\/\/127\.0\.0\.1:(\d+) \(other machines: port \1 of this machine's name or address\)$/,
    );
    for (const each of both) {
      const [, url] = await each.says(/Soát: (http:\S+)/);
      expect((await ask(url!, '{ viewer { userName } }')).data).toEqual({ viewer: null });
      expect(each.output()).not.toContain('thuybp.bt');
    }
    for (const each of both) expect(await each.end('SIGTERM')).toBe(0);
    await dropDatabase(inject('databaseUrl'), name);
  });
});

describe('a wrong setting', () => {
  test('a database that is not there is named, and not made', async () => {
    const DATABASE_URL = on(inject('databaseUrl'), 'mistyped');
    const { child, says } = run({ DATABASE_URL });
    await says(/DATABASE_URL="postgres:.*:…@.*\/mistyped": there is no such database: create it, or mend its name/);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
  });

  test('account:first wants a database of one’s own', async () => {
    const { child, says } = run({ DATABASE_URL: '' }, [
      'account:first',
      '--',
      'quan.tri',
      'Người quản trị',
      'Tỉnh Thử',
    ]);
    await says(/Set DATABASE_URL to your own PostgreSQL/);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(2);
  });

  test('is named with what to write instead, all of them at once, and without passwords', async () => {
    const wrong = {
      PORT: 'four thousand',
      DATABASE_URL: 'mysql://soat:secret@here',
      PUBLIC_URL: 'soat',
      LOG_LEVEL: 'banana',
    };
    const { child, output } = run(wrong);
    await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(output()).toMatch(/PORT="four thousand": write a port number such as 4000/);
    expect(output()).toMatch(/DATABASE_URL="mysql:\/\/soat:…@here": write an address such as postgres:/);
    expect(output()).toMatch(/PUBLIC_URL="soat": write an address such as https:/);
    expect(output()).toMatch(/LOG_LEVEL="banana": write one of trace, debug, info/);
  });

  test.each([
    [
      { DATABASE_URL: 'postgres://soat:secret@here' },
      /DATABASE_URL="postgres:\/\/soat:…@here": write an address such as postgres:/,
    ],
    [{ HOST: '999.1.1.1' }, /HOST="999\.1\.1\.1" is no address of this machine: write 127\.0\.0\.1/],
    [
      { DATABASE_URL: 'postgres://soat:secret@127.0.0.1:1/soat' },
      /DATABASE_URL="postgres:\/\/soat:…@127\.0\.0\.1:1\/soat": nothing listens there: start PostgreSQL/,
    ],
    [{ DATA_DIR: '/dev/null' }, /DATA_DIR="\/dev\/null" cannot be used \(ENOTDIR\): write the path of a folder/],
    [{ DATA_DIR: '/proc/soat' }, /DATA_DIR="\/proc\/soat" cannot be used \(ENOENT\): write the path of a folder/],
  ])('%j is named with what to write instead', async (environment, message) => {
    const { child, says } = run({ DATA_DIR: dataDir, ...environment });
    await says(message);
    if (child.exitCode === null) await once(child, 'exit');
    expect(child.exitCode).toBe(1);
    expect(existsSync(postmaster), 'the embedded server is left behind').toBe(false);
  });
});
