import { useParams } from '@solidjs/router';
import { For } from 'solid-js';
import { useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import { formatDate } from '../../i18n';
import { Loaded, PaperTable } from '../../ui';
import { agendaPaperColumns, teamPaperColumns } from './columns';
import { PaperFrame, PaperPart, SignaturePlaces } from '../papers';
import type { AuditOfPage } from '../people';
import { useFieldworkWords } from './words';

/** Decision on the team and plan of an audit, BM.QT.ISO.03.02. */
export default function PlanPaper() {
  const params = useParams<{ id: string }>();
  const query = useQuery(AuditPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.audit}>
      {(audit) => <Paper audit={audit()} />}
    </Loaded>
  );
}

function Paper(props: { audit: AuditOfPage }) {
  const t = useFieldworkWords();
  const p = () => t.papers;
  const audit = () => props.audit;
  const lead = () => audit().members.find(({ part }) => part === 'LEAD')?.person.fullName;
  // A later approval is of an amendment that came when this audit was under way.
  const approval = () =>
    audit().round.signatures.findLast(
      ({ part, at }) => part === 'approved' && (!audit().openedAt || at < audit().openedAt!),
    );
  const when = () =>
    `${audit()
      .dates.map((date) => formatDate(date))
      .join(', ')}, ${p().from} ${audit().startTime}`;
  return (
    <PaperFrame
      title={p().plan}
      subtitle={`${audit().number} · ${audit().unit.name}`}
      crumbs={[
        { label: t.rounds, href: '/audits' },
        { label: audit().number, href: `/audits/${audit().id}` },
      ]}
      back={`/audits/${audit().id}`}
      agency={audit().round.leadAgency.name}
      form="BM.QT.ISO.03.02"
      heading={p().planHeading}
      number={`${t.number}: ${audit().number}`}
    >
      <PaperPart title={p().purpose}>{p().purposeText(audit().unit.name, audit().round.title)}</PaperPart>
      <PaperPart title={p().scope}>
        {`${t.audit.clauses}: ${audit().scopeClauses.join(', ') || t.notYet}`}
        <For each={audit().procedures}>{(procedure) => <p>{`${procedure.code} ${procedure.title}`}</p>}</For>
      </PaperPart>
      <PaperPart title={p().criteria}>{p().criteriaText(audit().round.clauseSet.title)}</PaperPart>
      <PaperPart title={p().whenWhere}>{`${when()}. ${p().at} ${audit().unit.name}.`}</PaperPart>
      <PaperPart title={p().method}>{audit().round.kind === 'CROSS' ? p().methodCross : p().methodOwn}</PaperPart>
      <PaperPart title={p().team}>
        <PaperTable caption={p().team} columns={teamPaperColumns(t)} rows={audit().members} />
      </PaperPart>
      <PaperPart title={p().agenda}>
        <PaperTable caption={p().agenda} columns={agendaPaperColumns(t, audit())} rows={audit().agenda} />
      </PaperPart>
      <PaperPart title={p().organize}>{p().organizeText}</PaperPart>
      <SignaturePlaces
        places={[
          { title: t.part.LEAD, name: lead() },
          {
            title: p().auditeeConfirms,
            signature: audit().signatures.findLast(({ part }) => part === 'planConfirmed'),
          },
          { title: p().isoHead, signature: approval() },
        ]}
      />
      <PaperPart title={p().recipients}>{p().recipientsText(audit().unit.name)}</PaperPart>
    </PaperFrame>
  );
}
