import { For } from 'solid-js';
import { isAdministrative } from '../../api/documents/rules/index';
import type { Draft } from './draft-values';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

/** Links to the parts of the writing screen, in their order: it is long. */
export function PartLinks(props: { kind: Draft['document']['kind']; hasProcedure: boolean }) {
  const t = useDocumentWords();
  const administrative = () => isAdministrative(props.kind);
  const ofProcedure = () =>
    [
      { id: 'texts', title: t.textsTitle, shown: true },
      { id: 'general', title: t.generalTitle, shown: administrative() },
      { id: 'bases', title: t.legalBases, shown: true },
      { id: 'dossier', title: t.dossierParts, shown: administrative() },
      { id: 'steps', title: t.stepsTitle, shown: true },
      { id: 'forms', title: t.headings['FORMS'], shown: true },
      { id: 'records', title: t.headings['RECORDS'], shown: true },
    ].filter(({ shown }) => shown);
  const parts = () => [
    { id: 'changes', title: t.changesTitle },
    { id: 'file', title: t.fileTitle },
    ...(props.hasProcedure ? ofProcedure() : [{ id: 'content', title: t.contentTitle }]),
    { id: 'signers', title: t.signersTitle },
  ];
  return (
    <nav class={styles.jumps} aria-label={t.partsToWrite}>
      <p class={styles.jumpsTitle}>{t.partsToWrite}</p>
      <ul>
        <For each={parts()}>
          {({ id, title }) => (
            <li>
              <a href={`#edit-${id}`}>{title}</a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
}
