/**
 * Keeps a panel (`popover`, fixed) beneath its anchor, above it when there is no room, inside the
 * window. Call the returned function when the panel closes.
 */
export function placeUnder(
  anchor: HTMLElement,
  panel: HTMLElement,
  options: { align?: 'start' | 'end'; atLeastAsWide?: boolean } = {},
): () => void {
  const gap = 4;
  const edge = 8;
  const place = () => {
    const box = anchor.getBoundingClientRect();
    if (options.atLeastAsWide) panel.style.minWidth = `${box.width}px`;
    const width = panel.offsetWidth;
    const below = innerHeight - box.bottom - gap - edge;
    const above = box.top - gap - edge;
    panel.style.maxHeight = `${Math.max(below, above, 160)}px`;
    const wanted = Math.min(panel.scrollHeight + 2, 420);
    const goesUp = below < wanted && above > below;
    const height = Math.min(panel.offsetHeight, goesUp ? above : Math.max(below, 160));
    const left = options.align === 'end' ? box.right - width : box.left;
    panel.style.left = `${Math.max(edge, Math.min(left, document.documentElement.clientWidth - width - edge))}px`;
    panel.style.top = goesUp ? `${box.top - gap - height}px` : `${box.bottom + gap}px`;
    panel.style.maxHeight = `${goesUp ? above : Math.max(below, 160)}px`;
  };
  place();
  const frame = requestAnimationFrame(place);
  addEventListener('scroll', place, true);
  addEventListener('resize', place);
  return () => {
    cancelAnimationFrame(frame);
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
  };
}
