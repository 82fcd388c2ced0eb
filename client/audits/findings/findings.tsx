import { useNavigate, useParams, useSearchParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import { SheetDocument } from '../../graphql/generated/audits/fieldwork/sheet';
import { FindingsDocument } from '../../graphql/generated/audits/findings/findings';
import { Button, Dialog, EmptyState, Loaded, PageSection, Stack } from '../../ui';
import { FindingCard } from './finding-card';
import { FindingForm, type FindingValues } from './finding-form';
import type { AuditOfPage } from '../people';
import type { CheckLine } from '../fieldwork/types';
import { AuditHead } from '../tabs';
import { useFindingsWords } from './words';

/** The findings of an audit, as far as the reader may see them, with what may be done to each. */
export default function Findings() {
  const t = useFindingsWords();
  const params = useParams<{ id: string }>();
  const audit = useQuery(AuditPageDocument, () => ({ id: params.id }), { keep: true });
  const query = useQuery(FindingsDocument, () => ({ id: params.id }), { keep: true });
  return (
    <Loaded query={audit} pick={(data) => data.audit}>
      {(found) => (
        <Stack gap="l">
          <AuditHead audit={found()} />
          <PageSection
            title={t.audit.findings}
            bare
            actions={
              <Show when={found().isTeam && found().state === 'IN_PROGRESS'}>
                <WriteButton audit={found()} />
              </Show>
            }
          >
            <Loaded query={query} pick={(data) => data.audit}>
              {(shown) => (
                <Show
                  when={shown().findings.length > 0}
                  fallback={
                    <EmptyState icon="audit" title={t.finding.none}>
                      {shown().isTeam ? t.finding.noneHint : t.finding.noneAuditee}
                    </EmptyState>
                  }
                >
                  <Stack>
                    <For each={shown().findings}>{(finding) => <FindingCard finding={finding} audit={found()} />}</For>
                  </Stack>
                </Show>
              )}
            </Loaded>
          </PageSection>
        </Stack>
      )}
    </Loaded>
  );
}

/** Opens the form, filled from the line of the sheet that the address names. */
function WriteButton(props: { audit: AuditOfPage }) {
  const t = useFindingsWords();
  const navigate = useNavigate();
  const [search] = useSearchParams<{ line: string }>();
  const [open, setOpen] = createSignal(Boolean(search.line));
  const sheet = useQuery(SheetDocument, () => ({ id: props.audit.id }), { pause: () => !search.line });
  const line = () => sheet.data?.audit.checkItems.find(({ id }) => id === search.line);
  const close = () => {
    setOpen(false);
    if (search.line) navigate(`/audits/${props.audit.id}/findings`, { replace: true });
  };
  return (
    <>
      <Button look="primary" icon="plus" onClick={() => setOpen(true)}>
        {t.finding.write}
      </Button>
      <Dialog
        open={open() && (!search.line || Boolean(line()))}
        onClose={close}
        title={t.finding.writeTitle}
        shape="wide"
        dismissible={false}
      >
        <FindingForm
          audit={props.audit}
          mode="write"
          initial={fromLine(line(), props.audit.round.clauseSet.title)}
          checkItemIds={line() ? [line()!.id] : []}
          onClose={close}
        />
      </Dialog>
    </>
  );
}

const categories = ['MAJOR', 'MINOR', 'OBSERVATION', 'OPPORTUNITY', 'STRENGTH', 'CONFORMING'];

function fromLine(line: CheckLine | undefined, clauseSet: string): FindingValues {
  const dossiers = line && line.samples.length > 0 ? ` (${line.samples.join(', ')})` : '';
  return {
    category: line && categories.includes(line.result) ? line.result : '',
    clauseId: (line?.clause ?? line?.suggestedClause)?.id ?? '',
    unitId: line?.unit?.id ?? '',
    requirement: line?.clause
      ? `${clauseSet}, ${line.clause.number}: `
      : line?.procedureCode
        ? `${line.procedureCode}: `
        : '',
    evidence: line?.evidence ? `${line.evidence}${dossiers}` : '',
    gap: '',
    procedureId: line?.procedureId ?? '',
  };
}
