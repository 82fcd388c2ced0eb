import { createSignal } from 'solid-js';

const [ended, setEnded] = createSignal(false);
let waiting: ((signedIn: boolean) => void)[] = [];
let signedIn = false;

/** Whether the session has ended under a signed-in person; the frame then asks for the password again. */
export { ended as sessionEnded };

/** The frame says whether somebody is signed in; only then can a session end. */
export function setSignedIn(value: boolean): void {
  signedIn = value;
  if (!value) setEnded(false);
}

/** The server said UNAUTHENTICATED. False when nobody was signed in anyway. */
export function reportSessionEnded(): boolean {
  if (signedIn) setEnded(true);
  return signedIn;
}

/** Waits until the person has signed in again (true) or has given up (false). */
export function signedInAgain(): Promise<boolean> {
  if (!reportSessionEnded()) return Promise.resolve(false);
  return new Promise((resolve) => waiting.push(resolve));
}

/** The frame reports how asking for the password ended; what waited goes on. */
export function resumeSession(success: boolean): void {
  setEnded(false);
  const resolvers = waiting;
  waiting = [];
  for (const resolve of resolvers) resolve(success);
}
