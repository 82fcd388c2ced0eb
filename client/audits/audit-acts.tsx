import { A } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import { CancelAuditDocument } from '../graphql/generated/audits/planning/rounds';
import {
  AnnounceAuditDocument,
  ConfirmAuditPlanDocument,
  ObjectToAuditPlanDocument,
  OpenAuditDocument,
} from '../graphql/generated/audits/fieldwork/plan';
import { SheetDocument } from '../graphql/generated/audits/fieldwork/sheet';
import {
  AcceptReportDocument,
  FinishFieldworkDocument,
  ReopenFieldworkDocument,
  ReportAuditDocument,
  ReturnReportDocument,
} from '../graphql/generated/audits/findings/report';
import { wantsOfLine } from '../../api/audits/rules/fieldwork/line-status';
import { formatDate } from '../i18n';
import { Button, createForm, Dialog, Form, Notice, TextArea, toast } from '../ui';
import { Acts, type Act } from './acts';
import { clauseLabel } from './labels';
import type { AuditOfPage } from './people';
import { useFieldworkWords } from './fieldwork/words';

/** Whether nothing but the lead's signature is missing on the report. */
export const isReadyToSign = ({ report, findings }: AuditOfPage) =>
  report.conclusion !== '' && findings.every(({ state }) => state === 'ACKNOWLEDGED' || state === 'DROPPED');

type Key = AuditOfPage['viewerCan'][number];

/** What this reader may do to the audit now; on a part of its page, only what belongs there. */
export function AuditActButtons(props: { audit: AuditOfPage; only?: readonly Key[] }) {
  const can = (event: Key) => props.audit.viewerCan.includes(event);
  const acts = useActs(props);
  const isReady = (key: Key) =>
    key === 'announce' ? props.audit.agenda.length > 0 : key === 'report' ? isReadyToSign(props.audit) : true;
  return (
    <>
      <Show when={can('finishFieldwork') && !props.only}>
        <FinishButton audit={props.audit} />
      </Show>
      <Acts acts={acts().filter(({ key }) => can(key) && isReady(key) && (props.only?.includes(key) ?? true))} />
    </>
  );
}

function useActs(props: { audit: AuditOfPage }): () => Act<Key>[] {
  const words = useFieldworkWords();
  const commands = {
    announce: useCommand(AnnounceAuditDocument),
    confirmPlan: useCommand(ConfirmAuditPlanDocument),
    objectToPlan: useCommand(ObjectToAuditPlanDocument),
    open: useCommand(OpenAuditDocument),
    reopen: useCommand(ReopenFieldworkDocument),
    report: useCommand(ReportAuditDocument),
    accept: useCommand(AcceptReportDocument),
    back: useCommand(ReturnReportDocument),
    cancel: useCommand(CancelAuditDocument),
  };
  const record = () => ({ id: props.audit.id, version: props.audit.version });
  return () => {
    const t = words.audit;
    const { number, dates } = props.audit;
    return [
      {
        key: 'announce',
        label: t.announce,
        kind: 'confirm',
        title: t.announce,
        text: t.announceText,
        command: commands.announce,
        run: () => commands.announce.run(record()),
        done: t.announced,
      },
      {
        key: 'confirmPlan',
        label: t.confirmPlan,
        kind: 'sign',
        title: t.confirmPlan,
        statement: t.confirmStatement(number, dates.map((date) => formatDate(date)).join(', ')),
        command: commands.confirmPlan,
        run: ({ password }) => commands.confirmPlan.run({ ...record(), password }),
        done: t.confirmed,
      },
      {
        key: 'objectToPlan',
        label: t.objectToPlan,
        kind: 'reason',
        title: t.objectToPlan,
        text: t.objectText,
        look: 'secondary',
        command: commands.objectToPlan,
        run: ({ reason }) => commands.objectToPlan.run({ ...record(), reason }),
        done: t.objected,
      },
      {
        key: 'open',
        label: t.open,
        kind: 'reason',
        title: t.open,
        text: t.openText,
        textLabel: t.openingMinutes,
        command: commands.open,
        run: ({ reason }) => commands.open.run({ ...record(), openingMinutes: reason }),
        done: t.opened,
      },
      {
        key: 'report',
        label: t.signReport,
        kind: 'sign',
        title: t.signReport,
        statement: t.reportStatement(number),
        command: commands.report,
        run: ({ password }) => commands.report.run({ ...record(), password }),
        done: t.reported,
      },
      {
        key: 'reopenFieldwork',
        label: t.reopenFieldwork,
        kind: 'reason',
        title: t.reopenFieldwork,
        text: t.reopenText,
        look: 'secondary',
        command: commands.reopen,
        run: ({ reason }) => commands.reopen.run({ ...record(), reason }),
        done: t.reopened,
      },
      {
        key: 'accept',
        label: t.accept,
        kind: 'sign',
        title: t.accept,
        statement: t.acceptStatement(number),
        text: t.acceptText,
        command: commands.accept,
        run: ({ password }) => commands.accept.run({ ...record(), password }),
        done: t.accepted,
      },
      {
        key: 'return',
        label: t.return,
        kind: 'reason',
        title: t.return,
        text: t.returnText,
        look: 'secondary',
        command: commands.back,
        run: ({ reason }) => commands.back.run({ ...record(), reason }),
        done: t.returned,
      },
      {
        key: 'cancel',
        label: t.cancel,
        kind: 'reason',
        title: t.cancel,
        text: t.cancelText,
        look: 'danger',
        command: commands.cancel,
        run: ({ reason }) => commands.cancel.run({ ...record(), reason }),
        done: t.cancelled,
      },
    ];
  };
}

/** The end of the fieldwork asks for two texts, so it has a form of its own. */
function FinishButton(props: { audit: AuditOfPage }) {
  const words = useFieldworkWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button
        look={props.audit.openLineCount === 0 ? 'primary' : 'secondary'}
        icon="flag"
        onClick={() => setOpen(true)}
      >
        {words.audit.finishFieldwork}
      </Button>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={words.audit.finishFieldwork}
        shape="wide"
        dismissible={false}
      >
        <p>{words.audit.finishText}</p>
        <Unfinished audit={props.audit} />
        <FinishForm audit={props.audit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** The lines that keep the fieldwork from ending, each with the way to what it wants. */
function Unfinished(props: { audit: AuditOfPage }) {
  const words = useFieldworkWords();
  const sheet = useQuery(SheetDocument, () => ({ id: props.audit.id }), {
    pause: () => props.audit.openLineCount === 0,
  });
  const left = () => {
    const carried = new Set(
      (sheet.data?.audit.findings ?? [])
        .filter(({ state }) => state !== 'DROPPED')
        .flatMap(({ checkItemIds }) => checkItemIds),
    );
    return (sheet.data?.audit.checkItems ?? [])
      .map((line) => ({ line, wants: wantsOfLine(line, carried.has(line.id)) }))
      .filter(({ wants }) => wants.length > 0);
  };
  return (
    <Show when={left().length > 0}>
      <Notice tone="warning" title={words.audit.finishLeft(left().length)}>
        <ul>
          <For each={left()}>
            {({ line, wants }) => (
              <li>
                {words.audit.finishLine(
                  line.position,
                  line.clause ? clauseLabel(line.clause) : (line.procedureCode ?? line.question),
                )}
                : {wants.map((want) => words.sheet.wants[want]).join(', ')}.{' '}
                <A
                  href={
                    wants.includes('FINDING')
                      ? `/audits/${props.audit.id}/findings?line=${line.id}`
                      : `/audits/${props.audit.id}/sheet?line=${line.id}`
                  }
                >
                  {wants.includes('FINDING') ? words.sheet.writeFinding : words.audit.toLine}
                </A>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
}

function FinishForm(props: { audit: AuditOfPage; onClose: () => void }) {
  const words = useFieldworkWords();
  const finish = useCommand(FinishFieldworkDocument);
  const written = () => ({
    teamAgreement: props.audit.teamAgreement ?? '',
    closingMinutes: props.audit.closingMinutes ?? '',
  });
  const form = createForm({
    initial: written(),
    live: () => ({ version: props.audit.version, values: written() }),
    draft: `audit.finish.${props.audit.id}`,
  });
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={words.audit.finishFieldwork}
      command={finish}
      onCancel={props.onClose}
      onSubmit={async (values) => {
        const done = await finish.run({ id: props.audit.id, version: form.version, ...values });
        if (done) toast(words.audit.finished);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <TextArea label={words.audit.teamAgreement} rows={2} {...form.bind('teamAgreement')} />
      <TextArea label={words.audit.closingMinutes} required {...form.bind('closingMinutes')} />
    </Form>
  );
}
