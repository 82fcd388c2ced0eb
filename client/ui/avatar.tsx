import styles from './avatar.module.css';

/** The letters of a Vietnamese name that distinguish people: those of the family and of the given name. */
export function initialsOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toLocaleUpperCase('vi');
}

/** A person's initials in a circle; decoration beside the name. */
export function Avatar(props: { name: string }) {
  return (
    <span class={styles.avatar} aria-hidden="true">
      {initialsOf(props.name)}
    </span>
  );
}
