import { For } from 'solid-js';
import type { CauseCategory } from '../../api/nonconformities/rules/index';
import { Icon } from '../ui';
import { useNonconformityWords } from './words';
import styles from './why-chain.module.css';

/** The five-why analysis, drawn as a chain from the fault down to the root cause. */
export function WhyChain(props: { problem: string; whys: readonly string[]; category?: CauseCategory }) {
  const t = useNonconformityWords();
  const isRoot = (at: number) => at === props.whys.length - 1;
  return (
    <div class={styles.analysis}>
      <h3 class={styles.title}>{t.whyChain}</h3>
      <ol class={styles.chain}>
        <li class={styles.link}>
          <span class={styles.label}>{t.problem}</span>
          <span>{props.problem}</span>
        </li>
        <For each={props.whys}>
          {(why, at) => (
            <li class={`${styles.link} ${isRoot(at()) ? styles.root : ''}`}>
              <span class={styles.label}>
                {isRoot(at()) ? <Icon name="flag" size="s" /> : null}
                {isRoot(at()) ? `${t.why(at() + 1)} · ${t.rootCause}` : t.why(at() + 1)}
              </span>
              <span>{why}</span>
              {isRoot(at()) && props.category ? (
                <span class={styles.label}>{`${t.causeCategory}: ${t.causes[props.category]}`}</span>
              ) : null}
            </li>
          )}
        </For>
      </ol>
    </div>
  );
}
