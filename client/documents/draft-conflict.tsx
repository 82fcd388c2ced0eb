import { createMemo, createSignal, For, onMount, Show } from 'solid-js';
import { formatDateTime } from '../i18n';
import { Badge, Button, Buttons, ChoiceGroup, Notice, PageSection, Stack } from '../ui';
import { differences, mergeDraft, type Difference, type DraftPart, type Versions } from './draft-merge';
import type { DraftValues } from './draft-values';
import { useDocumentWords } from './words';
import styles from './changes-tab.module.css';

export interface DraftConflictProps {
  parts: readonly DraftPart[];
  versions: Versions;
  /** When the other version was saved. */
  savedAt: string;
  busy: boolean;
  /** The draft with both, to be saved. */
  onMerge: (values: DraftValues) => void;
}

type Side = 'mine' | 'theirs';

/** The draft was saved elsewhere meanwhile: shows both, part by part, and saves what is taken of each. */
export function DraftConflict(props: DraftConflictProps) {
  const t = useDocumentWords();
  const [chosen, setChosen] = createSignal<Record<string, Side>>({});
  const [asked, setAsked] = createSignal(false);
  const found = createMemo(() => differences(props.parts, props.versions));
  const side = ({ id, isContested }: Difference): Side | undefined =>
    chosen()[id] ?? (isContested ? undefined : 'theirs');
  const open = () => found().filter((difference) => !side(difference)).length;
  const chooseAll = (all: Side) => setChosen(Object.fromEntries(found().map(({ id }) => [id, all])));
  let element!: HTMLDivElement;
  onMount(() => {
    element.scrollIntoView({ block: 'start' });
    element.focus();
  });

  function take() {
    setAsked(true);
    if (open() > 0) return;
    const theirs = new Set(
      found()
        .filter((difference) => side(difference) === 'theirs')
        .map(({ id }) => id),
    );
    props.onMerge(mergeDraft(props.parts, props.versions, (id) => theirs.has(id)));
  }

  return (
    <div ref={element} tabindex="-1" class={styles.conflict}>
      <PageSection title={t.conflictTitle} lead={t.conflictLead(formatDateTime(props.savedAt))}>
        <Stack>
          <Show when={found().length > 1}>
            <Buttons>
              <Button size="s" onClick={() => chooseAll('mine')}>
                {t.allMine}
              </Button>
              <Button size="s" onClick={() => chooseAll('theirs')}>
                {t.allTheirs}
              </Button>
            </Buttons>
          </Show>
          <For each={found()} fallback={<p>{t.conflictNone}</p>}>
            {(difference) => (
              <Compared
                difference={difference}
                side={side(difference)}
                missing={asked()}
                onChange={(next) => setChosen((all) => ({ ...all, [difference.id]: next }))}
              />
            )}
          </For>
          <Show when={asked() && open() > 0}>
            <Notice tone="danger" live>
              {t.conflictOpen(open())}
            </Notice>
          </Show>
          <Buttons>
            <Button look="primary" busy={props.busy} onClick={take}>
              {t.mergeAndSave}
            </Button>
          </Buttons>
        </Stack>
      </PageSection>
    </div>
  );
}

function Compared(props: {
  difference: Difference;
  side: Side | undefined;
  missing: boolean;
  onChange: (side: Side) => void;
}) {
  const t = useDocumentWords();
  return (
    <article class={styles.change}>
      <h3 class={styles.head}>
        <span>{props.difference.title}</span>
        <Badge tone={props.difference.isContested ? 'warning' : 'info'}>
          {props.difference.isContested ? t.changedBoth : t.changedThere}
        </Badge>
      </h3>
      <div class={styles.sides}>
        <div class={styles.version} data-chosen={props.side === 'mine' || undefined}>
          <p class={styles.label}>{t.mine}</p>
          {props.difference.mine || t.conflictBlank}
        </div>
        <div class={styles.version} data-chosen={props.side === 'theirs' || undefined}>
          <p class={styles.label}>{t.theirs}</p>
          {props.difference.theirs || t.conflictBlank}
        </div>
      </div>
      <ChoiceGroup
        label={t.choiceOf(props.difference.title)}
        hideLabel
        compact
        value={props.side ?? ''}
        onChange={(side) => props.onChange(side as Side)}
        options={[
          { value: 'mine', label: t.takeMine },
          { value: 'theirs', label: t.takeTheirs },
        ]}
        error={props.missing && !props.side ? t.choosePlease : undefined}
      />
    </article>
  );
}
