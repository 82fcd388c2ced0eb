import { sql } from 'kysely';
import { always, either, every, isNotTrue, rowOf, type Row, type Sql } from '../platform/reads/index.js';
import type { Part, PartPlace, Path, PersonRef, Way } from '../rules/parts.js';
import type { DueDay, TaskCondition } from '../rules/tasks.js';
import type { ReadContext } from './context.js';
import { holdersSelect } from './holders.js';
import { anyOf, withinReach } from './reads.js';
import type { Role } from './roles.js';

/** How the facts of a record are found in the database. */
export interface SqlBinding {
  /** Tables of the records it refers to, by path: `{ nonconformity: 'nonconformity' }`. */
  tables?: Record<Path, string>;
  /** Tables of its lists, by path, and the column that refers to the owner of the list. */
  lists?: Record<Path, { table: string; by: string }>;
  /** Columns that are not named after their property, by path: `{ from: 'from_date' }`. */
  columns?: Record<Path, string>;
  /** Conditions that the module writes in SQL itself. */
  conditions?: Record<string, (row: Row, ctx: ReadContext) => Sql>;
}

/** Rows that a statement has already, of records that the record refers to, by the path to them. */
export type KnownRows = Readonly<Record<Path, Row>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** The value is one of these. */
const isAmong = (value: Sql, of: readonly string[]): Sql =>
  of.length === 1 ? sql`${value} = ${of[0]}` : sql`${value} = any(${[...of]}::text[])`;
const named = (ids: Sql, alias: string): Sql => sql`(${ids}) ${sql.ref(alias)}(id)`;

/**
 * Turns parts and conditions, which are data, into SQL over one row. The SQL gives the same answers as
 * `rules/parts.ts` gives for a record that has been read.
 */
export class PartsSql {
  constructor(
    private readonly row: Row,
    private readonly places: Record<string, PartPlace>,
    private readonly binding: SqlBinding,
    private readonly ctx: ReadContext,
    private readonly known: KnownRows = {},
    /** Where the row stands, as a path from the record with which the binding begins. */
    private readonly at = '',
    private readonly depth = 0,
  ) {}

  /** The column of a path; a record on the way that the statement does not know is looked up by its id. */
  column(path: Path): Sql {
    const [head, ...rest] = path.split('.') as [string, ...string[]];
    if (rest.length === 0) return this.row(this.binding.columns?.[this.at + head] ?? snake(head));
    const key = this.row(`${snake(head)}_id`);
    if (rest.join('.') === 'id') return key;
    const known = this.known[this.at + head];
    if (known) return this.#on(known, `${this.at}${head}.`, this.depth).column(rest.join('.'));
    const table = this.binding.tables?.[this.at + head];
    if (!table) throw new Error(`Nothing says in which table ${this.at}${head} is`);
    const alias = `r${this.depth}`;
    const inner = this.#inside(alias, `${this.at}${head}.`);
    return sql`(select ${inner.column(rest.join('.'))}
      from ${sql.table(table)} ${sql.ref(alias)} where ${sql.ref(`${alias}.id`)} = ${key})`;
  }

  /** Whether the condition holds of the row; false or null where not. Comparisons stand bare: indexes answer them. */
  condition(condition: TaskCondition): Sql {
    if ('column' in condition) return isAmong(this.column(condition.column), condition.in);
    if ('set' in condition) return sql`${this.column(condition.set)} is not null`;
    if ('same' in condition) {
      const [one, other] = condition.same.map((path) => this.column(path));
      return sql`${one} = ${other}`;
    }
    if ('reached' in condition) {
      const day = this.column(condition.reached);
      return sql`(${day} is null or ${day} <= ${this.ctx.today})`;
    }
    if ('isOne' in condition) return this.#is(this.column(condition.isOne), condition.of);
    if ('some' in condition) return sql`exists (${this.#entries(condition.some, condition.where, () => sql`1`)})`;
    if ('nobody' in condition) {
      const { roles, at, direct } = condition.nobody;
      const held = named(this.#holders(roles as readonly Role[], at, direct), 'h');
      const others = condition.except ? sql`where h.id is distinct from ${this.column(condition.except)}` : sql``;
      return sql`not exists (select 1 from ${held} ${others})`;
    }
    if ('holder' in condition) {
      const held = named(this.#holders(condition.roles as readonly Role[], condition.at), 'h');
      return sql`exists (select 1 from ${held} where h.id = ${this.column(condition.holder)})`;
    }
    if ('waited' in condition) {
      const since = new Date(this.ctx.now.getTime() - condition.waited * 86_400_000);
      return sql`${this.row('state_since')} < ${since}`;
    }
    if ('named' in condition) {
      const write = this.binding.conditions?.[condition.named];
      if (!write) throw new Error(`Nothing says when ${condition.named} holds`);
      return write(this.row, this.ctx);
    }
    if ('not' in condition) return isNotTrue(this.condition(condition.not));
    if ('all' in condition) return every(...condition.all.map((each) => this.condition(each)));
    return either(...condition.any.map((each) => this.condition(each)));
  }

  /**
   * Whether the viewer plays the part; false or null where not, and `never` where it can be no row at all. A
   * comparison stands bare, so that an index can answer it.
   */
  viewerPlays(part: Part<string, TaskCondition>): Sql {
    const { viewer } = this.ctx;
    const me = sql`${viewer.personId}::uuid`;
    const reaches = (roles: readonly string[], at: string, direct = false) => {
      const { unit, authority } = this.places[at]!;
      const wanted = roles as readonly Role[];
      if (!direct) return withinReach(viewer, wanted, this.column(unit), this.column(authority));
      return anyOf(
        this.column(unit),
        viewer.grants.filter(({ role }) => wanted.includes(role)).map(({ unitId }) => unitId),
      );
    };
    const ways = part.any.map((way) =>
      every(
        ...('person' in way
          ? [this.#is(me, way.person)]
          : [
              reaches(way.roles, way.at, way.direct),
              ...(way.and ? [reaches(way.and.roles, way.and.at)] : []),
              ...(way.only ? [this.#is(me, way.only)] : []),
            ]),
        ...(way.when ? [this.condition(way.when)] : []),
      ),
    );
    return every(either(...ways), ...(part.not ?? []).map((ref) => isNotTrue(this.#is(me, ref))));
  }

  /** SELECT of the ids of everybody who plays the part. */
  players(part: Part<string, TaskCondition>): Sql {
    const ways = sql.join(
      part.any.map((way) => this.#playersOf(way)),
      sql` union `,
    );
    const others = (part.not ?? []).map((ref) => isNotTrue(this.#is(sql.ref('p.id'), ref)));
    return sql`select p.id from ${named(ways, 'p')} where ${every(sql`p.id is not null`, ...others)}`;
  }

  /** The day of a due rule; null without one. */
  due(rule: DueDay | null): Sql {
    if (!rule) return sql`null::date`;
    const day = () => {
      if ('day' in rule) return this.column(rule.day);
      if ('dayOf' in rule) return sql`(${this.column(rule.dayOf)} at time zone 'Asia/Ho_Chi_Minh')`;
      if ('endOfYear' in rule) return sql`make_date(${this.column(rule.endOfYear)}, 12, 31)`;
      const days = this.column('firstOf' in rule ? rule.firstOf : rule.lastOf);
      return 'firstOf' in rule ? sql`(${days})[1]` : sql`(${days})[cardinality(${days})]`;
    };
    return sql`((${day()})::date + ${sql.lit(rule.plus ?? 0)})`;
  }

  #playersOf(way: Way<string, TaskCondition>): Sql {
    const when = way.when ? [this.condition(way.when)] : [];
    if ('person' in way) {
      const { person } = way;
      if (typeof person === 'string') return sql`select ${this.column(person)} where ${every(...when)}`;
      const people = this.#entries(person.each, person.where, (entry) => entry.column(person.person));
      return sql`select q.id from ${named(people, 'q')} where ${every(...when)}`;
    }
    const { roles, at, direct, and, only } = way;
    const conditions = [
      ...when,
      ...(and ? [sql`q.id in (${this.#holders(and.roles as readonly Role[], and.at)})`] : []),
      ...(only ? [sql`q.id = ${this.column(only)}`] : []),
    ];
    const held = named(this.#holders(roles as readonly Role[], at, direct), 'q');
    return sql`select q.id from ${held} where ${every(...conditions)}`;
  }

  #holders(roles: readonly Role[], at: string, direct = false): Sql {
    const unit = this.column(this.places[at]!.unit);
    const { at: onItOrAbove, ofUnit } = holdersSelect();
    return (direct ? ofUnit : onItOrAbove)(unit, roles, this.ctx.today);
  }

  #is(person: Sql, ref: PersonRef): Sql {
    if (typeof ref === 'string') return sql`${this.column(ref)} = ${person}`;
    const isThis = (entry: PartsSql) => sql`${entry.column(ref.person)} = ${person}`;
    return sql`exists (${this.#entries(ref.each, ref.where, () => sql`1`, isThis)})`;
  }

  /** SELECT over the entries of a list of the record. */
  #entries(
    list: Path,
    where: TaskCondition | undefined,
    select: (entry: PartsSql) => Sql,
    and: (entry: PartsSql) => Sql = () => always,
  ): Sql {
    const source = this.binding.lists?.[this.at + list];
    if (!source) throw new Error(`Nothing says in which table the list ${this.at}${list} is`);
    const owner = list.includes('.') ? this.column(list.replace(/\.[^.]+$/, '.id')) : this.row('id');
    const alias = `e${this.depth}`;
    const entry = this.#inside(alias, `${this.at}${list}.`);
    return sql`
      select ${select(entry)}
      from ${sql.table(source.table)} ${sql.ref(alias)}
      where ${every(
        sql`${sql.ref(`${alias}.${source.by}`)} = ${owner}`,
        where ? entry.condition(where) : always,
        and(entry),
      )}`;
  }

  #inside(alias: string, at: string): PartsSql {
    return this.#on(rowOf(alias), at, this.depth + 1);
  }

  #on(row: Row, at: string, depth: number): PartsSql {
    return new PartsSql(row, this.places, this.binding, this.ctx, this.known, at, depth);
  }
}
