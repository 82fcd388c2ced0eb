import { createMemo, Show } from 'solid-js';
import {
  contentChecks,
  isFirst,
  isProcedure,
  type RevisionNumber,
  type SectionKey,
} from '../../api/documents/rules/index';
import { longestPath, stepGraph, timeCheck, workingWindow } from '../../api/procedures/rules/index';
import type { CheckProblem } from '../../api/rules/checks';
import { formatNumber, said } from '../i18n';
import { ProgressBar, PageSection } from '../ui';
import { ChecksList } from './checks-list';
import { draftInput, stepsOf, type Draft, type DraftValues } from './draft-values';
import { useDocumentWords } from './words';

/** What is missing or wrong in what is typed, by the rules that the server applies with the submission. */
export function checksOf(
  values: DraftValues,
  { kind, number }: { kind: Draft['document']['kind']; number: RevisionNumber },
): CheckProblem[] {
  const { sections, changeRows: rows } = draftInput(values, kind);
  const hasFile = values.file !== null;
  const changeRows = isFirst(number) ? undefined : rows;
  if (!isProcedure(kind)) return contentChecks({ kind, sections, hasFile, changeRows });
  const forms = values.forms.filter(({ code }) => code.trim());
  const filled: [boolean, SectionKey][] = [
    [values.steps.length > 0, 'CONTENT'],
    [forms.length > 0, 'FORMS'],
    [values.records.some(({ title }) => title.trim()), 'RECORDS'],
  ];
  return contentChecks({
    kind,
    sections,
    hasFile,
    changeRows,
    filledElsewhere: filled.flatMap(([isFilled, key]) => (isFilled ? [key] : [])),
    otherChecks: timeCheck({
      limit: { unit: values.limitUnit, value: values.limitValue },
      steps: stepsOf(values.steps),
      forms,
    }),
  });
}

/** The checks while one types, with the longest path against the limit. */
export function LiveCheck(props: { values: DraftValues; checks: readonly CheckProblem[]; isProcedure: boolean }) {
  const t = useDocumentWords();
  const path = createMemo(() => {
    const steps = stepsOf(props.values.steps);
    if (steps.length === 0) return undefined;
    if (stepGraph(steps).circular.length > 0) return 'circle' as const;
    return longestPath(steps).hours;
  });
  const window = () => {
    const { limitUnit: unit, limitValue: value } = props.values;
    return (unit === 'WORKING_DAYS' || unit === 'CALENDAR_DAYS') && !value ? null : workingWindow({ unit, value });
  };
  return (
    <PageSection title={props.isProcedure ? t.liveCheck : ''} lead={props.isProcedure && t.liveLead}>
      <Show when={props.isProcedure && path() !== undefined}>
        <Show when={path() !== 'circle'} fallback={<p>{t.circle}</p>}>
          <Show when={window()} fallback={<p>{t.longestOnly(formatNumber(path() as number))}</p>}>
            {(hours) => <ProgressBar label={t.pathNow} value={path() as number} max={hours()} />}
          </Show>
        </Show>
      </Show>
      <ChecksList
        bare
        checks={props.checks.map(({ code, severity, words }) => ({ code, severity, message: said(words) }))}
      />
    </PageSection>
  );
}
