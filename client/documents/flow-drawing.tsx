import { createMemo, createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js';
import { formatNumber } from '../i18n';
import { drawSteps, type DrawnStep } from './flow-geometry';
import { useDocumentWords } from './words';
import styles from './flow-drawing.module.css';

/** The steps as a drawing. It fits the place it has; the table of steps is its text alternative. */
export function FlowDrawing(props: { steps: readonly DrawnStep[] }) {
  const t = useDocumentWords();
  const id = createUniqueId();
  const [width, setWidth] = createSignal(640);
  let frame!: HTMLElement;
  onMount(() => {
    const watch = new ResizeObserver(
      ([entry]) => entry && setWidth(Math.max(300, Math.floor(entry.contentRect.width))),
    );
    watch.observe(frame);
    onCleanup(() => watch.disconnect());
  });
  const drawing = createMemo(() => drawSteps(props.steps, width(), t.nobody));
  const words = () =>
    t.drawingAlt(
      props.steps.length,
      props.steps.map(({ code, roleName }) => `${code} ${roleName || t.nobody}`).join(', '),
    );
  return (
    <Show when={props.steps.length > 0}>
      <figure ref={frame} class={styles.figure}>
        <figcaption class={styles.caption}>
          <strong>{t.drawing}.</strong> {t.drawingLead}
        </figcaption>
        <div class={styles.scroll} tabindex="0" role="region" aria-label={t.drawing}>
          <svg
            class={styles.drawing}
            role="img"
            aria-label={words()}
            width={drawing().width}
            height={drawing().height}
            viewBox={`0 0 ${drawing().width} ${drawing().height}`}
          >
            <defs>
              <marker
                id={`${id}-tip`}
                viewBox="0 0 10 10"
                refX="6"
                refY="5"
                markerWidth="7"
                markerHeight="7"
                orient="auto"
                markerUnits="userSpaceOnUse"
              >
                <path d="M 0 0 L 10 5 L 0 10 z" class={styles.tip} />
              </marker>
            </defs>
            <For each={drawing().arrows}>
              {(arrow) => (
                <path
                  d={arrow.d}
                  class={`${styles.arrow} ${arrow.onLongest ? styles.longest : ''}`}
                  marker-end={`url(#${id}-tip)`}
                />
              )}
            </For>
            <For each={drawing().boxes}>
              {(box) => (
                <g>
                  <rect
                    x={box.x}
                    y={box.y}
                    width={box.width}
                    height={box.height}
                    rx={box.isEnd ? 18 : 5}
                    class={`${styles.box} ${box.onLongest ? styles.longestBox : ''} ${box.step.roleName ? '' : styles.faulty}`}
                  />
                  <text
                    x={box.x + 10}
                    y={box.y + 21}
                    class={styles.code}
                  >{`${box.step.code} · ${t.hours(formatNumber(box.step.hours))}`}</text>
                  <For each={box.lines}>
                    {(line, index) => (
                      <text x={box.x + 10} y={box.y + 36 + index() * 15} class={styles.line}>
                        {line}
                      </text>
                    )}
                  </For>
                  <For each={box.role}>
                    {(line, index) => (
                      <text x={box.x + 10} y={box.y + 36 + (box.lines.length + index()) * 15} class={styles.role}>
                        {line}
                      </text>
                    )}
                  </For>
                </g>
              )}
            </For>
          </svg>
        </div>
      </figure>
    </Show>
  );
}
