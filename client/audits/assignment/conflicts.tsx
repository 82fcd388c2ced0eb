import { createSignal, For, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import type { RoundPageQuery } from '../../graphql/generated/audits/planning/rounds';
import { DeclareConflictDocument, WithdrawConflictDocument } from '../../graphql/generated/audits/assignment/conflicts';
import { formatDate } from '../../i18n';
import { lastDayToDeclare } from '../../../api/audits/rules/assignment/declarations';
import {
  Badge,
  Button,
  createForm,
  Dialog,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  PageSection,
  Select,
  Stack,
  TextArea,
  toast,
} from '../../ui';
import { Acts } from '../acts';
import type { AuditOfPage } from '../people';
import { useAssignmentWords } from './words';
import styles from '../audits.module.css';

type Declaration = AuditOfPage['declarations'][number];
type Kind = Declaration['kind'];
const kinds = ['FAMILY', 'INTEREST', 'DISPUTE', 'OTHER'] as const satisfies readonly Kind[];

/**
 * What the auditee has declared about members of the team, and the way to declare more; nothing where neither
 * is for this reader.
 */
export function AuditDeclarations(props: { audit: AuditOfPage }) {
  const t = useAssignmentWords();
  const mayDeclare = () => props.audit.viewerCan.includes('declareConflict');
  const last = () => lastDayToDeclare(props.audit.dates);
  return (
    <Show when={mayDeclare() || props.audit.declarations.length > 0}>
      <PageSection
        title={t.conflict.title}
        lead={mayDeclare() && last() ? t.conflict.lead(formatDate(last()!)) : undefined}
        actions={
          <Show when={mayDeclare()}>
            <DeclareButton audit={props.audit} />
          </Show>
        }
      >
        <Show when={props.audit.declarations.length > 0} fallback={<p class={styles.quiet}>{t.conflict.none}</p>}>
          <Stack>
            <For each={props.audit.declarations}>{(declaration) => <DeclarationCard declaration={declaration} />}</For>
          </Stack>
        </Show>
      </PageSection>
    </Show>
  );
}

/** A declaration: about whom, what, by whom, and what came of it. */
function DeclarationCard(props: { declaration: Declaration }) {
  const t = useAssignmentWords();
  const withdraw = useCommand(WithdrawConflictDocument);
  const d = () => props.declaration;
  return (
    <article class={styles.declaration} aria-label={d().person.fullName}>
      <p class={styles.declarationHead}>
        <strong>{d().person.fullName}</strong>
        <span class={styles.quiet}>{t.conflict.kind[d().kind]}</span>
        <Status declaration={d()} />
      </p>
      <p>{d().reason}</p>
      <p class={styles.quiet}>{t.conflict.by(d().declaredBy.fullName, formatDate(d().declaredAt))}</p>
      <Show when={d().withdrawnReason}>
        <p>
          {t.conflict.withdrawnFor}: {d().withdrawnReason}
        </p>
      </Show>
      <Show when={d().viewerCan.includes('withdraw')}>
        <div data-print="no">
          <Acts
            acts={[
              {
                key: `withdraw.${d().id}`,
                label: t.conflict.withdraw,
                kind: 'reason',
                title: t.conflict.withdraw,
                text: t.conflict.withdrawText(d().person.fullName),
                look: 'secondary',
                command: withdraw,
                run: ({ reason }) => withdraw.run({ id: d().id, version: d().version, reason }),
                done: t.conflict.withdrawn,
              },
            ]}
          />
        </div>
      </Show>
    </article>
  );
}

/** Where a declaration stands, in a badge. */
function Status(props: { declaration: OfRound['status'] }) {
  const t = useAssignmentWords();
  const said = () => {
    const { isOpen, withdrawnAt, replacement } = props.declaration;
    if (withdrawnAt) return { tone: 'neutral', word: t.conflict.isWithdrawn } as const;
    if (isOpen) return { tone: 'warning', word: t.conflict.isOpen } as const;
    return {
      tone: 'success',
      word: replacement?.joined ? t.conflict.replacedBy(replacement.joined.fullName) : t.conflict.isResolved,
    } as const;
  };
  return <Badge tone={said().tone}>{said().word}</Badge>;
}

function DeclareButton(props: { audit: AuditOfPage }) {
  const t = useAssignmentWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button icon="flag" onClick={() => setOpen(true)}>
        {t.conflict.declare}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t.conflict.declareTitle} dismissible={false}>
        <p>{t.conflict.declareText}</p>
        <DeclareForm audit={props.audit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function DeclareForm(props: { audit: AuditOfPage; onClose: () => void }) {
  const t = useAssignmentWords();
  const declare = useCommand(DeclareConflictDocument);
  const form = createForm({
    initial: { personId: '', kind: '', reason: '' },
    draft: `audit.conflict.${props.audit.id}`,
  });
  const isDeclared = (id: string) =>
    props.audit.declarations.some(({ person, withdrawnAt }) => person.id === id && !withdrawnAt);
  const people = () =>
    props.audit.members
      .filter(({ person }) => !isDeclared(person.id))
      .map(({ person, part }) => ({ value: person.id, label: `${person.fullName} (${t.part[part]})` }));
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.conflict.send}
      command={declare}
      onCancel={props.onClose}
      onSubmit={async ({ personId, kind, reason }) => {
        const done = await declare.run({ auditId: props.audit.id, personId, kind: kind as Kind, reason });
        if (done) toast(t.conflict.declared);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <Select label={t.conflict.person} options={people()} required {...form.bind('personId')} />
      <RadioGroup
        label={t.conflict.kindOf}
        options={kinds.map((value) => ({ value, label: t.conflict.kind[value] }))}
        required
        {...form.bind('kind')}
      />
      <TextArea label={t.conflict.reason} hint={t.conflict.reasonHint} rows={3} required {...form.bind('reason')} />
    </Form>
  );
}

/** Who left the team after the plan was approved, who came instead, and why. */
export function Replacements(props: { replacements: AuditOfPage['replacements'] }) {
  const t = useAssignmentWords();
  return (
    <ul class={styles.plain}>
      <For each={props.replacements}>
        {({ left, joined, part, reason, at }) => (
          <li>
            {left && joined
              ? t.conflict.replaced(joined.fullName, left.fullName)
              : joined
                ? t.conflict.joined(joined.fullName)
                : t.conflict.left(left?.fullName ?? '')}{' '}
            <span class={styles.quiet}>
              ({t.part[part]}) · {formatDate(at)} · {reason}
            </span>
          </li>
        )}
      </For>
    </ul>
  );
}

/**
 * Shows those who can act that the audit cannot go on because of a declared conflict, and where a replacement
 * is chosen.
 */
export function Stopped(props: { audit: AuditOfPage }) {
  const t = useAssignmentWords();
  const conflicts = () => props.audit.openConflicts;
  const isChanged = () => props.audit.round.amendment?.changes.some(({ auditId }) => auditId === props.audit.id);
  const mayReplace = () => props.audit.round.viewerCan.some((event) => event === 'amendPlan' || event === 'assign');
  return (
    <Show when={conflicts().length > 0}>
      <Notice
        tone="danger"
        title={t.conflict.stopped}
        actions={
          <Show when={mayReplace() && !isChanged()}>
            <FindButton auditId={props.audit.id} />
          </Show>
        }
      >
        <ul>
          <For each={conflicts()}>
            {({ name, isOwn }) => <li>{isOwn ? t.conflict.byMember(name) : t.conflict.byAuditee(name)}</li>}
          </For>
        </ul>
        <p>{isChanged() ? t.conflict.waits : t.conflict.stoppedNext}</p>
      </Notice>
    </Show>
  );
}

function FindButton(props: { auditId: string }) {
  const t = useAssignmentWords();
  return (
    <LinkButton look="primary" icon="users" href={`/audits/teams/${props.auditId}`}>
      {t.conflict.find}
    </LinkButton>
  );
}

type Round = RoundPageQuery['round'];

/** A conflict in a round, declared by either side. */
interface OfRound {
  name: string;
  audit: Pick<Round['audits'][number], 'id' | 'number' | 'dates'>;
  unitName: string;
  status: Pick<Declaration, 'isOpen'> & Partial<Pick<Declaration, 'withdrawnAt' | 'replacement'>>;
  text: string;
  by: string;
}

/** Conflicts that the lead agency has to resolve, each with the way to the team; those resolved beneath. */
export function RoundConflicts(props: { round: Round }) {
  const t = useAssignmentWords();
  const own = (): OfRound[] =>
    props.round.audits.flatMap((audit) =>
      audit.openConflicts
        .filter(({ isOwn }) => isOwn)
        .map(({ name, reason, declaredAt }) => ({
          name,
          audit,
          unitName: audit.unit.name,
          status: { isOpen: true },
          text: `${t.conflict.ownKind}: ${reason ?? t.conflict.hiddenReason}`,
          by: t.conflict.ownBy(name, declaredAt ? formatDate(declaredAt) : ''),
        })),
    );
  const declared = (): OfRound[] =>
    props.round.declarations.map(({ person, audit, unit, kind, reason, declaredBy, declaredAt, ...status }) => ({
      name: person.fullName,
      audit,
      unitName: unit.name,
      status,
      text: `${t.conflict.kind[kind]}: ${reason}`,
      by: t.conflict.by(declaredBy.fullName, formatDate(declaredAt)),
    }));
  const all = () => [...own(), ...declared()];
  const open = () => all().filter(({ status }) => status.isOpen);
  const toReplace = () => new Set(open().map(({ name, audit }) => `${audit.id} ${name}`)).size;
  const isChanged = (auditId: string) =>
    props.round.amendment?.changes.some((change) => change.auditId === auditId) ?? false;
  const mayReplace = () => props.round.viewerCan.some((event) => event === 'amendPlan' || event === 'assign');
  return (
    <Show when={all().length > 0}>
      <PageSection
        title={t.conflict.ofRound}
        lead={open().length > 0 ? t.conflict.toResolve(toReplace()) : t.conflict.allResolved}
      >
        <Show when={open().some(({ audit }) => isChanged(audit.id))}>
          <Notice tone="info">{t.conflict.waits}</Notice>
        </Show>
        <Stack>
          <For each={all()}>
            {({ name, audit, unitName, status, text, by }) => (
              <article class={styles.declaration} aria-label={name}>
                <p class={styles.declarationHead}>
                  <strong>{name}</strong>
                  <span class={styles.quiet}>
                    {[audit.number, unitName, ...audit.dates.map((date) => formatDate(date))].join(' · ')}
                  </span>
                  <Status declaration={status} />
                </p>
                <p>{text}</p>
                <p class={styles.quiet}>{by}</p>
                <Show when={status.isOpen && mayReplace() && !isChanged(audit.id)}>
                  <div>
                    <FindButton auditId={audit.id} />
                  </div>
                </Show>
              </article>
            )}
          </For>
        </Stack>
      </PageSection>
    </Show>
  );
}
