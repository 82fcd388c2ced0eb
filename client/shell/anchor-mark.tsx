import { createSignal, onCleanup, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { PaperAnchorDocument } from '../graphql/generated/shell/papers';
import { formatDateTime } from '../i18n';
import { useShellWords } from './words';
import styles from './anchor-mark.module.css';

/**
 * The newest anchor of the trail under the signatures of a printed paper: whoever holds the paper can
 * prove later with `trail:verify` that nothing before it was cut. Seen on paper only.
 */
export function AnchorMark() {
  const t = useShellWords();
  const query = useQuery(PaperAnchorDocument, () => ({}));
  const [printedAt, setPrintedAt] = createSignal(new Date());
  const stamp = () => setPrintedAt(new Date());
  window.addEventListener('beforeprint', stamp);
  onCleanup(() => window.removeEventListener('beforeprint', stamp));
  return (
    <Show when={query.data?.trailAnchor}>
      {(anchor) => (
        <div class={styles.mark}>
          <p>
            {t.anchor}: {anchor().position}:{anchor().hash.slice(0, 16)}… · {t.printedAt}{' '}
            {formatDateTime(printedAt().toISOString())}
          </p>
          <p class={styles.hash}>{anchor().hash}</p>
        </div>
      )}
    </Show>
  );
}
