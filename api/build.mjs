import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readDocstrings } from './docstrings.mjs';
import { withFileLock } from './platform/database/file-lock.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, '.build');
const schemaFile = join(root, 'docs/schema.graphql');

/** Every file under `folder` that `wanted` accepts, as paths relative to the root, in order. */
function filesIn(folder, wanted) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((name) => !name.includes('/generated/') && !name.includes('node_modules/') && wanted(name))
    .sort();
}

const apiSources = () => [
  ...filesIn('api', (name) => name.endsWith('.ts')),
  ...filesIn('migrations', (name) => name.endsWith('.ts')),
];

const inputs = {
  api: () => [
    ...apiSources(),
    'tsconfig.json',
    'package.json',
    'package-lock.json',
    'api/build.mjs',
    'api/docstrings.mjs',
  ],
  client: () => [
    ...filesIn('client', () => true),
    ...filesIn('api', (name) => /\/rules\/.*\.ts$/.test(name)),
    'docs/schema.graphql',
    'package-lock.json',
    'api/build.mjs',
  ],
};

const outputs = { api: 'api', client: 'client/index.html' };

/** One hash over names and contents; the same inputs give the same stamp on every machine. */
function stampOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** Runs a program of node_modules on this Node; its output goes to ours. */
function run(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new BuildFailure(`${program} ended with ${code}`))));
  });
}

/** The compiler or the bundler has already printed what is wrong. */
export class BuildFailure extends Error {}

/** Removes compiled files whose source is gone, so that nothing loads a module that no longer exists. */
function removeStale() {
  const sources = new Set(apiSources().map((name) => name.replace(/\.ts$/, '')));
  for (const folder of ['api', 'migrations']) {
    const path = join(out, folder);
    if (!existsSync(path)) continue;
    for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
      const name = relative(out, join(entry.parentPath, entry.name));
      if (entry.isFile() && /\.js(\.map)?$/.test(name) && !sources.has(name.replace(/\.js(\.map)?$/, '')))
        rmSync(join(out, name));
    }
  }
}

/**
 * The compiler drops docstrings, but the schema needs them for its descriptions: they are written to a file
 * beside its output.
 */
function writeDocstrings() {
  const sources = filesIn('api', (name) => name.endsWith('.ts'));
  try {
    writeFileSync(join(out, 'api/docstrings.json'), JSON.stringify(readDocstrings(root, sources)));
  } catch (error) {
    throw new BuildFailure(error.message);
  }
}

const builders = {
  async api() {
    // The incremental note says "nothing to write" even when the written files were deleted.
    if (!existsSync(join(out, 'api'))) rmSync(join(out, 'api.tsbuildinfo'), { force: true });
    await run('typescript/bin/tsc', ['-p', 'tsconfig.json']);
    removeStale();
    writeDocstrings();
  },
  async client() {
    if (!existsSync(schemaFile)) throw new BuildFailure('docs/schema.graphql is missing: npm run schema writes it');
    const { generateDocuments } = await import('../client/graphql/codegen.mjs');
    await generateDocuments(schemaFile).catch((error) => {
      throw new BuildFailure(error.message);
    });
    await run('vite/bin/vite.js', ['build', '--config', 'client/vite.config.ts', '--logLevel', 'warn']);
  },
};

/**
 * Builds what has changed since the last build.
 * @param {('api' | 'client')[]} targets in the order to build them
 * @returns {Promise<('api' | 'client')[]>} the targets that had to be built
 * @throws {BuildFailure} when compiler, codegen or bundler fail; they have written why to stderr. {Error} when
 *   another build does not end: two builds at once would empty each other's folder
 */
export async function build(targets = ['api', 'client']) {
  mkdirSync(out, { recursive: true });
  return withFileLock(join(out, 'lock'), async () => {
    const built = [];
    for (const target of targets) {
      const stampFile = join(out, `${target}.stamp`);
      const stamp = stampOf(inputs[target]());
      const fresh =
        existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && existsSync(join(out, outputs[target]));
      if (fresh) continue;
      rmSync(stampFile, { force: true });
      await builders[target]();
      writeFileSync(stampFile, stamp);
      built.push(target);
    }
    return built;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2);
  const unknown = asked.find((target) => !(target in builders));
  if (unknown) {
    console.error(`There is no target ${unknown}: api, client`);
    process.exit(2);
  }
  try {
    const started = Date.now();
    const built = await build(asked.length > 0 ? asked : undefined);
    console.log(
      built.length > 0
        ? `Built ${built.join(' and ')} in ${((Date.now() - started) / 1000).toFixed(1)} s`
        : 'Nothing to build',
    );
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
