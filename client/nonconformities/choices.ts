import type { NonconformitySource } from '../../api/nonconformities/rules/index';
import type { RegisterChoicesQuery } from '../graphql/generated/nonconformities/register';
import { language } from '../i18n';
import type { Option } from '../ui';
import type { Words } from './words.vi';

type Unit = RegisterChoicesQuery['units'][number];

/** Authorities with their offices below them, in the order of the province. */
export function unitOptions(units: readonly Unit[]): Option[] {
  return units
    .filter(({ isAuthority }) => isAuthority)
    .flatMap((authority) => [
      { value: authority.id, label: authority.name },
      ...units.filter(({ parent }) => parent?.id === authority.id).map((unit) => ({ value: unit.id, label: `   ${unit.name}`, detail: authority.name })),
    ]);
}

/** The clauses of the set in force; a group stands for all below it. */
export function clauseOptions(sets: RegisterChoicesQuery['clauseSets']): Option[] {
  const clauses = sets.find(({ isCurrent }) => isCurrent)?.clauses ?? [];
  return clauses.map(({ id, number, title, titleEn }) => ({ value: id, label: `${number} ${language() === 'vi' ? title : titleEn}` }));
}

/** Where a nonconformity may come from. */
export const sourceOptions = (t: Words): Option[] => (Object.keys(t.sources) as NonconformitySource[]).map((value) => ({ value, label: t.sources[value] }));

/** The units of the authorities that a person belongs to, to be searched by name. */
export function unitsToReport(units: readonly Unit[], memberOf: readonly string[]): Option[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return units
    .filter(({ authority }) => authority && memberOf.includes(authority.id))
    .map(({ id, name, authority }) => ({ value: id, label: name, ...(authority!.id !== id && { detail: names.get(authority!.id) }) }));
}
