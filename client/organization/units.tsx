import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { UnitsDocument, type UnitsQuery } from '../graphql/generated/organization/organization';
import { fold, nameOf } from '../i18n';
import { useFilters } from '../shell/address';
import { Badge, EmptyState, FilterBar, Grid, Loaded, PageHeader, PageSection, Stack } from '../ui';
import { OrganizationTabs } from './tabs';
import { useOrganizationWords } from './words';
import styles from './units.module.css';

type Unit = UnitsQuery['units'][number];

/** All units: a card for each authority with its offices. */
export default function Units() {
  const t = useOrganizationWords();
  const query = useQuery(UnitsDocument, () => ({}));
  const filters = useFilters({ search: '' });
  return (
    <>
      <PageHeader title={t.title} subtitle={t.unitsLead} />
      <Stack>
        <OrganizationTabs />
        <FilterBar filters={filters} search="search" searchLabel={t.find} />
        <Loaded query={query} pick={(data) => data.units} lines={12}>
          {(units) => <Authorities units={units()} search={filters.values.search} />}
        </Loaded>
      </Stack>
    </>
  );
}

function Authorities(props: { units: readonly Unit[]; search: string }) {
  const t = useOrganizationWords();
  const childrenOf = (id: string) => props.units.filter((unit) => unit.parent?.id === id);
  const fits = (unit: Unit) => fold(`${unit.name} ${unit.nameEn} ${unit.code}`).includes(fold(props.search.trim()));
  const tops = createMemo(() => props.units.filter((unit) => !unit.parent));
  const authorities = createMemo(() =>
    props.units.filter(
      (unit) =>
        unit.isAuthority &&
        (fits(unit) || childrenOf(unit.id).some(fits) || tops().some((top) => top.id === unit.id && fits(top))),
    ),
  );
  const clusters = createMemo(() =>
    [...new Set(authorities().map((unit) => unit.cluster ?? ''))].toSorted((a, b) => a.localeCompare(b)),
  );
  return (
    <Stack gap="l">
      <p>
        <For each={tops()}>{(top) => <A href={`/organization/units/${top.id}`}>{nameOf(top)}</A>}</For>
      </p>
      <For
        each={clusters()}
        fallback={
          <EmptyState icon="search" title={t.noPeople}>
            {t.noPeopleHint}
          </EmptyState>
        }
      >
        {(cluster) => (
          <PageSection title={cluster || t.kinds.DEPARTMENT} bare>
            <Grid min={17}>
              <For each={authorities().filter((unit) => (unit.cluster ?? '') === cluster)}>
                {(unit) => <AuthorityCard unit={unit} offices={childrenOf(unit.id)} />}
              </For>
            </Grid>
          </PageSection>
        )}
      </For>
    </Stack>
  );
}

function AuthorityCard(props: { unit: Unit; offices: readonly Unit[] }) {
  const t = useOrganizationWords();
  return (
    <article class={styles.card}>
      <h3 class={styles.name}>
        <A href={`/organization/units/${props.unit.id}`}>{nameOf(props.unit)}</A>
      </h3>
      <Badge tone="neutral" icon="building">
        {t.kinds[props.unit.kind]}
      </Badge>
      <Show when={props.offices.length > 0}>
        <ul class={styles.offices}>
          <For each={props.offices}>
            {(office) => (
              <li>
                <A href={`/organization/units/${office.id}`}>{nameOf(office)}</A>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </article>
  );
}
