import { A } from '@solidjs/router';
import { createEffect, createSignal, createUniqueId, For, on, onCleanup, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import {
  AddSamplesDocument,
  RemoveSamplesDocument,
  SetCheckResultDocument,
  type SheetQuery,
} from '../../graphql/generated/audits/fieldwork/sheet';
import { agoWords, formatTime, said } from '../../i18n';
import { callsForFinding, type CheckItemResult } from '../../../api/audits/rules/fieldwork/finding-categories';
import { isLineOpen, reasonProblem, wantsOfLine } from '../../../api/audits/rules/fieldwork/line-status';
import { Badge, Button, Icon, LinkButton, Notice, TextArea, TextInput } from '../../ui';
import { loadDraft, removeDraft, storeDraft } from '../../ui/drafts';
import { toneStyle } from '../../ui/tone';
import { LineFiles } from './line-files';
import { clauseLabel } from '../labels';
import { resultIcon, resultTone } from './result-labels';
import { useFieldworkWords } from './words';
import shared from '../audits.module.css';
import styles from './sheet-line.module.css';
import type { CheckLine } from './types';

/** What a member has written on a line and the server does not have yet. */
interface Written {
  result: CheckItemResult;
  evidence: string;
  reasonNotChecked: string;
  /** The version it was written over. */
  over: number;
}

/** The most frequent one first, then by gravity. */
const results: readonly CheckItemResult[] = [
  'CONFORMING',
  'OBSERVATION',
  'MINOR',
  'MAJOR',
  'OPPORTUNITY',
  'STRENGTH',
  'NOT_APPLICABLE',
];
/** How long after the last key the line is sent. */
const pause = 1_200;
/** How long after a lost connection it is sent again. */
const retryAfter = 5_000;

export interface SheetLineProps {
  line: CheckLine;
  auditId: string;
  /** Of a line about a procedure. */
  procedureTitle: string | undefined;
  findings: SheetQuery['audit']['findings'];
  editable: boolean;
  expanded: boolean;
  onToggle: () => void;
  /** Opens the next line that wants something; left out when there is none. */
  onNext?: (() => void) | undefined;
}

/** A line of the work sheet: a head with its result, and inside it what can be written. */
export function SheetLine(props: SheetLineProps) {
  const t = useFieldworkWords();
  const id = createUniqueId();
  // Also of a closed line: what could not be sent is sent again without opening it.
  const line = useLine(props);
  const wants = () => wantsOfLine(line.now(), props.findings.length > 0).filter((want) => want !== 'RESULT');
  const title = () =>
    props.line.clause
      ? clauseLabel(props.line.clause)
      : props.line.procedureCode
        ? `${props.line.procedureCode} ${props.procedureTitle ?? ''}`
        : t.sheet.line(props.line.position);
  return (
    <article class={styles.line} aria-labelledby={id}>
      <button
        type="button"
        id={`line-${props.line.id}`}
        class={styles.lineHead}
        aria-expanded={props.expanded}
        onClick={() => props.onToggle()}
      >
        <span>
          <span id={id} class={styles.lineTitle}>
            {title()}
          </span>
          <span class={shared.quiet}> · {props.line.unit?.name ?? t.sheet.whole}</span>
          <Show when={props.line.by}>{(by) => <span class={shared.quiet}> · {by().fullName}</span>}</Show>
          <Show when={props.line.attachments.length > 0}>
            <span class={shared.quiet}> · {t.files.count(props.line.attachments.length)}</span>
          </Show>
        </span>
        <span class={styles.lineState}>
          <Show when={line.waits()}>
            <Badge tone="warning" icon="clock">
              {t.sheet.waits}
            </Badge>
          </Show>
          <For each={wants()}>
            {(want) => (
              <Badge tone="warning" icon="warning">
                {t.sheet.wants[want]}
              </Badge>
            )}
          </For>
          <Badge tone={resultTone[props.line.result]} icon={resultIcon[props.line.result]}>
            {props.line.result === 'NOT_CHECKED' && !isLineOpen(props.line)
              ? t.sheet.reasoned
              : t.sheet.result[props.line.result]}
          </Badge>
        </span>
      </button>
      <Show when={props.expanded}>
        <LineBody {...props} writing={line} />
      </Show>
    </article>
  );
}

function LineBody(props: SheetLineProps & { writing: ReturnType<typeof useLine> }) {
  const t = useFieldworkWords();
  const line = props.writing;
  const isEvidenceMissing = () => wantsOfLine(line.now(), true).includes('EVIDENCE');
  return (
    <div class={styles.lineBody}>
      <p>{props.line.question}</p>
      <fieldset class={styles.results} role="radiogroup" disabled={!props.editable}>
        <legend>{t.sheet.resultOf}</legend>
        <For each={results}>
          {(result) => (
            <button
              type="button"
              role="radio"
              class={styles.result}
              style={toneStyle(resultTone[result])}
              aria-checked={line.now().result === result}
              onClick={() => line.write({ result: line.now().result === result ? 'NOT_CHECKED' : result }, true)}
            >
              <Icon name={resultIcon[result]} size="s" />
              {t.sheet.result[result]}
            </button>
          )}
        </For>
      </fieldset>
      <TextArea
        label={t.sheet.evidence}
        hint={isEvidenceMissing() ? t.sheet.evidenceNeeded : undefined}
        required={isEvidenceMissing()}
        disabled={!props.editable}
        value={line.now().evidence}
        onChange={(evidence) => line.write({ evidence })}
      />
      <Show when={line.now().result === 'NOT_CHECKED'}>
        <TextArea
          label={t.sheet.reason}
          rows={2}
          disabled={!props.editable}
          value={line.now().reasonNotChecked}
          error={line.badReason()}
          onChange={(reasonNotChecked) => line.write({ reasonNotChecked })}
        />
      </Show>
      <LineFiles lineId={props.line.id} files={props.line.attachments} editable={props.editable} />
      <Samples line={props.line} editable={props.editable} onSaved={line.advance} />
      <Show when={line.conflict()}>
        {(current) => <Conflict mine={line.now()} theirs={current()} onChoose={line.settle} />}
      </Show>
      <div class={styles.foot}>
        <p class={shared.quiet} role="status">
          {line.status()}
        </p>
        <Show when={line.failed()}>
          <Button size="s" icon="refresh" onClick={() => line.send()}>
            {t.sheet.tryNow}
          </Button>
        </Show>
        <For each={props.findings}>
          {(finding) => (
            <A href={`/audits/${props.auditId}/findings#f${finding.position}`}>
              {t.sheet.hasFinding(finding.position)}
            </A>
          )}
        </For>
        <Show when={props.editable && callsForFinding(line.now().result) && props.findings.length === 0}>
          <LinkButton size="s" icon="edit" href={`/audits/${props.auditId}/findings?line=${props.line.id}`}>
            {t.sheet.writeFinding}
          </LinkButton>
        </Show>
        <Show when={props.editable && props.onNext}>
          {(next) => (
            <Button size="s" icon="down" onClick={() => next()()}>
              {t.sheet.next}
            </Button>
          )}
        </Show>
      </div>
    </div>
  );
}

/** What stands on the server when somebody was faster. */
interface Current {
  result: CheckItemResult;
  evidence: string | null;
  reasonNotChecked: string | null;
  by: string;
  version: number;
}

/** The writing on a line: kept on this device until the server has it, sent by itself, and compared with what somebody else has saved. */
function useLine(props: SheetLineProps) {
  const t = useFieldworkWords();
  const command = useCommand(SetCheckResultDocument);
  const key = `audit.line.${props.line.id}`;
  const [written, setWritten] = createSignal<Written | undefined>(loadDraft<Written>(key)?.values);
  const [conflict, setConflict] = createSignal<Current>();
  const [savedAt, setSavedAt] = createSignal<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Between the answer to a writing and the next reading of the sheet, the answer is what is stored.
  let confirmed: Written | undefined;
  const stored = (): Written => (confirmed && confirmed.over > props.line.version ? confirmed : asRead());
  const asRead = (): Written => ({
    result: props.line.result,
    evidence: props.line.evidence ?? '',
    reasonNotChecked: props.line.reasonNotChecked ?? '',
    over: props.line.version,
  });
  const now = () => written() ?? stored();

  function keep(next: Written | undefined) {
    setWritten(next);
    if (next) storeDraft(key, next);
    else removeDraft(key);
  }
  async function send() {
    clearTimeout(timer);
    const sent = written();
    if (!sent || conflict() || !props.editable || command.busy || reasonProblem(sent)) return;
    const { over, ...values } = sent;
    const answer = await command.run({ id: props.line.id, version: over, ...values });
    if (answer) {
      setSavedAt(new Date().toISOString());
      confirmed = { ...sent, over: answer.setCheckResult.version };
      const after = written();
      if (after === sent) keep(undefined);
      else if (after) {
        keep({ ...after, over: answer.setCheckResult.version });
        timer = setTimeout(() => void send(), pause);
      }
    } else if (command.refusal?.code === 'VERSION_CONFLICT' && command.refusal.current)
      setConflict(command.refusal.current as unknown as Current);
    else if (command.refusal?.code === 'NETWORK') timer = setTimeout(() => void send(), retryAfter);
  }
  function write(change: Partial<Written>, atOnce = false) {
    if (!props.editable) return;
    keep({ ...now(), ...change });
    clearTimeout(timer);
    timer = setTimeout(() => void send(), atOnce ? 0 : pause);
  }
  function settle(choice: 'mine' | 'theirs' | 'both') {
    const current = conflict()!;
    setConflict(undefined);
    if (choice === 'theirs') return keep(undefined);
    const mine = now();
    const evidence = choice === 'both' ? [current.evidence, mine.evidence].filter(Boolean).join('\n') : mine.evidence;
    keep({ ...mine, evidence, over: current.version });
    void send();
  }
  // A reason that is too short stays on this device until it is long enough.
  const badReason = () => {
    const problem = reasonProblem(now());
    return problem ? said(problem) : undefined;
  };
  // Samples raise the version too: what is being written goes over the newer one.
  const advance = (version: number) => {
    const mine = written();
    if (mine && mine.over === version - 1) keep({ ...mine, over: version });
  };
  const failed = () => Boolean(written() && command.refusal && !conflict() && !command.busy);
  const status = () => {
    if (command.busy) return t.sheet.saving;
    if (written() && badReason()) return t.sheet.keptHere;
    if (failed()) return command.refusal!.code === 'NETWORK' ? t.sheet.unsaved : command.refusal!.message;
    if (savedAt() && !written()) return `${t.sheet.kept} ${formatTime(savedAt()!)}`;
    return props.line.by && props.line.at ? t.sheet.wrote(props.line.by.fullName, agoWords(props.line.at)) : '';
  };
  createEffect(
    on(
      () => props.editable,
      (editable) => editable && written() && void send(),
    ),
  );
  onCleanup(() => void send());
  const waits = () => Boolean(written() && (failed() || badReason()));
  return { now, write, send: () => void send(), conflict, settle, advance, failed, status, badReason, waits };
}

/** Both writings side by side, and three ways on. */
function Conflict(props: { mine: Written; theirs: Current; onChoose: (choice: 'mine' | 'theirs' | 'both') => void }) {
  const t = useFieldworkWords();
  const Side = (side: { title: string; result: CheckItemResult; text: string }) => (
    <div>
      <p class={shared.quiet}>{side.title}</p>
      <Badge tone={resultTone[side.result]} icon={resultIcon[side.result]}>
        {t.sheet.result[side.result]}
      </Badge>
      <p>{side.text || t.sheet.nothing}</p>
    </div>
  );
  return (
    <Notice
      tone="warning"
      live
      title={t.sheet.conflictTitle(props.theirs.by)}
      actions={
        <>
          <Button size="s" onClick={() => props.onChoose('both')}>
            {t.sheet.joinBoth}
          </Button>
          <Button size="s" onClick={() => props.onChoose('mine')}>
            {t.sheet.keepMine}
          </Button>
          <Button size="s" onClick={() => props.onChoose('theirs')}>
            {t.sheet.keepTheirs}
          </Button>
        </>
      }
    >
      <div class={styles.both}>
        <Side title={t.sheet.yours} result={props.mine.result} text={props.mine.evidence} />
        <Side
          title={`${t.sheet.theirs} (${props.theirs.by})`}
          result={props.theirs.result}
          text={props.theirs.evidence ?? ''}
        />
      </div>
    </Notice>
  );
}

/** Codes of the dossiers that were looked at. */
function Samples(props: { line: CheckLine; editable: boolean; onSaved: (version: number) => void }) {
  const t = useFieldworkWords();
  const [add, remove] = [useCommand(AddSamplesDocument), useCommand(RemoveSamplesDocument)];
  const [code, setCode] = createSignal('');
  const put = async () => {
    const codes = code()
      .split(/[\s,;]+/)
      .filter(Boolean);
    if (codes.length === 0) return;
    const done = await add.run({ id: props.line.id, codes });
    if (!done) return;
    setCode('');
    props.onSaved(done.addSamples.version);
  };
  const drop = async (sample: string) => {
    const done = await remove.run({ id: props.line.id, codes: [sample] });
    if (done) props.onSaved(done.removeSamples.version);
  };
  return (
    <div>
      <p class={shared.quiet}>{t.sheet.samples}</p>
      <ul class={styles.chips}>
        <For each={props.line.samples}>
          {(sample) => (
            <li class={styles.chip}>
              {sample}
              <Show when={props.editable}>
                <button type="button" aria-label={t.sheet.removeSample(sample)} onClick={() => void drop(sample)}>
                  <Icon name="close" size="s" />
                </button>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.editable}>
        <div class={styles.inline} onKeyDown={(event) => event.key === 'Enter' && void put()}>
          <TextInput label={t.sheet.sampleCode} value={code()} onChange={setCode} error={add.refusal?.message} />
          <Button busy={add.busy} onClick={() => void put()}>
            {t.sheet.addSample}
          </Button>
        </div>
      </Show>
    </div>
  );
}
