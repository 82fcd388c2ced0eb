import { For, Show, type JSX } from 'solid-js';
import { formatDate } from '../../i18n';
import { DataTable, DescriptionList, EmptyState, PageSection } from '../../ui';
import { agendaColumns } from './columns';
import { groupNames, splits } from './groups';
import type { AuditOfPage } from '../people';
import { useFieldworkWords } from './words';

/** The agenda of an audit, day by day, with who audits and who speaks for the auditee. */
export function Agenda(props: { audit: AuditOfPage; actions?: JSX.Element }) {
  const t = useFieldworkWords();
  const days = () => [...new Set(props.audit.agenda.map(({ date }) => date))];
  return (
    <PageSection
      title={t.audit.agenda}
      actions={<Show when={props.audit.agenda.length > 0}>{props.actions}</Show>}
      bare
    >
      <Show when={props.audit.agenda.length > 0} fallback={<EmptyState icon="calendar" title={t.audit.noAgenda} />}>
        <Show when={splits(props.audit)}>
          <DescriptionList
            facts={['A', 'B'].map((track) => ({ term: t.papers.group(track), value: groupNames(props.audit, track) }))}
          />
        </Show>
        <For each={days()}>
          {(day) => (
            <DataTable
              caption={formatDate(day)}
              showCaption={days().length > 1}
              rows={props.audit.agenda.filter(({ date }) => date === day)}
              columns={agendaColumns(t, props.audit)}
            />
          )}
        </For>
      </Show>
    </PageSection>
  );
}
