import { createSignal, For } from 'solid-js';
import { IconButton } from './button';
import { Icon } from './icon';
import { toneIcon, toneStyle, type Tone } from './tone';
import { useUiWords } from './words';
import styles from './toast.module.css';

interface Toast {
  id: number;
  tone: Tone;
  message: string;
}

const [toasts, setToasts] = createSignal<readonly Toast[]>([]);
let last = 0;
const dismiss = (id: number) => setToasts((all) => all.filter((toast) => toast.id !== id));

/** Says something in passing, such as "Đã gửi." Never use it for what a person has to act on. */
export function toast(message: string, tone: Tone = 'success'): void {
  last += 1;
  const id = last;
  setToasts((all) => [...all.slice(-1), { id, tone, message }]);
  setTimeout(() => dismiss(id), 7_000);
}

/** Where {@link toast} shows and is read aloud; the frame has one. */
export function ToastRegion() {
  const t = useUiWords();
  return (
    <div class={styles.region} role="status" aria-live="polite" data-print="no" data-floats>
      <For each={toasts()}>
        {(each) => (
          <div class={styles.toast} style={toneStyle(each.tone)}>
            <Icon name={toneIcon[each.tone]} />
            <span>{each.message}</span>
            <IconButton icon="close" label={t.close} onClick={() => dismiss(each.id)} />
          </div>
        )}
      </For>
    </div>
  );
}
