import { For, Show, type JSX } from 'solid-js';
import { formatDate } from '../i18n';
import { EmptyState, Section } from '../ui';
import type { AuditOfPage } from './people';
import { useAuditWords } from './words';
import styles from './audits.module.css';

/** The agenda of an audit, day by day; prints as it stands. */
export function Agenda(props: { audit: Pick<AuditOfPage, 'agenda'>; actions?: JSX.Element }) {
  const t = useAuditWords();
  const days = () => [...new Set(props.audit.agenda.map(({ date }) => date))];
  return (
    <Section title={t.audit.agenda} actions={<Show when={props.audit.agenda.length > 0}>{props.actions}</Show>}>
      <Show when={props.audit.agenda.length > 0} fallback={<EmptyState icon="calendar" title={t.audit.noAgenda} />}>
        <For each={days()}>
          {(day) => (
            <div class={styles.scroll} tabindex="0" role="region" aria-label={`${t.audit.agenda} ${formatDate(day)}`}>
              <table class={styles.agenda}>
                <caption>{formatDate(day)}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t.audit.time}</th>
                    <th scope="col">{t.audit.activity}</th>
                    <th scope="col">{t.audit.group}</th>
                    <th scope="col">{t.audit.clausesShort}</th>
                  </tr>
                </thead>
                <tbody>
                  <For each={props.audit.agenda.filter(({ date }) => date === day)}>
                    {(line) => (
                      <tr>
                        <td>{`${line.from}–${line.to}`}</td>
                        <td>{line.activity}</td>
                        <td>{line.track === 'ALL' ? t.audit.everyone : line.track}</td>
                        <td>{line.clauses.join(', ')}</td>
                      </tr>
                    )}
                  </For>
                </tbody>
              </table>
            </div>
          )}
        </For>
      </Show>
    </Section>
  );
}
