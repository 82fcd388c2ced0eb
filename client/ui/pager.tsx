import { Show } from 'solid-js';
import { formatNumber } from '../i18n/numbers';
import { IconButton } from './button';
import { useUiWords } from './words';
import styles from './pager.module.css';

export interface PagerProps {
  /** What `usePages` gives. */
  pages: {
    readonly from: number;
    readonly to: number;
    readonly total: number | undefined;
    readonly hasNext: boolean;
    readonly hasPrevious: boolean;
    next(): void;
    previous(): void;
  };
}

/** "1–50 / 672", with the way to the next and the previous page. Not shown when there is nothing to count. */
export function Pager(props: PagerProps) {
  const t = useUiWords();
  const total = () => (props.pages.total === undefined ? undefined : formatNumber(props.pages.total));
  return (
    <Show when={props.pages.to > 0}>
      <nav class={styles.pager} aria-label={t.pages}>
        <p role="status">{t.range(formatNumber(props.pages.from), formatNumber(props.pages.to), total())}</p>
        <Show when={props.pages.hasPrevious || props.pages.hasNext}>
          <div class={styles.buttons} data-print="no">
            <IconButton
              icon="left"
              label={t.previousPage}
              disabled={!props.pages.hasPrevious}
              onClick={() => props.pages.previous()}
            />
            <IconButton
              icon="right"
              label={t.nextPage}
              disabled={!props.pages.hasNext}
              onClick={() => props.pages.next()}
            />
          </div>
        </Show>
      </nav>
    </Show>
  );
}
