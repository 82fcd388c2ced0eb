import { createSignal, onCleanup, type Accessor } from 'solid-js';

/** Whether the window is as narrow as a phone's, where tables become cards (`48rem`, as in the style sheets). */
export function useNarrow(): Accessor<boolean> {
  const query = matchMedia('(max-width: 48rem)');
  const [narrow, setNarrow] = createSignal(query.matches);
  const follow = () => setNarrow(query.matches);
  query.addEventListener('change', follow);
  onCleanup(() => query.removeEventListener('change', follow));
  return narrow;
}
