import { useParams } from '@solidjs/router';
import { useQuery } from '../../graphql';
import { ProgrammePageDocument, type ProgrammePageQuery } from '../../graphql/generated/audits/planning/programmes';
import { Loaded, PaperTable } from '../../ui';
import { PaperFrame, PaperPart, Signs } from '../papers';
import { useAuditWords } from '../words';
import styles from '../papers.module.css';

type Programme = ProgrammePageQuery['programme'];
type Planned = Programme['rounds'][number]['audits'][number];

const months = Array.from({ length: 12 }, (_, index) => index + 1);
/** States from which on the audit at the place has happened. */
const held = ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'];

/** The programme of a year as the matrix of BM.QT.ISO.03.01. */
export default function ProgrammePaper() {
  const params = useParams<{ id: string }>();
  const query = useQuery(ProgrammePageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.programme}>
      {(programme) => <Paper programme={programme()} />}
    </Loaded>
  );
}

/** The audits of a unit in the year, in one row. */
interface UnitRow {
  name: string;
  audits: (Planned & { roundNumber: string; roundFrom: string })[];
}

function rowsOf({ rounds }: Programme): UnitRow[] {
  const rows = new Map<string, UnitRow>();
  for (const round of rounds) {
    for (const audit of round.audits.filter(({ state }) => state !== 'CANCELLED' && round.state !== 'CANCELLED')) {
      const row = rows.get(audit.unit.id) ?? { name: audit.unit.name, audits: [] };
      row.audits.push({ ...audit, roundNumber: round.number, roundFrom: round.from });
      rows.set(audit.unit.id, row);
    }
  }
  return [...rows.values()];
}

/** X where an audit is planned in the month, ● where it was held; one without days stands in the month its round begins. */
function markOf(audits: UnitRow['audits'], month: number): string {
  const monthOf = (day: string) => Number(day.slice(5, 7));
  const there = audits.filter(({ dates, roundFrom }) => monthOf(dates[0] ?? roundFrom) === month);
  return there.some(({ state }) => held.includes(state)) ? '●' : there.length > 0 ? 'X' : '';
}

function Paper(props: { programme: Programme }) {
  const t = useAuditWords();
  const p = () => t.papers;
  const focus = (audits: UnitRow['audits']) =>
    [...new Set(audits.flatMap(({ procedures }) => procedures.map(({ code }) => code)))].join(', ');
  return (
    <PaperFrame
      title={p().programme}
      subtitle={props.programme.title}
      crumbs={[
        { label: t.programmes, href: '/audits/programmes' },
        { label: String(props.programme.year), href: `/audits/programmes/${props.programme.id}` },
      ]}
      back={`/audits/programmes/${props.programme.id}`}
      agency={props.programme.leadAgency.name}
      form="BM.QT.ISO.03.01"
      heading={p().programmeHeading(props.programme.year)}
      number={`${t.programmePage.edition}: ${props.programme.edition}`}
    >
      <PaperPart title={t.programmePage.purpose}>{props.programme.purpose}</PaperPart>
      <PaperPart title={t.programmePage.scope}>{props.programme.scope}</PaperPart>
      <PaperPart title={p().criteriaShort}>{p().criteriaText('TCVN ISO 9001')}</PaperPart>
      <PaperTable
        class={styles.tight}
        caption={p().programmeHeading(props.programme.year)}
        heads={[p().no, t.auditee, ...months.map(String), p().focus, p().priority, p().note]}
        rows={rowsOf(props.programme).map(({ name, audits }, at) => [
          at + 1,
          name,
          ...months.map((month) => markOf(audits, month)),
          focus(audits),
          '',
          [...new Set(audits.map(({ roundNumber }) => roundNumber))].join(', '),
        ])}
      />
      <p>{p().legend}</p>
      <Signs
        places={[
          { title: p().isoSecretary },
          { title: p().isoHead, signature: props.programme.signatures.findLast(({ part }) => part === 'approved') },
        ]}
      />
    </PaperFrame>
  );
}
