import type { LocalDate } from './calendar.js';
import type { Wording } from './refusal.js';

/**
 * Who plays which part in a record, as data. One table decides in TypeScript (what a viewer may do), in SQL
 * (what waits for whom) and on the screen (who must act).
 *
 * A path names a fact of the record by its properties, a reference by its id: `state`,
 * `responder.id`, `nonconformity.unit.id`.
 */
export type Path = string;

/** What must hold of a record. */
export type Condition =
  | { column: Path; in: readonly string[] }
  | { set: Path }
  /** Two ids or values are equal; false if one of them is not set. */
  | { same: readonly [Path, Path] }
  /** The day has come, or none is set. */
  | { reached: Path }
  /** The person whom the record names there is one of these. */
  | { isOne: Path; of: PersonRef }
  /** At least one entry of a list of the record fulfils it; paths in `where` start at the entry. */
  | { some: Path; where?: Condition }
  | { not: Condition }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

/** A person named by the record: by a reference, or by each entry of a list. */
export type PersonRef = Path | { each: Path; person: Path; where?: Condition };

/** Roles held where the record belongs. One of them suffices. */
export interface RoleWay<R extends string, C = Condition> {
  roles: readonly R[];
  /** Name of one of the places. */
  at: string;
  /** The person must also hold one of these roles there. */
  and?: { roles: readonly R[]; at: string };
  /** Held at that very unit, not above it. */
  direct?: boolean;
  /** Only the person whom the record names there. */
  only?: Path;
  when?: C;
}

/** Being named by the record. */
export interface PersonWay<C = Condition> {
  person: PersonRef;
  when?: C;
}

/** One way to play a part. */
export type Way<R extends string, C = Condition> = RoleWay<R, C> | PersonWay<C>;

/** A part in a record. A person plays it in any one of these ways, but never if `not` names the person. */
export interface Part<R extends string, C = Condition> {
  /** Who that is, in the middle of a sentence. */
  words: Wording;
  any: readonly Way<R, C>[];
  /** People who never play the part (independence: nobody decides on their own work). */
  not?: readonly PersonRef[];
}

/** A place of the record where roles are held: its unit and the authority of that unit. */
export interface PartPlace {
  unit: Path;
  authority: Path;
}

/** All parts in the records of one type. A part that has the name of a role replaces that role. */
export interface Parts<R extends string, P extends string> {
  /** The place `here` is where roles that a lifecycle names are held. */
  places: { here: PartPlace } & Record<string, PartPlace>;
  parts: Record<P, Part<R>>;
}

/** What must be known about a person to find the parts he or she plays. */
export interface Player<R extends string> {
  personId: string;
  /** Whether the person holds one of the roles there today. */
  holds(roles: readonly R[], place: { unitId: string | null; authorityId: string | null }, direct: boolean): boolean;
}

/** Checks that every place that is named exists. @throws Error naming part and place */
export function defineParts<R extends string, P extends string>(definition: Parts<R, P>): Parts<R, P> {
  for (const [name, part] of Object.entries<Part<R>>(definition.parts)) {
    for (const way of part.any) {
      for (const place of 'roles' in way ? [way.at, ...(way.and ? [way.and.at] : [])] : []) {
        if (!(place in definition.places)) throw new Error(`Part ${name}: there is no place ${place}`);
      }
    }
  }
  return definition;
}

/** The value at a path in a record: for a list what `readList` gives, else a plain value; undefined if not set. */
export function valueAt(record: unknown, path: Path): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}

const idAt = (record: unknown, path: Path): string | null => (valueAt(record, path) as string | undefined) ?? null;
const listAt = (record: unknown, path: Path): unknown[] => [...((valueAt(record, path) as Iterable<unknown>) ?? [])];

/** Whether a condition holds for a record that has been read. @param today day in Asia/Ho_Chi_Minh */
export function fulfils(condition: Condition, record: unknown, today: LocalDate): boolean {
  if ('column' in condition) return condition.in.includes(valueAt(record, condition.column) as string);
  if ('set' in condition) return (valueAt(record, condition.set) ?? null) !== null;
  if ('same' in condition) {
    const [one, other] = condition.same.map((path) => idAt(record, path));
    return one !== null && one === other;
  }
  if ('reached' in condition) return today >= (idAt(record, condition.reached) ?? today);
  if ('isOne' in condition) {
    const id = idAt(record, condition.isOne);
    return id !== null && namedBy(condition.of, record, today).includes(id);
  }
  if ('some' in condition) {
    const { some, where } = condition;
    return listAt(record, some).some((entry) => !where || fulfils(where, entry, today));
  }
  if ('not' in condition) return !fulfils(condition.not, record, today);
  if ('all' in condition) return condition.all.every((each) => fulfils(each, record, today));
  return condition.any.some((each) => fulfils(each, record, today));
}

/** The ids of the people whom a record names there. */
export function namedBy(ref: PersonRef, record: unknown, today: LocalDate): string[] {
  if (typeof ref === 'string') return [idAt(record, ref)].filter((id) => id !== null);
  const { each, person, where } = ref;
  const entries = listAt(record, each).filter((entry) => !where || fulfils(where, entry, today));
  return entries.map((entry) => idAt(entry, person)).filter((id) => id !== null);
}

/** Whether the person plays the part in a record that has been read. */
export function plays<R extends string>(
  part: Part<R>,
  places: Record<string, PartPlace>,
  record: unknown,
  player: Player<R>,
  today: LocalDate,
): boolean {
  const isNamed = (ref: PersonRef) => namedBy(ref, record, today).includes(player.personId);
  const holdsAt = (roles: readonly R[], at: string, direct = false) => {
    const { unit, authority } = places[at]!;
    return player.holds(roles, { unitId: idAt(record, unit), authorityId: idAt(record, authority) }, direct);
  };
  if (part.not?.some(isNamed)) return false;
  return part.any.some((way) => {
    if (way.when && !fulfils(way.when, record, today)) return false;
    if ('person' in way) return isNamed(way.person);
    return (
      holdsAt(way.roles, way.at, way.direct) &&
      (!way.and || holdsAt(way.and.roles, way.and.at)) &&
      (!way.only || isNamed(way.only))
    );
  });
}

/**
 * All roles and parts of a person in a record that has been read: the roles held where the record belongs,
 * without those that a part replaces, and the parts.
 */
export function actorsIn<R extends string, P extends string>(
  { places, parts }: Parts<R, P>,
  roles: readonly R[],
  record: unknown,
  player: Player<R>,
  today: LocalDate,
): (R | P)[] {
  const isHeld = (role: R) =>
    plays({ words: { vi: '', en: '' }, any: [{ roles: [role], at: 'here' }] }, places, record, player, today);
  const held = roles.filter((role) => !(role in parts) && isHeld(role));
  const played = (Object.keys(parts) as P[]).filter((name) => plays(parts[name], places, record, player, today));
  return [...held, ...played];
}

/** The facts of a record that its parts and conditions depend on, as paths of the read kit. */
export function pathsOf(...sources: readonly (Condition | PersonRef | Part<string> | PartPlace | undefined)[]): Path[] {
  return [...new Set(sources.flatMap((source) => (source === undefined ? [] : pathsIn(source))))];
}

const below = (list: Path, paths: readonly Path[]) => paths.map((path) => `${list}.${path}`);

function pathsIn(source: Condition | PersonRef | Part<string> | PartPlace): Path[] {
  if (typeof source === 'string') return [source];
  if ('unit' in source) return [source.unit, source.authority];
  if ('each' in source) return below(source.each, [source.person, ...pathsOf(source.where)]);
  if ('words' in source) {
    const ways = source.any.flatMap((way) => [way.when, ...('person' in way ? [way.person] : [way.only])]);
    return pathsOf(...ways, ...(source.not ?? []));
  }
  if ('column' in source) return [source.column];
  if ('set' in source) return [source.set];
  if ('same' in source) return [...source.same];
  if ('reached' in source) return [source.reached];
  if ('isOne' in source) return [source.isOne, ...pathsOf(source.of)];
  if ('some' in source) return below(source.some, source.where ? pathsOf(source.where) : ['id']);
  if ('not' in source) return pathsOf(source.not);
  return pathsOf(...('all' in source ? source.all : source.any));
}

/** The same part seen from a record that belongs to the other: every path begins with `owner`. */
export function partWithin<R extends string>(owner: string, part: Part<R>): Part<R> {
  const prefix = (path: Path) => `${owner}.${path}`;
  const ref = (named: PersonRef) => personWithin(owner, named);
  return {
    ...part,
    any: part.any.map((way): Way<R> => {
      const when = way.when ? { when: conditionWithin(owner, way.when) } : {};
      if ('person' in way) return { person: ref(way.person), ...when };
      return { ...way, ...(way.only && { only: prefix(way.only) }), ...when };
    }),
    ...(part.not && { not: part.not.map(ref) }),
  };
}

/** The same reference to a person seen from a record that belongs to the other. */
export const personWithin = (owner: string, named: PersonRef): PersonRef =>
  typeof named === 'string' ? `${owner}.${named}` : { ...named, each: `${owner}.${named.each}` };

/** The same condition seen from a record that belongs to the other. */
export function conditionWithin(owner: string, condition: Condition): Condition {
  const prefix = (path: Path) => `${owner}.${path}`;
  if ('column' in condition) return { ...condition, column: prefix(condition.column) };
  if ('set' in condition) return { set: prefix(condition.set) };
  if ('same' in condition) return { same: [prefix(condition.same[0]), prefix(condition.same[1])] };
  if ('reached' in condition) return { reached: prefix(condition.reached) };
  if ('isOne' in condition) return { isOne: prefix(condition.isOne), of: personWithin(owner, condition.of) };
  if ('some' in condition) return { ...condition, some: prefix(condition.some) };
  if ('not' in condition) return { not: conditionWithin(owner, condition.not) };
  if ('all' in condition) return { all: condition.all.map((each) => conditionWithin(owner, each)) };
  return { any: condition.any.map((each) => conditionWithin(owner, each)) };
}
