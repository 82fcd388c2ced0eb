import { useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useQuery } from '../../graphql';
import { RoundPageDocument, type RoundPageQuery } from '../../graphql/generated/audits/planning/rounds';
import { RoundReportDocument } from '../../graphql/generated/audits/findings/report';
import { formatPeriod } from '../../i18n';
import { DataTable, DescriptionList, Loaded, PageHeader, PrintButton, Prose, PageSection, Stack } from '../../ui';
import { reportStatusColumns } from './columns';
import { Matrix, sumBy, sumByClause } from './figures';
import { ReportHead, SignaturePlaces } from '../papers';
import { Signatures } from '../signatures';
import { AuditBadge } from '../tabs';
import { useFindingsWords } from './words';
import styles from '../audits.module.css';

/** The consolidated report of a round: by authority, by clause, and where every audit stands. */
export default function RoundReportPage() {
  const params = useParams<{ id: string }>();
  const query = useQuery(RoundPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.round}>
      {(round) => <View round={round()} />}
    </Loaded>
  );
}

function View(props: { round: RoundPageQuery['round'] }) {
  const t = useFindingsWords();
  const figures = useQuery(RoundReportDocument, () => ({ id: props.round.id }));
  return (
    <>
      <div data-print="no">
        <PageHeader
          title={t.report.roundTitle}
          subtitle={`${props.round.number} · ${props.round.title} · ${formatPeriod(props.round.from, props.round.to)}`}
          crumbs={[
            { label: t.rounds, href: '/audits' },
            { label: props.round.number, href: `/audits/rounds/${props.round.id}` },
          ]}
          actions={<PrintButton />}
        />
      </div>
      <div class={styles.paper}>
        <Stack gap="l">
          <ReportHead
            agency={props.round.leadAgency.name}
            heading={t.report.roundTitle}
            number={`${t.number}: ${props.round.number}`}
          />
          <PageSection title={t.report.roundFacts}>
            <DescriptionList
              facts={[
                { term: t.audit.round, value: props.round.title },
                { term: t.kindOf, value: t.kind[props.round.kind] },
                { term: t.period, value: formatPeriod(props.round.from, props.round.to) },
                { term: t.clauseSet, value: props.round.clauseSet.title },
                { term: t.programme, value: props.round.programme?.title },
                { term: t.progress, value: t.closedOf(props.round.closedCount, props.round.auditCount) },
              ]}
            />
          </PageSection>
          <Show when={props.round.conclusion}>
            <PageSection title={t.report.general2}>
              <Prose>{props.round.conclusion}</Prose>
            </PageSection>
          </Show>
          <Show when={props.round.settings.reciprocityReason}>
            {(reason) => (
              <PageSection title={t.reciprocity}>
                <Prose>{reason()}</Prose>
              </PageSection>
            )}
          </Show>
          <Loaded query={figures} pick={(data) => data.roundReport.tallies}>
            {(tallies) => (
              <>
                <PageSection title={t.report.byAuthority}>
                  <Matrix
                    caption={t.report.byAuthority}
                    header={t.report.unit}
                    groups={sumBy(tallies(), ({ authorityName }) => authorityName)}
                  />
                </PageSection>
                <PageSection title={t.report.byClauseTitle}>
                  <Matrix
                    caption={t.report.byClauseTitle}
                    header={t.report.clause}
                    groups={sumByClause(tallies(), t.audit.noClause)}
                  />
                </PageSection>
              </>
            )}
          </Loaded>
          <PageSection title={t.report.status} bare>
            <DataTable
              caption={t.report.status}
              rows={props.round.audits}
              href={(audit) => `/audits/${audit.id}/report`}
              columns={reportStatusColumns(t)}
              cells={{ state: (audit) => <AuditBadge state={audit.state} /> }}
            />
          </PageSection>
          <SignaturePlaces
            onPaper
            places={[
              { title: t.report.made },
              { title: t.report.isoHead, signature: props.round.signatures.findLast(({ part }) => part === 'closed') },
            ]}
          />
          <Signatures signatures={props.round.signatures} plans={props.round.plans} />
        </Stack>
      </div>
    </>
  );
}
