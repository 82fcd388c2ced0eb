import { Show } from 'solid-js';
import { onlyGoodAnswer } from '../../api/self-inspection/rules/questions';
import { Badge } from '../ui';
import styles from './template-version.module.css';
import type { Version } from './types';
import { useSelfInspectionWords } from './words';

/** Kind of answer, weight, evidence, condition, clause and basis, in one line. */
export function QuestionFacts(props: {
  question: Pick<
    Version['questions'][number],
    'answerType' | 'goodAnswer' | 'weight' | 'critical' | 'evidence' | 'shownWhen' | 'basis' | 'clause'
  >;
}) {
  const t = useSelfInspectionWords();
  const facts = () =>
    [
      onlyGoodAnswer[props.question.answerType] !== null
        ? t.types[props.question.answerType]
        : `${t.types[props.question.answerType]}: ${props.question.goodAnswer.replace('>=', '≥ ').replace('<=', '≤ ')}`,
      t.weight(props.question.weight),
      `${t.q.evidence}: ${t.evidences[props.question.evidence].toLowerCase()}`,
      props.question.clause && t.clause(props.question.clause.number),
      props.question.shownWhen && t.shownWhen(props.question.shownWhen),
      props.question.basis,
    ].filter(Boolean);
  return (
    <p class={styles.facts}>
      <Show when={props.question.critical}>
        <Badge tone="danger" icon="flag">
          {t.critical}
        </Badge>
      </Show>
      <span>{facts().join(' · ')}</span>
    </p>
  );
}
