import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import { SheetDocument, type SheetQuery } from '../../graphql/generated/audits/fieldwork/sheet';
import { formatDate } from '../../i18n';
import { EmptyState, Loaded, PaperTable } from '../../ui';
import { evidenceOf, sheetPaperColumns } from './columns';
import { PaperFrame, PaperPart, SignaturePlaces } from '../papers';
import type { AuditOfPage } from '../people';
import { useFieldworkWords } from './words';

/** The work sheet on paper, BM.QT.ISO.03.03; also empty, to write on by hand. */
export default function SheetPaper() {
  const params = useParams<{ id: string }>();
  const audit = useQuery(AuditPageDocument, () => ({ id: params.id }));
  const sheet = useQuery(SheetDocument, () => ({ id: params.id }));
  return (
    <Loaded query={audit} pick={(data) => data.audit}>
      {(found) => (
        <Loaded query={sheet} pick={(data) => data.audit}>
          {(lines) => <Paper audit={found()} lines={lines().checkItems} />}
        </Loaded>
      )}
    </Loaded>
  );
}

type Line = SheetQuery['audit']['checkItems'][number];

function Paper(props: { audit: AuditOfPage; lines: readonly Line[] }) {
  const t = useFieldworkWords();
  const p = () => t.papers;
  return (
    <PaperFrame
      title={p().sheet}
      subtitle={`${props.audit.number} · ${props.audit.unit.name}`}
      crumbs={[
        { label: t.rounds, href: '/audits' },
        { label: props.audit.number, href: `/audits/${props.audit.id}` },
      ]}
      back={`/audits/${props.audit.id}/sheet`}
      agency={props.audit.round.leadAgency.name}
      form="BM.QT.ISO.03.03"
      heading={p().sheetHeading}
      number={`${t.number}: ${props.audit.number}`}
    >
      <Show
        when={props.lines.length > 0}
        fallback={
          <EmptyState icon="lock" title={t.sheet.hiddenTitle}>
            {t.sheet.hidden}
          </EmptyState>
        }
      >
        <PaperPart title={`${t.auditee}: ${props.audit.unit.name}`}>
          {`${t.days}: ${props.audit.dates.map((date) => formatDate(date)).join(', ')}\n${p().auditors}: ${props.audit.members.map(({ person }) => person.fullName).join(', ')}\n${p().audited}: …………………………`}
        </PaperPart>
        <PaperTable
          caption={p().sheetHeading}
          columns={sheetPaperColumns(t)}
          cells={{
            evidence: (line) => <span style={{ 'white-space': 'pre-line' }}>{evidenceOf(t, line)}</span>,
          }}
          rows={props.lines}
        />
        <SignaturePlaces places={[{ title: t.part.AUDITOR }, { title: p().auditeeSigns }]} />
      </Show>
    </PaperFrame>
  );
}
