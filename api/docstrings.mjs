import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/**
 * What the docstrings of the API's sources say, for the descriptions of its schema. How each kind of
 * declaration gets its sentence: docs/decisions/012-docstrings-describe-the-schema.md.
 * @typedef {{ text?: string, members: Record<string, string> }} Docstrings
 */

/**
 * Reads the docstrings of classes with decorators, of the members of those classes, and of the
 * constants that are registered as enums.
 * @param {string} root folder that the names of the files are relative to
 * @param {string[]} files TypeScript sources
 * @returns {{ classes: Record<string, Docstrings>, enums: Record<string, Docstrings> }} by the name of
 *   the class, and by the name of the enum in the schema
 * @throws Error when a file cannot be parsed, or two classes with decorators have the same name
 */
export function readDocstrings(root, files) {
  const sources = new Map(files.map((file) => [file, readSource(root, file)]));
  const classes = {};
  const enums = {};
  for (const source of sources.values()) {
    for (const node of source.classes) {
      const name = node.id.name;
      if (classes[name]) throw new Error(`${source.file}: there is another class ${name} with decorators`);
      classes[name] = { text: source.docOf(node), members: membersOf(node, source, sources) };
    }
    for (const { schemaName, constant } of source.enums) {
      const found = declarationOf(constant, source, sources);
      if (found) enums[schemaName] = found;
    }
  }
  return { classes, enums };
}

/** A parsed file: its decorated classes, registered enums, constants, imports and docstrings. */
function readSource(root, file) {
  const text = readFileSync(join(root, file), 'utf8');
  const { program, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const docs = new Map();
  for (const { type, value, start, end } of comments) {
    if (type === 'Block' && value.startsWith('*'))
      docs.set(followingToken(text, end), plainText(text.slice(start, end)));
  }
  const source = {
    file,
    classes: [],
    enums: [],
    constants: new Map(),
    functions: new Map(),
    imports: new Map(),
    docOf,
  };
  /** A declaration starts at its first decorator, or at `export`. */
  function docOf(node) {
    const starts = [node.start, node.exportStart, ...(node.decorators ?? []).map((decorator) => decorator.start)];
    return docs.get(Math.min(...starts.filter((start) => start !== undefined)));
  }
  walk(program, (node) => {
    if (node.type === 'ExportNamedDeclaration' && node.declaration) node.declaration.exportStart = node.start;
    if (node.type === 'ClassDeclaration' && node.decorators?.length > 0) source.classes.push(node);
    if (node.type === 'VariableDeclaration' && node.kind === 'const')
      for (const each of node.declarations)
        if (each.id.type === 'Identifier') source.constants.set(each.id.name, { init: each.init, doc: docOf(node) });
    if (node.type === 'FunctionDeclaration' && node.id) source.functions.set(node.id.name, { doc: docOf(node) });
    if (node.type === 'ImportDeclaration' && node.source.value.startsWith('.'))
      for (const each of node.specifiers)
        source.imports.set(each.local.name, {
          file: join(dirname(file), node.source.value.replace(/\.js$/, '.ts')),
          name: each.imported?.name,
        });
    if (node.type === 'CallExpression' && node.callee.name === 'registerEnumType') {
      const name = node.arguments[1].properties.find((property) => property.key.name === 'name');
      source.enums.push({ constant: node.arguments[0].name, schemaName: name.value.value });
    }
  });
  return source;
}

/** The position of the next token: comments for programmers between a docstring and its declaration are skipped. */
function followingToken(text, from) {
  const between = /(?:\s|\/\/[^\n]*)*/y;
  between.lastIndex = from;
  between.exec(text);
  return between.lastIndex;
}

function walk(node, visit) {
  if (Array.isArray(node)) for (const each of node) walk(each, visit);
  else if (node && typeof node.type === 'string') {
    visit(node);
    for (const child of Object.values(node)) if (child && typeof child === 'object') walk(child, visit);
  }
}

/** The members of a class with their texts; a mutation without one of its own has that of the command it calls. */
function membersOf(node, source, sources) {
  const members = {};
  for (const member of node.body.body) {
    if (member.key?.type !== 'Identifier') continue;
    const isMutation = member.decorators?.some(({ expression }) => expression.callee?.name === 'Mutation');
    const text = source.docOf(member) ?? (isMutation ? commandOf(member, source, sources)?.doc : undefined);
    if (text) members[member.key.name] = text;
  }
  return members;
}

/**
 * The command of a mutation: the function that is called with the context, or passed on beside it, and that
 * another file of the module makes or declares.
 */
function commandOf(method, source, sources) {
  let found;
  walk(method.value.body, (node) => {
    if (node.type !== 'CallExpression' || node.arguments[0]?.name !== 'ctx') return;
    for (const { type, name } of [node.callee, ...node.arguments]) {
      const imported = type === 'Identifier' && source.imports.get(name);
      const other = imported && sources.get(imported.file);
      found ??= other?.constants.get(imported.name) ?? other?.functions.get(imported.name);
    }
  });
  return found;
}

/** The constant of this name, and the file it is in. */
function resolve(name, source, sources) {
  if (source.constants.has(name)) return { constant: source.constants.get(name), source };
  const imported = source.imports.get(name);
  const other = imported && sources.get(imported.file);
  return other && other.constants.has(imported.name)
    ? { constant: other.constants.get(imported.name), source: other }
    : undefined;
}

/** The texts of an enum that is a constant object: its own and those of its values, spread ones too. */
function declarationOf(name, from, sources) {
  const found = resolve(name, from, sources);
  if (!found) return undefined;
  const { constant, source } = found;
  let object = constant.init;
  while (object?.type === 'TSAsExpression' || object?.type === 'TSSatisfiesExpression') object = object.expression;
  const members = {};
  for (const property of object?.properties ?? []) {
    if (property.type === 'SpreadElement')
      Object.assign(members, declarationOf(property.argument.name, source, sources)?.members);
    else if (source.docOf(property)) members[property.key.name] = source.docOf(property);
  }
  return { text: constant.doc, members };
}

/** A docstring as plain text: no stars, no tags; what a command refuses with is a sentence at its end. */
function plainText(comment) {
  const lines = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim());
  const [body, ...tags] = lines
    .join('\n')
    .replace(/\{@link ([^}]+)\}/g, '`$1`')
    .split(/(?:^|\s)(?=@(?:param|returns?|throws|typeParam|template|example|see)\b)/);
  const refusals = tags
    .map((tag) => /^@throws (?:\{?Refusal\}?) (.*)$/s.exec(tag)?.[1])
    .filter(Boolean)
    .map((refusal) => `Refused with ${refusal.trim().replace(/\.$/, '')}.`);
  return [body, ...refusals]
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .join('\n\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\n(?![-*] )/g, ' '))
    .join('\n\n');
}
