import type { CauseCategory, NonconformitySource } from '../../api/nonconformities/rules/index';
import type { RegisterChoicesQuery, ReportChoicesQuery } from '../graphql/generated/nonconformities/register';
import { titleOf } from '../i18n';
import type { Option } from '../ui';
import type { Words } from './words.vi';

type Unit = ReportChoicesQuery['units'][number];
type Place = RegisterChoicesQuery['nonconformityChoices']['places'][number];

/** Authorities, each with its offices after it; with several authorities an office says which one it belongs to. */
export function placeOptions(places: readonly Place[]): Option[] {
  const isOne = places.filter(({ authorityName }) => !authorityName).length === 1;
  return places.map(({ id, name, authorityName }) => ({
    value: id,
    label: authorityName && !isOne ? `${name}, ${authorityName}` : name,
  }));
}

/** The clauses of the set in force; a group stands for all below it. */
export function clauseOptions(sets: RegisterChoicesQuery['clauseSets']): Option[] {
  const clauses = sets.find(({ isCurrent }) => isCurrent)?.clauses ?? [];
  return clauses.map((clause) => ({
    value: clause.id,
    label: `${clause.number} ${titleOf(clause)}`,
  }));
}

/** Where a nonconformity may come from. */
export const sourceOptions = (t: Words): Option[] =>
  (Object.keys(t.sources) as NonconformitySource[]).map((value) => ({ value, label: t.sources[value] }));

/** The units of the authorities that a person belongs to, to be searched by name. */
export function unitsToReport(units: readonly Unit[], memberOf: readonly string[]): Option[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(({ authority }) => authority && memberOf.includes(authority.id))
    .map(({ id, name, authority }) => ({
      value: id,
      label: name,
      ...(authority!.id !== id && { detail: names.get(authority!.id) }),
    }));
}

/** What kind of cause one may have. */
export const causeOptions = (t: Words): Option[] =>
  (Object.keys(t.causes) as CauseCategory[]).map((value) => ({ value, label: t.causes[value] }));
