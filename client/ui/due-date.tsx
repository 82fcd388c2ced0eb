import { dueKind, dueWords, formatDate, type DueKind } from '../i18n/dates';
import { Badge } from './badge';
import type { IconName } from './icon';
import type { Tone } from './tone';
import styles from './due-date.module.css';

const dueMarks: Record<DueKind, { tone: Tone; icon: IconName }> = {
  overdue: { tone: 'danger', icon: 'danger' },
  today: { tone: 'warning', icon: 'clock' },
  soon: { tone: 'warning', icon: 'clock' },
  later: { tone: 'neutral', icon: 'calendar' },
};

/**
 * A due date and how close it is: "28/11/2026 · còn 3 ngày". Once the work is done only the date stands.
 */
export function DueDate(props: { date: string | null | undefined; done?: boolean }) {
  const isOpen = () => Boolean(props.date) && !props.done;
  return (
    <span class={styles.due}>
      <time datetime={props.date ?? undefined}>{formatDate(props.date)}</time>
      {isOpen() && (
        <Badge tone={dueMarks[dueKind(props.date!)].tone} icon={dueMarks[dueKind(props.date!)].icon}>
          {dueWords(props.date!)}
        </Badge>
      )}
    </span>
  );
}
