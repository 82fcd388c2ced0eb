import { createSignal } from 'solid-js';

const [online, setOnline] = createSignal(true);

/** Whether the server answers. Browsers guess this wrong, so the server is asked. */
export { online };

const often = 5_000;
const seldom = 60_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks `/healthz` and believes only its body: captive portals answer 200 to everything. */
async function probe(): Promise<boolean> {
  try {
    const answer = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
    const body = (await answer.json()) as { status?: string };
    return body.status === 'ok';
  } catch {
    return false;
  }
}

/** Asks now whether the server answers, and keeps asking: often while it does not. */
export async function checkConnection(): Promise<boolean> {
  clearTimeout(timer);
  const reached = await probe();
  setOnline(reached);
  timer = setTimeout(() => document.visibilityState === 'visible' && void checkConnection(), reached ? seldom : often);
  return reached;
}

/** `fetch` that starts asking for the server's health as soon as a request fails on the way. */
export const watchedFetch: typeof fetch = async (...request) => {
  try {
    const answer = await fetch(...request);
    if (!online()) setOnline(true);
    return answer;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) void checkConnection();
    throw error;
  }
};

/** Watches the connection for as long as the page lives. */
export function watchConnection(): void {
  for (const event of ['online', 'offline'] as const) window.addEventListener(event, () => void checkConnection());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void checkConnection());
  timer = setTimeout(() => void checkConnection(), seldom);
}
