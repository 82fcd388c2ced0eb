import { For, Show } from 'solid-js';
import { formatDateTime } from '../i18n';
import { AnchorMark } from '../shell/anchor-mark';
import { PageSection } from '../ui';
import { useAuditWords } from './words';
import styles from './audits.module.css';

interface Signature {
  id: string;
  personName: string;
  personTitle: string;
  part: string;
  at: string;
  contentHash: string;
}

/**
 * Who signed, as whom, when, and the hash of what was signed.
 * @param props.plans versions of the plan, to say which one a signature approved
 */
export function Signatures(props: {
  signatures: readonly Signature[];
  plans?: readonly { planVersion: number; at: string }[];
}) {
  const t = useAuditWords();
  const partOf = ({ part, at }: Signature) => {
    const plan = props.plans?.find((version) => version.at === at);
    return plan ? t.plans.approval(plan.planVersion) : (t.audit.part[part as keyof typeof t.audit.part] ?? part);
  };
  return (
    <Show when={props.signatures.length > 0}>
      <PageSection title={t.audit.signatures}>
        <ul class={styles.signatures}>
          <For each={props.signatures}>
            {(signature) => (
              <li>
                <p class={styles.quiet}>{partOf(signature)}</p>
                <p>
                  <strong>{signature.personName}</strong>
                </p>
                <p>{signature.personTitle}</p>
                <p class={styles.quiet}>{formatDateTime(signature.at)}</p>
                <p class={styles.hash} title={t.audit.hash}>
                  {signature.contentHash.slice(0, 16)}
                </p>
              </li>
            )}
          </For>
        </ul>
        <AnchorMark />
      </PageSection>
    </Show>
  );
}
