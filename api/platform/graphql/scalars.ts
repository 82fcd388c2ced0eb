import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLJSON } from 'graphql-scalars';

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
/**
 * The years in which days and instants must lie: those of the papers of an office. Database and calendar can
 * calculate with all of them.
 */
const years = { first: 1900, last: 2199 };
const isOfOurTime = (at: Date) => at.getUTCFullYear() >= years.first && at.getUTCFullYear() <= years.last;

function parseDay(value: unknown): string {
  if (typeof value === 'string' && dayPattern.test(value)) {
    const parsed = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(value) && isOfOurTime(parsed)) return value;
  }
  throw new GraphQLError('A day is written YYYY-MM-DD, from 1900 to 2199', { extensions: { code: 'INVALID_INPUT' } });
}

/** A day of the calendar in Vietnam, `YYYY-MM-DD`. */
export const Day = new GraphQLScalarType({
  name: 'Date',
  description: 'A day of the calendar in Asia/Ho_Chi_Minh, written YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10)),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});

function parseInstant(value: unknown): Date {
  const parsed =
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : new Date(Number.NaN);
  if (Number.isNaN(parsed.getTime()) || !isOfOurTime(parsed)) {
    throw new GraphQLError('A time is written 2026-11-21T08:30:00+07:00', { extensions: { code: 'INVALID_INPUT' } });
  }
  return parsed;
}

/** An instant. In the API it is written in ISO 8601 with its offset. */
export const Instant = new GraphQLScalarType({
  name: 'DateTime',
  description: 'A moment, in ISO 8601 with its offset.',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : undefined),
});

export { GraphQLJSON as Json };
