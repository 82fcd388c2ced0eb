import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useQuery } from '../graphql';
import { RoundPageDocument, RoundReportDocument, type RoundPageQuery } from '../graphql/generated/audits/rounds';
import { formatDate, formatPeriod } from '../i18n';
import { DataTable, Loaded, PageHeader, PrintButton, Prose, Section, Stack } from '../ui';
import { Matrix, sumBy, sumByClause } from './figures';
import { Signatures } from './signatures';
import { AuditBadge } from './tabs';
import { useAuditWords } from './words';

/** The consolidated report of a round: by authority, by clause, and where every audit stands. */
export default function RoundReport() {
  const params = useParams<{ id: string }>();
  const query = useQuery(RoundPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.round}>
      {(round) => <View round={round()} />}
    </Loaded>
  );
}

function View(props: { round: RoundPageQuery['round'] }) {
  const t = useAuditWords();
  const figures = useQuery(RoundReportDocument, () => ({ id: props.round.id }));
  return (
    <>
      <PageHeader
        title={t.report.roundTitle}
        subtitle={`${props.round.number} · ${props.round.title} · ${formatPeriod(props.round.from, props.round.to)}`}
        crumbs={[{ label: t.rounds, href: '/audits' }, { label: props.round.number, href: `/audits/rounds/${props.round.id}` }]}
        actions={<PrintButton />}
      />
      <Stack gap="l">
        <Show when={props.round.conclusion}>
          <Section title={t.report.general2}>
            <Prose>{props.round.conclusion}</Prose>
          </Section>
        </Show>
        <Show when={props.round.settings.reciprocityReason}>
          {(reason) => (
            <Section title={t.reciprocity}>
              <Prose>{reason()}</Prose>
            </Section>
          )}
        </Show>
        <Loaded query={figures} pick={(data) => data.roundReport.tallies}>
          {(tallies) => (
            <>
              <Section title={t.report.byAuthority}>
                <Matrix caption={t.report.byAuthority} header={t.report.unit} groups={sumBy(tallies(), ({ authorityName }) => authorityName)} />
              </Section>
              <Section title={t.report.byClauseTitle}>
                <Matrix caption={t.report.byClauseTitle} header={t.report.clause} groups={sumByClause(tallies(), t.report.noClause)} />
              </Section>
            </>
          )}
        </Loaded>
        <Section title={t.report.status} bare>
          <DataTable
            caption={t.report.status}
            rows={props.round.audits}
            href={(audit) => `/audits/${audit.id}/report`}
            columns={[
              { header: t.auditee, primary: true, cell: (audit) => `${audit.number} · ${audit.unit.name}` },
              { header: t.days, cell: (audit) => audit.dates.map((date) => formatDate(date)).join(', ') || t.noDays, nowrap: true },
              { header: t.state, cell: (audit) => <AuditBadge state={audit.state} /> },
            ]}
          />
        </Section>
        <Signatures signatures={props.round.signatures} />
      </Stack>
    </>
  );
}
