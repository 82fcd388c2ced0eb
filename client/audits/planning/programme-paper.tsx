import { useParams } from '@solidjs/router';
import { useQuery } from '../../graphql';
import { ProgrammePageDocument, type ProgrammePageQuery } from '../../graphql/generated/audits/planning/programmes';
import { Loaded, PaperTable } from '../../ui';
import { matrixColumns, matrixRows } from './programme-matrix';
import { PaperFrame, PaperPart, SignaturePlaces } from '../papers';
import { usePlanningWords } from './words';
import styles from '../papers.module.css';

type Programme = ProgrammePageQuery['programme'];
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

function Paper(props: { programme: Programme }) {
  const t = usePlanningWords();
  const p = () => t.papers;
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
        columns={matrixColumns(t)}
        rows={matrixRows(props.programme)}
      />
      <p>{p().legend}</p>
      <SignaturePlaces
        places={[
          { title: p().isoSecretary },
          { title: p().isoHead, signature: props.programme.signatures.findLast(({ part }) => part === 'approved') },
        ]}
      />
    </PaperFrame>
  );
}
