import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

/** Modules of the API in order: a module imports only from those before it. */
const order = [
  'rules',
  'platform',
  'access',
  'commands',
  'trail',
  'organization',
  'identity',
  'standards',
  'attachments',
  'documents',
  'procedures',
  'nonconformities',
  'self-inspection',
  'audits',
  'indicators',
  'my-work',
  'demo',
];
/** The kit: its files may be imported one by one. */
const kit = ['rules', 'platform'];
/** Folders of the client that are no modules. */
const clientKit = ['shell', 'ui', 'i18n', 'graphql', 'offline', 'public'];

interface Import {
  from: string;
  to: string;
}

function filesIn(folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(folder, file))
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes(`${path.sep}generated${path.sep}`));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) => ({
    from: file,
    to: path.normalize(path.join(path.dirname(file), target!)).replace(/\.js$/, '.ts'),
  }));
}

const imports = ['api', 'client'].flatMap(filesIn).flatMap(importsOf);
const moduleOf = (file: string) => file.split(path.sep)[1]!;
const isApi = (file: string) => file.startsWith('api/') && order.includes(moduleOf(file));
const show = ({ from, to }: Import) => `${from} → ${to}`;

describe('the modules', () => {
  test('has only modules that the order names', () => {
    const folders = readdirSync(path.join(root, 'api'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => name !== 'tools' && !order.includes(name))).toEqual(
      [],
    );
  });

  test('imports go one way, in the order of the modules', () => {
    const wrong = imports.filter(
      ({ from, to }) => isApi(from) && isApi(to) && order.indexOf(moduleOf(to)) > order.indexOf(moduleOf(from)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('a module is entered by its index only', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        isApi(from) &&
        isApi(to) &&
        moduleOf(from) !== moduleOf(to) &&
        !kit.includes(moduleOf(to)) &&
        !to.endsWith('/index.ts') &&
        !to.includes(`${path.sep}rules${path.sep}`),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('nothing imports the composition root', () => {
    expect(imports.filter(({ to }) => to === path.normalize('api/main.ts')).map(show)).toEqual([]);
  });

  test('rules are pure: they know only rules', () => {
    const isRule = (file: string) => /^api\/(rules|[^/]+\/rules)\//.test(file);
    const wrong = imports.filter(({ from, to }) => isRule(from) && !isRule(to));
    expect(wrong.map(show)).toEqual([]);
    const impure = filesIn('api').filter(
      (file) =>
        isRule(file) &&
        /from '(node:|@mikro-orm|kysely|type-graphql)|Date\.now\(\)|new Date\(\)/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
    );
    expect(impure).toEqual([]);
  });

  test('the client takes nothing of the API but rules', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('client/') && to.startsWith('api/') && !/^api\/(rules|[^/]+\/rules)(\/|$)/.test(to),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('client modules never import each other, and the kit knows no module', () => {
    const clientModule = (file: string) => {
      const [top, folder, inner] = file.split(path.sep);
      return top === 'client' && inner !== undefined && !clientKit.includes(folder!) ? folder : undefined;
    };
    const wrong = imports.filter(({ from, to }) => {
      const [there, here] = [clientModule(to), clientModule(from)];
      const isInKit = ['ui', 'offline', 'i18n', 'graphql'].includes(from.split(path.sep)[1]!);
      return there !== undefined && there !== here && (here !== undefined || isInKit);
    });
    expect(wrong.map(show)).toEqual([]);
  });

  test('no file has more than 400 lines', () => {
    const long = [...filesIn('api'), ...filesIn('client'), ...filesIn('test')].filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });

  test('words of a screen are in both languages', () => {
    const vietnamese = filesIn('client').filter((file) => file.endsWith('words.vi.ts'));
    expect(vietnamese.filter((file) => !existsSync(path.join(root, file.replace('.vi.', '.en.'))))).toEqual([]);
  });
});

describe('the tests', () => {
  test('bug: they failed on every day after their own: none reads the clock of the machine', () => {
    const clocks = /new Date\(\)|Date\.now\(\)/;
    const wrong = ['test/api', 'test/client', 'test/e2e', 'test/rules', 'test/support']
      .flatMap(filesIn)
      .filter((file) => clocks.test(readFileSync(path.join(root, file), 'utf8')));
    expect(wrong).toEqual([]);
  });
});
