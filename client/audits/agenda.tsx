import { For, Show, type JSX } from 'solid-js';
import { formatDate } from '../i18n';
import { DataTable, EmptyState, Section } from '../ui';
import type { AuditOfPage } from './people';
import { useAuditWords } from './words';

/** The agenda of an audit, day by day; prints as it stands. */
export function Agenda(props: { audit: Pick<AuditOfPage, 'agenda'>; actions?: JSX.Element }) {
  const t = useAuditWords();
  const days = () => [...new Set(props.audit.agenda.map(({ date }) => date))];
  return (
    <Section title={t.audit.agenda} actions={<Show when={props.audit.agenda.length > 0}>{props.actions}</Show>} bare>
      <Show when={props.audit.agenda.length > 0} fallback={<EmptyState icon="calendar" title={t.audit.noAgenda} />}>
        <For each={days()}>
          {(day) => (
            <DataTable
              caption={formatDate(day)}
              showCaption={days().length > 1}
              rows={props.audit.agenda.filter(({ date }) => date === day)}
              columns={[
                { header: t.audit.time, primary: true, nowrap: true, cell: (line) => `${line.from}–${line.to}` },
                { header: t.audit.activity, cell: (line) => line.activity },
                { header: t.audit.group, nowrap: true, cell: (line) => (line.track === 'ALL' ? t.audit.everyone : line.track) },
                { header: t.audit.clausesShort, cell: (line) => line.clauses.join(', ') },
              ]}
            />
          )}
        </For>
      </Show>
    </Section>
  );
}
