import type { EntityMetadata } from '@mikro-orm/core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { modules } from '#api/modules.js';
import { openDatabase } from '#api/platform/database/orm.js';
import { languageCodes } from '../api/rules/languages.js';

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

const files = ['api', 'client'].flatMap(filesIn);
const imports = files.flatMap(importsOf);
const moduleOf = (file: string) => file.split(path.sep)[1]!;
const isApi = (file: string) => file.startsWith('api/') && order.includes(moduleOf(file));
const show = ({ from, to }: Import) => `${from} → ${to}`;

/** Imports between files that exist, types included; `./words` may mean a file or a folder. */
function fileArrows(): Import[] {
  const all = new Set(files);
  return imports.flatMap(({ from, to }) => {
    const found = [to, `${to}.ts`, `${to}.tsx`, `${to}/index.ts`, to.replace(/\.ts$/, '.tsx')].find((file) =>
      all.has(file),
    );
    return found === undefined ? [] : [{ from, to: found }];
  });
}

/** The circles in a graph, each as the files in it (Tarjan's strongly connected components of two or more). */
function circles(arrows: readonly Import[]): string[][] {
  const next = Map.groupBy(arrows, ({ from }) => from);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  function visit(file: string): number {
    const number = order.size;
    order.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!order.has(to)) lowest.set(file, Math.min(lowest.get(file)!, visit(to)));
      else if (open.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, order.get(to)!));
    }
    if (lowest.get(file) === number) {
      const members = open.splice(open.indexOf(file));
      if (members.length > 1) found.push(members.toSorted());
    }
    return lowest.get(file)!;
  }
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found;
}

/**
 * What gives another answer at another time or place:
 * the clock, chance, the machine, the network, a library that is not ours.
 */
const impurity = new RegExp(
  [
    String.raw`\bDate\.now\b|\bnew Date\(\)|\bDate\(\)|\bperformance\b|\bTemporal\.Now\b`,
    String.raw`\bMath\.random\b|\bcrypto\b|\brandom(UUID|Bytes|Int)\b`,
    String.raw`\bprocess\b|\bglobalThis\b`,
    String.raw`\bfetch\(|\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b|\bconsole\b`,
    String.raw`\bimport\(|\brequire\(|\b(from|import) '[^.]`,
    String.raw`\bIntl\.DateTimeFormat\(\)|\btoLocale(Date|Time)?String\(\)`,
  ].join('|'),
);

/** A file without its comments and the texts in it, other than the names of what it imports. */
const codeOf = (file: string) =>
  readFileSync(path.join(root, file), 'utf8')
    .replaceAll(/\/\*[^]*?\*\/|(?<!:)\/\/.*$/gm, '')
    .replaceAll(/(?<!(?:from|import) )'[^'\n]*'|"[^"\n]*"/g, "''");

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
    expect(
      [
        'Math.random()',
        'process.env',
        'new Date()',
        'crypto.randomUUID()',
        "from 'pg'",
        "from 'node:fs'",
        'fetch(url)',
      ].filter((text) => !impurity.test(text)),
    ).toEqual([]);
    const impure = filesIn('api').filter((file) => isRule(file) && impurity.test(codeOf(file)));
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

  test('widgets and offline storage know neither GraphQL nor a screen', () => {
    const known = ['ui', 'i18n', 'offline', 'refusal'];
    const wrong = imports.filter(
      ({ from, to }) =>
        /^client\/(ui|offline)\//.test(from) && to.startsWith('client/') && !known.includes(moduleOf(to)),
    );
    expect(wrong.map(show)).toEqual([]);
    const withPackage = [...filesIn('client/ui'), ...filesIn('client/offline')].filter((file) =>
      /from '(graphql|@urql)/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(withPackage).toEqual([]);
  });

  test('no file has more than 400 lines', () => {
    const long = [...filesIn('api'), ...filesIn('client'), ...filesIn('test')].filter(
      (file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 401,
    );
    expect(long).toEqual([]);
  });

  test('no file imports itself by way of others, besides entities that refer to each other', () => {
    const isEntity = (file: string) => readFileSync(path.join(root, file), 'utf8').includes('@Entity(');
    const entities = new Set(files.filter(isEntity));
    const arrows = fileArrows().filter(({ from, to }) => !(entities.has(from) && entities.has(to)));
    expect(circles(arrows)).toEqual([]);
  });

  test('how types are read is said in the reads.ts of a module only', () => {
    const saying = filesIn('api').filter((file) =>
      readFileSync(path.join(root, file), 'utf8').includes('reads.define('),
    );
    expect(saying.length).toBeGreaterThan(5);
    expect(saying.filter((file) => path.basename(file) !== 'reads.ts')).toEqual([]);
  });

  test.each(languageCodes)('the words of every screen are in a file of their own in the language %s', (code) => {
    const sources = filesIn('client').filter((file) => file.endsWith('words.vi.ts'));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((file) => !existsSync(path.join(root, file.replace('.vi.', `.${code}.`))))).toEqual([]);
    const made = filesIn('client').filter((file) =>
      /= defineWords\(/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(made.length).toBeGreaterThan(10);
    expect(
      made.filter((file) => !readFileSync(path.join(root, file), 'utf8').includes(`words.${code}'`)),
      `these must fetch words.${code}`,
    ).toEqual([]);
  });

  test('no code chooses by the code of a language: the table of languages says what differs', () => {
    const choosing = [...filesIn('api'), ...filesIn('client')].filter((file) =>
      /\blanguage(\(\))? *(===|!==) *'/i.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(choosing).toEqual([]);
  });
});

describe('the tables', () => {
  /** Modules that name tables of others, and why they may. */
  const mayNameAll: Record<string, string> = {
    demo: 'writes the rows of the sample of all modules, thousands at once, on an empty database',
    tools: 'are started by a person, on a database that nothing else is using',
  };
  /** What modules offer in SQL for others: functions and views. Only later modules may use them. */
  const offered: Record<string, string[]> = {
    organization: [
      'in_force',
      'roles_on',
      'posts_on',
      'posts_ever',
      'place',
      'people',
      'auditor_register',
      'own_conflict',
    ],
    documents: ['document_origin'],
    'self-inspection': ['period_vi'],
  };
  const owners = new Map<string, string>();

  beforeAll(async () => {
    // Nothing is asked of the database: the ORM only reads what the entities say.
    const orm = await openDatabase(
      'postgres://nobody@127.0.0.1:1/none',
      modules.flatMap(({ entities }) => entities ?? []),
    );
    for (const meta of orm.getMetadata().getAll().values()) {
      const owner = modules.find(({ entities }) => entities?.some(({ name }) => name === ownerOf(meta)));
      owners.set(meta.tableName, owner!.name);
    }
    await orm.close();
  });

  /** Class of a table's entity; of the one that holds the list, for a table between two. */
  const ownerOf = ({ className, pivotTable, properties }: EntityMetadata) =>
    pivotTable ? Object.values(properties).find(({ owner, kind }) => kind && (owner ?? true))!.type : className;

  /** The code of a file, without its comments. */
  const codeOf = (file: string) =>
    readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, '');

  /**
   * Names of tables in a piece of code: after a word of SQL that a table follows, and where the read kit
   * is given as a table. A name of several words is found wherever it stands.
   */
  function tablesIn(code: string): string[] {
    const afterWords = /\b(?:from|join|update|into|using|only|table|truncate)\s+(?:lateral\s+)?"?([a-z_]+)\b(?!\()/gi;
    const toldTheKit = /\b(?:tables?|sql\.table)\b[:(]\s*(?:\{[^}]*?)?'([a-z_]+)'/g;
    const words = [...code.matchAll(/\b[a-z]+(?:_[a-z]+)+\b/g)].map(([word]) => word);
    return [...[afterWords, toldTheKit].flatMap((form) => [...code.matchAll(form)].map(([, name]) => name!)), ...words];
  }

  const filesOfModules = filesIn('api').filter((file) => isApi(file) && !(moduleOf(file) in mayNameAll));

  test('every table belongs to a module', () => {
    expect(owners.size).toBeGreaterThan(40);
    expect([...new Set(owners.values())].filter((module) => !order.includes(module))).toEqual([]);
  });

  test('a module names no table of another: it asks the module that owns it', () => {
    const wrong = filesOfModules.flatMap((file) =>
      tablesIn(codeOf(file))
        .filter((table) => owners.has(table) && owners.get(table) !== moduleOf(file))
        .map((table) => `${file}: ${table}, of ${owners.get(table)}`),
    );
    expect([...new Set(wrong)]).toEqual([]);
  });

  test('a module uses what an earlier one offers in SQL, never a later one', () => {
    const wrong = Object.entries(offered).flatMap(([module, names]) =>
      filesOfModules
        .filter((file) => order.indexOf(moduleOf(file)) < order.indexOf(module))
        .flatMap((file) => names.filter((name) => new RegExp(`\\b(from|join)\\s+${name}\\b`).test(codeOf(file))))
        .map((name) => `${name} of ${module}`),
    );
    expect(wrong).toEqual([]);
  });

  test('whether something dated is in force is said once, by organization', () => {
    const wrong = filesOfModules.filter(
      (file) => moduleOf(file) !== 'organization' && /_date'?\)?\}? is null/.test(codeOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  test('the wall sees a name in whatever form it stands', () => {
    const forms = [
      'select 1 from unit u',
      'x join person p',
      'insert into post (',
      'update role_grant',
      'delete from unit',
    ];
    expect(forms.map((form) => tablesIn(form)[0])).toEqual(['unit', 'person', 'post', 'role_grant', 'unit']);
    expect(tablesIn("sql.table('unit')")).toContain('unit');
    expect(tablesIn("tables: { place: 'unit' }")).toContain('unit');
    expect(tablesIn('(role_grant cross join x)')).toContain('role_grant');
  });
});

describe('inside audits', () => {
  /** Folders in order: a later one imports from an earlier one. Rules are divided in the same way. */
  const folders = ['planning', 'assignment', 'fieldwork', 'findings'];
  const folderOf = (file: string) =>
    folders.indexOf(file.replace(/^(api|client)\/audits\/(rules\/)?/, '').split('/')[0]!);
  const arrows = fileArrows().filter(({ from, to }) =>
    [from, to].every((file) => /^(api|client)\/audits\//.test(file)),
  );

  /** A file at the root of the module stands with the latest folder that it needs, by itself or by way of others. */
  function placeOf(file: string, seen = new Set<string>()): number {
    if (folderOf(file) >= 0) return folderOf(file);
    if (seen.has(file)) return -1;
    seen.add(file);
    return Math.max(-1, ...arrows.filter(({ from }) => from === file).map(({ to }) => placeOf(to, seen)));
  }

  test('imports run planning ← assignment ← fieldwork ← findings only', () => {
    const wrong = arrows.filter(({ from, to }) => folderOf(from) >= 0 && placeOf(to) > folderOf(from));
    expect(wrong.map(show)).toEqual([]);
  });

  test('every folder is there, in the API, its rules and the client', () => {
    const parts = ['api/audits', 'api/audits/rules', 'client/audits'];
    for (const part of parts) {
      const inner = readdirSync(path.join(root, part), { withFileTypes: true }).filter((entry) => entry.isDirectory());
      expect(inner.map(({ name }) => name).filter((name) => !['rules', 'data'].includes(name))).toEqual(
        folders.toSorted(),
      );
    }
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
