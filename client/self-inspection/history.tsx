import { createSignal, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { InspectionHistoryDocument } from '../graphql/generated/self-inspection/inspection';
import { wordsFor } from '../i18n';
import { Button, Loaded, PageSection, Timeline } from '../ui';
import { useSelfInspectionWords } from './words';

/** What happened to the form; read only when asked for. The many savings of answers are left out. */
export function InspectionHistory(props: { id: string }) {
  const t = useSelfInspectionWords();
  const [open, setOpen] = createSignal(false);
  const query = useQuery(InspectionHistoryDocument, () => ({ id: props.id }), { keep: true, pause: () => !open() });
  const verbOf = (verb: string) => wordsFor(t.verbs, verb);
  return (
    <Show
      when={open()}
      fallback={
        <div>
          <Button icon="history" look="quiet" onClick={() => setOpen(true)}>
            {t.historyShow}
          </Button>
        </div>
      }
    >
      <PageSection title={t.history}>
        <Loaded query={query} pick={(data) => data.history} lines={4}>
          {(entries) => (
            <Timeline
              entries={entries()
                .filter(({ verb }) => verbOf(verb))
                .map(({ at, actorName, verb, reason }) => ({
                  at,
                  what: `${actorName} ${verbOf(verb)}`,
                  note: reason ?? undefined,
                }))}
            />
          )}
        </Loaded>
      </PageSection>
    </Show>
  );
}
