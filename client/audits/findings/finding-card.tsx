import { A } from '@solidjs/router';
import { createSignal, Show, type JSX } from 'solid-js';
import { useCommand } from '../../graphql';
import {
  AcknowledgeFindingDocument,
  AgreeFindingDocument,
  DisputeFindingDocument,
  DropFindingDocument,
  SendBackFindingDocument,
  SendFindingDocument,
  ShowFindingDocument,
  UpholdFindingDocument,
  type FindingsQuery,
} from '../../graphql/generated/audits/findings/findings';
import { formatDate, formatDateTime, said } from '../../i18n';
import { findingLifecycle } from '../../../api/audits/rules/findings/finding-lifecycle';
import { whoWithNames } from '../../shell/names';
import { Badge, Button, Buttons, Dialog, DueDate } from '../../ui';
import { toneStyle } from '../../ui/tone';
import { Acts, type Act } from '../acts';
import { FindingForm } from './finding-form';
import { FileList } from '../fieldwork/line-files';
import { categoryTone, resultIcon } from '../fieldwork/result-labels';
import { findingTone } from './state-labels';
import type { AuditOfPage } from '../people';
import { useFindingsWords } from './words';
import styles from '../audits.module.css';

export type FindingOfPage = FindingsQuery['audit']['findings'][number];
type Key = FindingOfPage['viewerCan'][number];

/** A finding: what it says, where it stands, what comes next, and what this reader may do. */
export function FindingCard(props: { finding: FindingOfPage; audit: AuditOfPage; plain?: boolean }) {
  const t = useFindingsWords();
  const state = () => props.finding.state;
  const category = () => props.finding.category;
  return (
    <article
      class={styles.finding}
      style={toneStyle(category() ? categoryTone[category()!] : 'neutral')}
      id={`f${props.finding.position}`}
      aria-label={t.finding.title(props.finding.position)}
    >
      <div class={styles.findingHead}>
        <h3>
          {t.finding.title(props.finding.position)}
          <Show when={props.finding.clause}>{(clause) => <span class={styles.quiet}> · {clause().number}</span>}</Show>
        </h3>
        <Badge
          tone={category() ? categoryTone[category()!] : 'neutral'}
          icon={category() ? resultIcon[category()!] : undefined}
        >
          {category() ? t.finding.categories[category()!] : t.finding.uncategorized}
        </Badge>
        <Badge tone={findingTone[state()]}>{said(findingLifecycle.words[state()].label)}</Badge>
      </div>
      <Facts finding={props.finding} />
      <Show when={!props.plain}>
        <p class={styles.quiet}>{said(findingLifecycle.words[state()].whatNext)}</p>
        <Show when={whoWithNames(undefined, props.finding.waitsFor)}>
          {(names) => (
            <p class={styles.quiet}>
              {t.waitsFor}: {names()}
            </p>
          )}
        </Show>
        <div data-print="no">
          <Buttons>
            <FindingActs finding={props.finding} audit={props.audit} />
          </Buttons>
        </div>
      </Show>
    </article>
  );
}

function Facts(props: { finding: FindingOfPage }) {
  const t = useFindingsWords();
  const Fact = (fact: { term: string; children: JSX.Element }) => (
    <div>
      <dt>{fact.term}</dt>
      <dd>{fact.children}</dd>
    </div>
  );
  const f = () => props.finding;
  return (
    <dl>
      <Fact term={t.finding.requirement}>{f().requirement || '—'}</Fact>
      <Fact term={t.finding.evidence}>{f().evidence || '—'}</Fact>
      <Show when={f().attachments.length > 0}>
        <Fact term={t.files.title}>
          <FileList files={f().attachments} />
        </Fact>
      </Show>
      <Show when={f().gap}>
        <Fact term={t.finding.gap}>{f().gap}</Fact>
      </Show>
      <Show when={f().procedureCode}>
        <Fact term={t.finding.procedure}>
          <A href={`/documents/${f().procedureId}`}>{f().procedureCode}</A>
        </Fact>
      </Show>
      <Fact term={t.finding.office}>
        {f().unit.name}{' '}
        <span class={styles.quiet}>
          · {t.finding.author}: {f().author.fullName}, {formatDate(f().detectedOn)}
        </span>
      </Fact>
      <Show when={f().state === 'SHOWN'}>
        <Fact term={t.finding.answerDue}>
          <DueDate date={f().answerDueOn} />
        </Fact>
      </Show>
      <Show when={f().answeredBy || f().bySilence}>
        <Fact term={t.finding.answer}>
          {f().bySilence
            ? t.finding.silence
            : `${f().answer ?? said(findingLifecycle.words.ACKNOWLEDGED.label)} (${f().answeredBy?.fullName}, ${formatDateTime(f().answeredAt)})`}
        </Fact>
      </Show>
      <Show when={f().reason}>
        <Fact term={f().upheld ? t.finding.upheld : t.finding.leadReason}>{f().reason}</Fact>
      </Show>
      <Show when={f().nonconformity}>
        {(nonconformity) => (
          <Fact term={t.finding.nonconformity}>
            <A href={`/nonconformities/${nonconformity().id}`}>{nonconformity().number}</A>
          </Fact>
        )}
      </Show>
    </dl>
  );
}

function FindingActs(props: { finding: FindingOfPage; audit: AuditOfPage }) {
  const t = useFindingsWords();
  const [form, setForm] = createSignal<'save' | 'amend'>();
  const acts = useFindingActs(props);
  const can = (event: Key) =>
    props.finding.viewerCan.includes(event) && ['IN_PROGRESS', 'FIELDWORK_DONE'].includes(props.audit.state);
  const mayEdit = () =>
    (props.finding.state === 'DRAFT' && can('send')) || (props.finding.state === 'SENT' && can('sendBack'));
  const f = () => props.finding;
  const values = () => ({
    category: f().category ?? '',
    clauseId: f().clause?.id ?? '',
    unitId: f().unit.id === props.audit.unit.id ? '' : f().unit.id,
    procedureId: f().procedureId ?? '',
    requirement: f().requirement,
    evidence: f().evidence,
    gap: f().gap,
  });
  return (
    <>
      <Acts acts={acts().filter(({ key }) => can(key))} />
      <Show when={mayEdit()}>
        <Button icon="edit" onClick={() => setForm('save')}>
          {t.finding.edit}
        </Button>
      </Show>
      <Show when={can('amend')}>
        <Button icon="edit" onClick={() => setForm('amend')}>
          {t.finding.amend}
        </Button>
      </Show>
      <Dialog
        open={form() !== undefined}
        onClose={() => setForm(undefined)}
        title={form() === 'amend' ? t.finding.amendTitle : t.finding.editTitle}
        shape="wide"
        dismissible={false}
      >
        <FindingForm
          audit={props.audit}
          mode={form() ?? 'save'}
          record={{ id: f().id, version: f().version }}
          initial={values()}
          onClose={() => setForm(undefined)}
        />
      </Dialog>
    </>
  );
}

function useFindingActs(props: { finding: FindingOfPage }): () => Act<Key>[] {
  const words = useFindingsWords();
  const [send, drop, agree, sendBack, show, acknowledge, dispute, uphold] = [
    useCommand(SendFindingDocument),
    useCommand(DropFindingDocument),
    useCommand(AgreeFindingDocument),
    useCommand(SendBackFindingDocument),
    useCommand(ShowFindingDocument),
    useCommand(AcknowledgeFindingDocument),
    useCommand(DisputeFindingDocument),
    useCommand(UpholdFindingDocument),
  ];
  const record = () => ({ id: props.finding.id, version: props.finding.version });
  return () => {
    const t = words.finding;
    const isSeen = props.finding.state === 'DISPUTED';
    return [
      {
        key: 'send',
        label: t.send,
        kind: 'confirm',
        title: t.send,
        text: t.sendText,
        command: send,
        run: () => send.run(record()),
        done: t.sent,
      },
      {
        key: 'agree',
        label: t.agree,
        kind: 'confirm',
        title: t.agree,
        text: t.agreeText,
        command: agree,
        run: () => agree.run(record()),
        done: t.agreed,
      },
      {
        key: 'show',
        label: t.show,
        kind: 'confirm',
        title: t.show,
        text: t.showText,
        command: show,
        run: () => show.run(record()),
        done: t.shown,
      },
      {
        key: 'sendBack',
        label: t.sendBack,
        kind: 'reason',
        title: t.sendBack,
        text: t.sendBackText,
        look: 'secondary',
        command: sendBack,
        run: ({ reason }) => sendBack.run({ ...record(), reason }),
        done: t.sentBack,
      },
      {
        key: 'acknowledge',
        label: t.acknowledge,
        kind: 'confirm',
        title: t.acknowledge,
        text: t.acknowledgeText,
        command: acknowledge,
        run: () => acknowledge.run(record()),
        done: t.acknowledged,
      },
      {
        key: 'dispute',
        label: t.dispute,
        kind: 'reason',
        title: t.dispute,
        text: t.disputeText,
        look: 'secondary',
        command: dispute,
        run: ({ reason }) => dispute.run({ ...record(), reason }),
        done: t.disputed,
      },
      {
        key: 'uphold',
        label: t.uphold,
        kind: 'reason',
        title: t.uphold,
        text: t.upholdText,
        command: uphold,
        run: ({ reason }) => uphold.run({ ...record(), reason }),
        done: t.upholdDone,
      },
      {
        key: 'drop',
        label: t.drop,
        kind: isSeen ? 'reason' : 'confirm',
        title: t.drop,
        text: t.dropText,
        look: 'danger',
        command: drop,
        run: ({ reason }) => drop.run({ ...record(), reason: reason || null }),
        done: t.dropped,
      },
    ];
  };
}
