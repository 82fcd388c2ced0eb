import { For, Show } from 'solid-js';
import { formatNumber } from '../i18n';
import { useDocumentWords } from './words';
import type { ProcedureContent } from './types';
import styles from './paper.module.css';

/** The steps as provincial decisions print them: order, content, who, how long, what comes out. On a phone every step is a card. */
export function StepsTable(props: { steps: ProcedureContent['steps'] }) {
  const t = useDocumentWords();
  const isNotSimplyNext = (index: number) => {
    const after = props.steps[index]!.after;
    const previous = props.steps[index - 1]?.code;
    return after.length > 0 && !(after.length === 1 && after[0] === previous);
  };
  return (
    <table class={`${styles.framed} ${styles.steps}`}>
      <caption class="visually-hidden">{t.steps}</caption>
      <thead>
        <tr>
          <th scope="col">{t.no}</th>
          <th scope="col">{t.sequence}</th>
          <th scope="col">{t.responsible}</th>
          <th scope="col">{t.time}</th>
          <th scope="col">{t.formResult}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.steps}>
          {(step, index) => (
            <tr id={`step-${step.code}`}>
              <th scope="row">{step.code}</th>
              <td data-label={t.sequence}>
                <p>{step.content || t.blank}</p>
                <Show when={isNotSimplyNext(index())}>
                  <p class={styles.aside}>{t.afterSteps(step.after.join(', '))}</p>
                </Show>
              </td>
              <td data-label={t.responsible}>
                <p>{step.roleName || <strong class={styles.warned}>{t.nobody}</strong>}</p>
                <Show when={step.unitKind}>
                  <p class={styles.aside}>{t.offices[step.unitKind as keyof typeof t.offices] ?? step.unitKind}</p>
                </Show>
              </td>
              <td data-label={t.time} class={styles.hours}>
                {t.hours(formatNumber(step.hours))}
              </td>
              <td data-label={t.formResult}>
                <p>{step.output}</p>
                <Show when={step.formCodes.length > 0}>
                  <p class={styles.aside}>{step.formCodes.join(', ')}</p>
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
