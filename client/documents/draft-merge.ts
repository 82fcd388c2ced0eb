import type { DraftValues } from './draft-values';

type Entry = Record<string, unknown>;

/** The draft as both started from it, as it is typed here, and as it was saved elsewhere meanwhile. */
export interface Versions {
  base: DraftValues;
  mine: DraftValues;
  theirs: DraftValues;
}

/** A part that is taken as a whole. */
export interface WholePart {
  title: string;
  /** Paths of the values that belong together, such as `limitUnit` and `limitValue`. */
  paths: readonly string[];
  /** The part in words, blank when there is nothing. */
  words: (values: DraftValues) => string;
}

/** A list whose entries are taken one by one. */
export interface ListPart<E = Entry> {
  title: string;
  list: 'sections' | 'steps' | 'forms' | 'records' | 'legalBases' | 'dossierParts' | 'changeRows';
  /** What makes an entry the same entry in all versions; the list is taken as a whole where that is not clear. */
  key: (entry: E) => string;
  /** What it is called in the comparison. */
  name: (entry: E) => string;
  words: (entry: E) => string;
}

/** One kind of content of a draft. */
export type DraftPart = WholePart | ListPart;

/** Something in which the draft that was saved elsewhere differs from the one typed here. */
export interface Difference {
  /** Names it among the others. */
  id: string;
  title: string;
  mine: string;
  theirs: string;
  /** Whether it was also changed here; what was not is taken over unless the writer says otherwise. */
  isContested: boolean;
}

const isList = (part: DraftPart): part is ListPart => 'list' in part;
const read = (values: DraftValues, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Entry | undefined)?.[key], values);
const entriesOf = (values: DraftValues, part: ListPart): Entry[] => values[part.list] as unknown as Entry[];
/** Blanks around a text make no difference: the server takes them away. */
const same = (a: unknown, b: unknown) => sign(a) === sign(b);
const sign = (value: unknown) =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? inner.trim() : inner)) ?? '';

/** The entries that say something, by their key; undefined where two have the same key. */
function byKey(values: DraftValues, part: ListPart): Map<string, Entry> | undefined {
  const written = entriesOf(values, part).filter((entry) => part.words(entry).trim() !== '');
  const map = new Map(written.map((entry) => [part.key(entry).trim(), entry]));
  return map.size === written.length && !map.has('') ? map : undefined;
}

interface Keyed {
  base: Map<string, Entry>;
  mine: Map<string, Entry>;
  theirs: Map<string, Entry>;
}

function keyed({ base, mine, theirs }: Versions, part: ListPart): Keyed | undefined {
  const maps = { base: byKey(base, part), mine: byKey(mine, part), theirs: byKey(theirs, part) };
  return maps.base && maps.mine && maps.theirs ? (maps as Keyed) : undefined;
}

/** The list as one part, for lists whose entries cannot be distinguished. */
const asWhole = (part: ListPart): WholePart => ({
  title: part.title,
  paths: [part.list],
  words: (values) =>
    entriesOf(values, part)
      .map((entry) => [part.name(entry), part.words(entry)].filter(Boolean).join(': '))
      .filter(Boolean)
      .join('\n\n'),
});

function ofWhole({ title, paths, words }: WholePart, { base, mine, theirs }: Versions): Difference[] {
  const at = (values: DraftValues) => paths.map((path) => read(values, path));
  const changed = (values: DraftValues) => !same(at(values), at(base)) && words(values).trim() !== words(base).trim();
  if (same(at(mine), at(theirs)) || !changed(theirs)) return [];
  return [{ id: paths[0]!, title, mine: words(mine), theirs: words(theirs), isContested: changed(mine) }];
}

const entryId = (part: ListPart, key: string) => `${part.list}:${key}`;

function ofList(part: ListPart, { base, mine, theirs }: Keyed): Difference[] {
  const words = (entry: Entry | undefined) => (entry ? part.words(entry) : '');
  return [...new Set([...theirs.keys(), ...mine.keys()])].flatMap((key) => {
    const [was, own, other] = [base.get(key), mine.get(key), theirs.get(key)];
    if (same(own, other) || same(other, was)) return [];
    return [
      {
        id: entryId(part, key),
        title: `${part.title}: ${part.name((other ?? own)!)}`,
        mine: words(own),
        theirs: words(other),
        isContested: !same(own, was),
      },
    ];
  });
}

/** What was saved elsewhere and is not the same here, in the order of the parts. */
export function differences(parts: readonly DraftPart[], versions: Versions): Difference[] {
  return parts.flatMap((part) => {
    if (!isList(part)) return ofWhole(part, versions);
    const maps = keyed(versions, part);
    return maps ? ofList(part, maps) : ofWhole(asWhole(part), versions);
  });
}

/**
 * The draft with both: what is typed here, and of the differences those that are taken from elsewhere.
 * @param taken whether a difference (by its id) is taken from elsewhere
 */
export function mergeDraft(
  parts: readonly DraftPart[],
  versions: Versions,
  taken: (id: string) => boolean,
): DraftValues {
  const merged = structuredClone(versions.mine);
  const source = structuredClone(versions.theirs);
  const wanted = new Set(
    differences(parts, versions)
      .map(({ id }) => id)
      .filter(taken),
  );
  for (const part of parts) {
    const maps = isList(part) ? keyed({ base: versions.base, mine: merged, theirs: source }, part) : undefined;
    if (isList(part) && maps) Object.assign(merged, { [part.list]: mergedList(part, maps, wanted) });
    else takeWhole(isList(part) ? asWhole(part) : part, merged, source, wanted);
  }
  return merged;
}

function takeWhole({ paths }: WholePart, merged: DraftValues, source: DraftValues, wanted: ReadonlySet<string>): void {
  if (!wanted.has(paths[0]!)) return;
  for (const path of paths) {
    const keys = path.split('.');
    const holder = keys.slice(0, -1).reduce<Entry>((value, key) => value[key] as Entry, merged as unknown as Entry);
    holder[keys.at(-1)!] = read(source, path);
  }
}

/** Entries in the order of the side that changed it; those of the other side after the one they followed there. */
function mergedList(part: ListPart, { base, mine, theirs }: Keyed, wanted: ReadonlySet<string>): Entry[] {
  const chosen = (key: string) => (wanted.has(entryId(part, key)) ? theirs : mine).get(key);
  const isMovedHere = common(mine, base).join('\n') !== common(base, mine).join('\n');
  const [first, second] = isMovedHere ? [[...mine.keys()], [...theirs.keys()]] : [[...theirs.keys()], [...mine.keys()]];
  const order = [...first];
  second.forEach((key, index) => {
    if (!order.includes(key)) order.splice(index === 0 ? 0 : order.indexOf(second[index - 1]!) + 1, 0, key);
  });
  return order.map(chosen).filter((entry) => entry !== undefined);
}

/** The keys of the first that the second has too, in the order of the first. */
const common = (first: Map<string, Entry>, second: Map<string, Entry>) =>
  [...first.keys()].filter((key) => second.has(key));
