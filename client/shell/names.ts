import { useShellWords } from './words';

/** Most people that are named one by one. */
const most = 4;

/** Who must act, by role and by name: a few names, and how many more. Nothing when nobody has to. */
export function whoWithNames(role: string | undefined, people: readonly { fullName: string }[]): string | undefined {
  const names = people
    .slice(0, most)
    .map(({ fullName }) => fullName)
    .join(', ');
  const named = people.length > most ? useShellWords().andOthers(names, people.length - most) : names;
  return [role, named].filter(Boolean).join(': ') || undefined;
}
