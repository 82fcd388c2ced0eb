import type { NonconformityPageQuery } from '../graphql/generated/nonconformities/nonconformity';
import type { Verb } from '../../api/access/rules/verbs';
import { wordsFor } from '../i18n';
import { PageSection, Timeline, type IconName, type TimelineEntry, type Tone } from '../ui';
import { useNonconformityWords } from './words';
import type { Words } from './words.vi';
import type { Whole } from './types';

type Entry = NonconformityPageQuery['history'][number];

/** A change as the trail keeps it; a note or a request names the action that it belongs to. */
interface Change {
  type: string;
  id: string;
  set?: Record<string, unknown>;
}

/** Icons of the verbs that change the course; others get a plain dot. */
const eventMarks: Partial<Record<Verb, { icon: IconName; tone: Tone }>> = {
  'nonconformity.issue': { icon: 'nonconformity', tone: 'warning' },
  'nonconformity.approvePlan': { icon: 'check', tone: 'info' },
  'nonconformity.verify': { icon: 'success', tone: 'success' },
  'nonconformity.confirmEffective': { icon: 'success', tone: 'success' },
  'nonconformity.findIneffective': { icon: 'danger', tone: 'danger' },
  'nonconformity.returnPlan': { icon: 'left', tone: 'warning' },
  'nonconformity.returnResult': { icon: 'left', tone: 'warning' },
  'correctiveAction.return': { icon: 'left', tone: 'warning' },
  'correctiveAction.reportDone': { icon: 'check', tone: 'neutral' },
  'nonconformity.withdraw': { icon: 'close', tone: 'neutral' },
};

/** What happened, in sentences, the newest first. */
export function NonconformityHistory(props: { entries: readonly Entry[]; whole: Whole }) {
  const t = useNonconformityWords();
  const entries = (): TimelineEntry[] =>
    props.entries.toReversed().map((entry) => ({
      at: entry.at,
      what: sentenceOf(t, entry, props.whole),
      note: entry.reason ?? undefined,
      ...wordsFor<{ icon: IconName; tone: Tone } | undefined>(eventMarks, entry.verb),
    }));
  return (
    <PageSection title={t.historyTitle}>
      <Timeline entries={entries()} />
    </PageSection>
  );
}

function sentenceOf(
  t: Words,
  { verb, actorName, changes, ...entry }: Entry,
  { actions, source, followUpOf }: Whole,
): string {
  const sentence = wordsFor<(who: string, action: string) => string>(t.historySentences, verb);
  if (!sentence) return t.historyOther(actorName);
  if (verb === 'nonconformity.issue' && followUpOf) return t.historyFollows(actorName, followUpOf.number);
  if (verb === 'nonconformity.issue' && source === 'AUDIT') return t.historyFromAudit;
  if (verb === 'nonconformity.reportDone' && entry.actorId === null) return t.historyByItself;
  const touched = (changes as Change[]).map(({ type, id, set }) =>
    type === 'CorrectiveAction' ? id : set?.['action'],
  );
  return sentence(actorName, actions.find(({ id }) => touched.includes(id))?.title ?? t.anAction);
}
