import { createMemo } from 'solid-js';
import {
  nonconformityLifecycle,
  type CauseCategory,
  type NonconformitySource,
  type Severity,
} from '../../api/nonconformities/rules/index';
import { useQuery } from '../graphql';
import {
  ProcedureOfFilterDocument,
  RegisterChoicesDocument,
  UnitOfFilterDocument,
} from '../graphql/generated/nonconformities/register';
import { allChosen, useFilters } from '../shell/address';
import type { Option } from '../ui';
import { causeOptions, clauseOptions, placeOptions, sourceOptions } from './choices';
import { savedSorting, sortings, type SortName } from './saved-sorting';
import type { View } from './state-counts';
import { useNonconformityWords } from './words';

/** The filters and the order of the register, as they stand in the address: its list and its paper share them. */
export function useRegisterFilters() {
  const saved = savedSorting();
  return useFilters({
    view: 'open',
    search: '',
    unit: '',
    state: [] as string[],
    severity: '',
    source: [] as string[],
    clause: '',
    procedure: '',
    cause: '',
    from: '',
    to: '',
    sort: saved.by as string,
    down: String(saved.descending),
  });
}

export type RegisterFilters = ReturnType<typeof useRegisterFilters>;

/** A link from a document names the procedure by its id; the list of choices goes by code, over all authorities. */
const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What is looked for, whatever the state. */
export function foundBy({ values }: RegisterFilters) {
  return {
    search: values.search || null,
    unitId: values.unit || null,
    severity: (values.severity || null) as Severity | null,
    sources: values.source.length > 0 ? (values.source as NonconformitySource[]) : null,
    clauseId: values.clause || null,
    procedureId: isId(values.procedure) ? values.procedure : null,
    procedureCode: values.procedure && !isId(values.procedure) ? values.procedure : null,
    causeCategory: (values.cause || null) as CauseCategory | null,
    issuedFrom: values.from || null,
    issuedTo: values.to || null,
  };
}

/** The whole filter as the API takes it. */
export function filterOf(filters: RegisterFilters) {
  const { view, state } = filters.values;
  return {
    ...foundBy(filters),
    states: allChosen(nonconformityLifecycle.states, state),
    open: (view as View) === 'open' && state.length === 0 ? true : null,
    mine: (view as View) === 'mine' ? true : null,
    overdue: (view as View) === 'overdue' ? true : null,
  };
}

/** The order as the API takes it. */
export const orderOf = ({ values }: RegisterFilters) => ({
  sort: sortings[values.sort as SortName] ?? 'ISSUED',
  descending: values.down === 'true',
});

/** The fields of the filter bar, with what there is to choose for this viewer. */
export function useRegisterFields(filters: RegisterFilters) {
  const t = useNonconformityWords();
  const choices = useQuery(RegisterChoicesDocument, () => ({}));
  const places = () => placeOptions(choices.data?.nonconformityChoices.places ?? []);
  const isOffered = () => !choices.data || places().some(({ value }) => value === filters.values.unit);
  const procedure = useQuery(ProcedureOfFilterDocument, () => ({ id: filters.values.procedure }), {
    pause: () => !isId(filters.values.procedure),
  });
  const unit = useQuery(UnitOfFilterDocument, () => ({ id: filters.values.unit }), {
    pause: () => !filters.values.unit || isOffered(),
  });
  // What the address asks for is named too, although nothing of it is in the list.
  const linked = (chosen: string, option: Option | undefined): Option[] =>
    option && option.value === chosen ? [option] : [];
  const about = () => procedure.data?.document;
  const linkedUnit = () => unit.data && { value: unit.data.unit.id, label: unit.data.unit.name };
  return createMemo(() => [
    {
      name: 'unit',
      label: t.filters.unit,
      options: isOffered() ? places() : [...linked(filters.values.unit, linkedUnit()), ...places()],
    },
    {
      name: 'severity',
      label: t.filters.severity,
      options: (['MAJOR', 'MINOR'] as const).map((value) => ({ value, label: t.severity[value] })),
    },
    { name: 'source', label: t.filters.source, kind: 'several' as const, options: sourceOptions(t) },
    { name: 'clause', label: t.filters.clause, options: clauseOptions(choices.data?.clauseSets ?? []) },
    {
      name: 'procedure',
      label: t.filters.procedure,
      kind: 'find' as const,
      options: [
        ...linked(
          filters.values.procedure,
          about() && { value: about()!.id, label: `${about()!.code} ${about()!.title}` },
        ),
        ...(choices.data?.nonconformityChoices.procedures ?? []).map(({ code, title }) => ({
          value: code,
          label: `${code} ${title}`,
        })),
      ],
    },
    { name: 'cause', label: t.filters.cause, options: causeOptions(t) },
    { name: 'from', label: t.filters.from, kind: 'date' as const },
    { name: 'to', label: t.filters.to, kind: 'date' as const },
  ]);
}
