import { useLocation, useParams } from '@solidjs/router';
import { createEffect, createSignal, For, on, onCleanup, Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import {
  AddCheckItemDocument,
  ExplainLinesDocument,
  SheetDocument,
  type SheetQuery,
} from '../../graphql/generated/audits/fieldwork/sheet';
import { ScopeClausesDocument } from '../../graphql/generated/audits/findings/findings';
import { useFilters } from '../../shell/address';
import {
  Button,
  Buttons,
  createForm,
  Dialog,
  EmptyState,
  FilterBar,
  Form,
  LinkButton,
  Loaded,
  Notice,
  ProgressBar,
  ReasonDialog,
  Select,
  Stack,
  TextArea,
  toast,
} from '../../ui';
import { callsForFinding } from '../../../api/audits/rules/fieldwork/finding-categories';
import { isLineOpen, wantsOfLine } from '../../../api/audits/rules/fieldwork/line-status';
import { clauseLabel } from '../labels';
import type { AuditOfPage } from '../people';
import { SheetLine } from './sheet-line';
import { AuditHead } from '../tabs';
import { useFieldworkWords } from './words';
import type { CheckLine } from './types';

/** How often the sheet is read again while it is in sight, so that members see each other. */
const pollEvery = 4_000;

/** The work sheet: a line for every clause and procedure in scope, written by several members at once. */
export default function Sheet() {
  const params = useParams<{ id: string }>();
  const audit = useQuery(AuditPageDocument, () => ({ id: params.id }), { keep: true });
  return (
    <Loaded query={audit} pick={(data) => data.audit}>
      {(found) => (
        <Stack>
          <AuditHead audit={found()} />
          <SheetBody audit={found()} />
        </Stack>
      )}
    </Loaded>
  );
}

function SheetBody(props: { audit: AuditOfPage }) {
  const t = useFieldworkWords();
  const query = useQuery(SheetDocument, () => ({ id: props.audit.id }), { keep: true });
  const timer = setInterval(
    () => document.visibilityState === 'visible' && props.audit.state === 'IN_PROGRESS' && query.refetch(),
    pollEvery,
  );
  onCleanup(() => clearInterval(timer));
  return (
    <Loaded query={query} pick={(data) => data.audit}>
      {(sheet) => (
        <Show
          when={sheet().checkItems.length > 0}
          fallback={
            <EmptyState icon="lock" title={t.sheet.hiddenTitle}>
              {props.audit.openedAt ? t.sheet.hidden : t.sheet.notOpened}
            </EmptyState>
          }
        >
          <Lines audit={props.audit} sheet={sheet()} />
        </Show>
      )}
    </Loaded>
  );
}

function Lines(props: { audit: AuditOfPage; sheet: SheetQuery['audit'] }) {
  const t = useFieldworkWords();
  const location = useLocation();
  const filters = useFilters({ show: '', office: '' });
  const [expanded, setExpanded] = createSignal<string>();
  const editable = () => props.audit.state === 'IN_PROGRESS' && props.audit.isTeam;
  const lines = () => props.sheet.checkItems;
  const findingsOf = (id: string) =>
    props.sheet.findings.filter(({ checkItemIds, state }) => state !== 'DROPPED' && checkItemIds.includes(id));
  const isUnfinished = (line: CheckLine) => wantsOfLine(line, findingsOf(line.id).length > 0).length > 0;
  const done = () => lines().filter((line) => !isUnfinished(line)).length;
  const offices = () =>
    [...new Map(lines().flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : []))).entries()].map(
      ([value, label]) => ({ value, label }),
    );
  // A line that has just been answered stays in sight until another one is opened.
  const shown = () =>
    lines().filter((line) => {
      if (line.id === expanded()) return true;
      if (filters.values.office && (line.unit?.id ?? '') !== filters.values.office) return false;
      return filters.values.show === 'open'
        ? isUnfinished(line)
        : filters.values.show === 'noted'
          ? callsForFinding(line.result)
          : true;
    });
  // The address may name a line: the one that keeps the fieldwork from ending.
  createEffect(
    on(
      () => [editable(), location.query['line']] as const,
      ([mayWrite, wanted]) => setExpanded(mayWrite && typeof wanted === 'string' ? wanted : undefined),
    ),
  );
  const nextAfter = (id: string | undefined) => {
    const all = shown();
    const at = all.findIndex((line) => line.id === id);
    return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(isUnfinished)?.id;
  };
  function open(id: string) {
    setExpanded(id);
    const head = document.getElementById(`line-${id}`);
    head?.focus({ preventScroll: true });
    head?.scrollIntoView({ block: 'start' });
  }
  return (
    <Stack>
      <Show when={!editable()}>
        <Notice tone="info">{t.sheet.readOnly}</Notice>
      </Show>
      <div data-print="no">
        <Buttons>
          <LinkButton icon="print" href={`/audits/${props.audit.id}/sheet-paper`}>
            {t.papers.sheet}
          </LinkButton>
        </Buttons>
      </div>
      <ProgressBar label={t.sheet.progress} value={done()} max={lines().length} />
      <Show when={editable() && !expanded() && nextAfter(undefined)}>
        {(next) => (
          <Buttons>
            <Button icon="down" onClick={() => open(next())}>
              {t.sheet.next}
            </Button>
          </Buttons>
        )}
      </Show>
      <FilterBar
        filters={filters}
        fields={[
          {
            name: 'show',
            label: t.sheet.filter,
            options: [
              { value: 'open', label: t.sheet.open },
              { value: 'noted', label: t.sheet.noted },
            ],
          },
          { name: 'office', label: t.sheet.office, options: offices() },
        ]}
      />
      <Show
        when={shown().length > 0}
        fallback={
          <EmptyState icon="success" title={t.sheet.noneLeft}>
            {t.sheet.noneLeftHint}
          </EmptyState>
        }
      >
        <Stack gap="s">
          <For each={shown().map(({ id }) => id)}>
            {(id) => (
              <Show when={lines().find((line) => line.id === id)}>
                {(line) => (
                  <SheetLine
                    line={line()}
                    auditId={props.audit.id}
                    procedureTitle={
                      props.audit.procedures.find(({ documentId }) => documentId === line().procedureId)?.title
                    }
                    findings={findingsOf(id)}
                    editable={editable()}
                    expanded={expanded() === id}
                    onToggle={() => setExpanded(expanded() === id ? undefined : id)}
                    onNext={nextAfter(id) ? () => open(nextAfter(id)!) : undefined}
                  />
                )}
              </Show>
            )}
          </For>
        </Stack>
      </Show>
      <Show when={editable()}>
        <Buttons>
          <AddLine audit={props.audit} />
          <ExplainRest
            auditId={props.audit.id}
            lineIds={shown()
              .filter(isLineOpen)
              .map(({ id }) => id)}
          />
        </Buttons>
      </Show>
    </Stack>
  );
}

/** One reason for all lines in sight that nobody got to. */
function ExplainRest(props: { auditId: string; lineIds: readonly string[] }) {
  const t = useFieldworkWords();
  const [open, setOpen] = createSignal(false);
  const explain = useCommand(ExplainLinesDocument);
  return (
    <Show when={props.lineIds.length > 0 || open()}>
      <Button icon="edit" onClick={() => setOpen(true)}>
        {t.sheet.explainRest(props.lineIds.length)}
      </Button>
      <ReasonDialog
        open={open()}
        onClose={() => setOpen(false)}
        title={t.sheet.explainTitle}
        label={t.sheet.explainReason}
        confirm={t.sheet.explain}
        command={explain}
        draft={`audit.explain.${props.auditId}`}
        onConfirm={async (reason) => {
          const done = await explain.run({ auditId: props.auditId, checkItemIds: [...props.lineIds], reason });
          if (done) toast(t.sheet.explained);
          return Boolean(done);
        }}
      >
        <p>{t.sheet.explainLead(props.lineIds.length)}</p>
      </ReasonDialog>
    </Show>
  );
}

function AddLine(props: { audit: AuditOfPage }) {
  const t = useFieldworkWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button icon="plus" onClick={() => setOpen(true)}>
        {t.sheet.addLine}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t.sheet.addLine} dismissible={false}>
        <AddLineForm audit={props.audit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AddLineForm(props: { audit: AuditOfPage; onClose: () => void }) {
  const t = useFieldworkWords();
  const add = useCommand(AddCheckItemDocument);
  const sets = useQuery(ScopeClausesDocument, () => ({ code: props.audit.round.clauseSet.code }));
  const form = createForm({ initial: { question: '', clauseId: '', unitId: '' } });
  const clauses = () =>
    (sets.data?.clauseSets[0]?.clauses ?? [])
      .filter(({ isLeaf, isAuditable }) => isLeaf && isAuditable)
      .map((clause) => ({ value: clause.id, label: clauseLabel(clause) }));
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.sheet.add}
      command={add}
      onCancel={props.onClose}
      onSubmit={async ({ question, clauseId, unitId }) => {
        const done = await add.run({
          auditId: props.audit.id,
          question,
          clauseId: clauseId || null,
          unitId: unitId || null,
        });
        if (done) toast(t.sheet.added);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <TextArea label={t.sheet.question} required {...form.bind('question')} />
      <Select label={t.sheet.clause} options={clauses()} empty={t.audit.noClause} {...form.bind('clauseId')} />
      <Select
        label={t.sheet.office}
        options={props.audit.authority.children.map(({ id, name }) => ({ value: id, label: name }))}
        empty={t.sheet.whole}
        {...form.bind('unitId')}
      />
    </Form>
  );
}
