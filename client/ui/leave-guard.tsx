import { useBeforeLeave, type BeforeLeaveEventArgs } from '@solidjs/router';
import { createSignal, onCleanup } from 'solid-js';
import { Button } from './button';
import { Dialog } from './dialog';
import { useUiWords } from './words';

export interface LeaveGuardProps {
  /** Something on the page is not sent yet. */
  unsent: boolean;
  /** What is not sent stays on this device, so the page may be closed without a question. */
  kept?: boolean;
}

/** Asks before a page with something unsent is left. */
export function LeaveGuard(props: LeaveGuardProps) {
  const t = useUiWords();
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs>();
  useBeforeLeave((event) => {
    const staysHere = typeof event.to === 'string' && event.to.split(/[?#]/)[0] === event.from.pathname;
    if (!props.unsent || event.defaultPrevented || staysHere) return;
    event.preventDefault();
    setLeaving(event);
  });
  const beforeUnload = (event: BeforeUnloadEvent) => props.unsent && !props.kept && event.preventDefault();
  window.addEventListener('beforeunload', beforeUnload);
  onCleanup(() => window.removeEventListener('beforeunload', beforeUnload));
  const leave = () => {
    const event = leaving();
    setLeaving(undefined);
    event?.retry(true);
  };
  return (
    <Dialog
      open={leaving() !== undefined}
      onClose={() => setLeaving(undefined)}
      title={t.leaveTitle}
      actions={
        <>
          <Button look="primary" onClick={() => setLeaving(undefined)}>
            {t.stay}
          </Button>
          <Button onClick={leave}>{t.leave}</Button>
        </>
      }
    >
      <p>{props.kept ? t.leaveKept : t.leaveLost}</p>
    </Dialog>
  );
}
