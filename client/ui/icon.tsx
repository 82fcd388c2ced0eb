import { For } from 'solid-js';
import styles from './icon.module.css';

/** Strokes of the icons on a 24 × 24 field. Drawn for this product. */
const strokes = {
  tasks: ['M4 6.5l1.5 1.5L8.5 5', 'M4 13l1.5 1.5 3-3', 'M4 19.5L5.5 21l3-3', 'M12 6.5h8', 'M12 13h8', 'M12 19.5h8'],
  document: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6', 'M9 16h6'],
  flow: ['M4 4h6v5H4z', 'M14 15h6v5h-6z', 'M7 9v8.5h7'],
  audit: ['M9 4h6v3H9z', 'M9 5.5H6V21h12V5.5h-3', 'M9 14l2.2 2.2L15.5 12'],
  nonconformity: ['M12 4L2.8 20h18.4z', 'M12 10v4.5', 'M12 17.2v.1'],
  checklist: ['M5 4h14v16H5z', 'M8 9l1.2 1.2L11.5 8', 'M8 15l1.2 1.2 2.3-2.2', 'M14 9h2.5', 'M14 15h2.5'],
  building: ['M4 21V9l8-5 8 5v12', 'M2.5 21h19', 'M8 12v5', 'M12 12v5', 'M16 12v5'],
  book: ['M5 4h6.5v16H5z', 'M12.5 4H19v16h-6.5z', 'M7.5 8h1.5', 'M15 8h1.5'],
  history: ['M4 12a8 8 0 1 0 2.6-5.9', 'M4 4v4.5h4.5', 'M12 8v4.5l3 1.8'],
  chart: ['M4 20h16', 'M7 20v-7', 'M12 20V5', 'M17 20v-10'],
  menu: ['M4 7h16', 'M4 12h16', 'M4 17h16'],
  more: [
    'M4.3 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0',
    'M11.3 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0',
    'M18.3 12a.7.7 0 1 0 1.4 0a.7.7 0 1 0-1.4 0',
  ],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  plus: ['M12 5v14', 'M5 12h14'],
  minus: ['M5 12h14'],
  search: ['M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13', 'M15.5 15.5L20 20'],
  filter: ['M4 6h16', 'M7 12h10', 'M10 18h4'],
  sort: ['M8 5v14', 'M5 16l3 3 3-3', 'M16 19V5', 'M13 8l3-3 3 3'],
  up: ['M12 19V5', 'M6 11l6-6 6 6'],
  down: ['M12 5v14', 'M6 13l6 6 6-6'],
  left: ['M15 5l-7 7 7 7'],
  right: ['M9 5l7 7-7 7'],
  chevron: ['M6 9.5l6 6 6-6'],
  print: ['M7 9V4h10v5', 'M7 18H4V9h16v9h-3', 'M7 14.5h10V21H7z'],
  edit: ['M4 20l1-4.5L16.5 4 20 7.5 8.5 19z', 'M14 6.5l3.5 3.5'],
  trash: ['M4 7h16', 'M9 7V4h6v3', 'M6.5 7l1 13h9l1-13', 'M10 11v5', 'M14 11v5'],
  download: ['M12 4v11', 'M7 10.5l5 5 5-5', 'M4 20h16'],
  upload: ['M12 16V5', 'M7 9.5l5-5 5 5', 'M4 20h16'],
  camera: ['M4 8h4l1.5-3h5L16 8h4v12H4z', 'M12 10.5a3.2 3.2 0 1 0 0 6.4a3.2 3.2 0 0 0 0-6.4'],
  attach: ['M19 11l-7.5 7.5a4.6 4.6 0 0 1-6.5-6.5L13 4a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2L14 7.5'],
  user: ['M12 4a4 4 0 1 0 0 8a4 4 0 0 0 0-8', 'M4 21c.8-4 4-6 8-6s7.2 2 8 6'],
  users: [
    'M9 5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 0 0 0-7',
    'M2.5 20c.6-3.5 3.2-5 6.5-5s5.9 1.5 6.5 5',
    'M15.5 5.2a3.5 3.5 0 0 1 0 6.6',
    'M17.5 15.3c2.2.6 3.6 2.2 4 4.7',
  ],
  sun: [
    'M12 8a4 4 0 1 0 0 8a4 4 0 0 0 0-8',
    'M12 2.5v2',
    'M12 19.5v2',
    'M2.5 12h2',
    'M19.5 12h2',
    'M5.3 5.3l1.4 1.4',
    'M17.3 17.3l1.4 1.4',
    'M5.3 18.7l1.4-1.4',
    'M17.3 6.7l1.4-1.4',
  ],
  moon: ['M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z'],
  screen: ['M3 5h18v12H3z', 'M9 21h6', 'M12 17v4'],
  globe: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M3 12h18', 'M12 3c5 5 5 13 0 18', 'M12 3c-5 5-5 13 0 18'],
  leave: ['M14 4H5v16h9', 'M10 12h11', 'M17 8l4 4-4 4'],
  lock: ['M5 11h14v10H5z', 'M8 11V8a4 4 0 0 1 8 0v3', 'M12 15v2.5'],
  sign: ['M4 20h16', 'M6 16l1-4L16 3l3 3-9 9z'],
  info: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M12 11v5.5', 'M12 7.8v.1'],
  warning: ['M12 4L2.8 20h18.4z', 'M12 10v4.5', 'M12 17.2v.1'],
  danger: ['M8 3h8l5 5v8l-5 5H8l-5-5V8z', 'M12 7.5v5.5', 'M12 16.4v.1'],
  success: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M8 12.3l2.8 2.7L16 9.5'],
  clock: ['M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18', 'M12 7v5.3l3.5 2'],
  calendar: ['M4 6h16v14H4z', 'M4 10h16', 'M8 3.5V7', 'M16 3.5V7'],
  eye: ['M2.5 12c4-7 15-7 19 0-4 7-15 7-19 0z', 'M12 9a3 3 0 1 0 0 6a3 3 0 0 0 0-6'],
  'eye-off': [
    'M4 4l16 16',
    'M9.5 6.3c4.5-1.2 9.5.7 12 5.7-.8 1.6-1.9 2.9-3.2 3.8',
    'M6 8.2C4.5 9.2 3.3 10.5 2.5 12c2.3 4.5 7 6.5 11.5 5.6',
  ],
  refresh: ['M20 12a8 8 0 1 1-2.6-5.9', 'M20 4v4.5h-4.5'],
  link: [
    'M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3',
    'M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5',
  ],
  external: ['M14 4h6v6', 'M20 4l-9 9', 'M18 13.5V20H4V6h6.5'],
  offline: [
    'M3 3l18 18',
    'M5 12.5c1-1 2.2-1.7 3.5-2.2',
    'M2 9c1.3-1.3 2.8-2.3 4.4-3',
    'M19 12.5c-1-1-2.1-1.7-3.3-2.1',
    'M22 9c-3-3-7-4.4-11-3.9',
    'M8.5 16a5 5 0 0 1 7 0',
    'M12 19.5v.1',
  ],
  mail: ['M3 6h18v13H3z', 'M3.5 7l8.5 6.5L20.5 7'],
  flag: ['M5 21V4', 'M5 4.5h13l-3 4.5 3 4.5H5'],
  play: ['M7 4.5v15l12-7.5z'],
  circle: ['M12 5a7 7 0 1 0 0 14a7 7 0 0 0 0-14'],
} as const;

/** Names of the icons. */
export type IconName = keyof typeof strokes;

/** The names of all icons, in the order of the file. */
export const iconNames = Object.keys(strokes) as IconName[];

/** An icon of this interface. It is decoration: the word beside it, or the button's label, says what it means. */
export function Icon(props: { name: IconName; size?: 's' | 'm' | 'l'; class?: string }) {
  return (
    <svg
      class={`${styles.icon} ${styles[props.size ?? 'm']} ${props.class ?? ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <For each={strokes[props.name]}>{(d) => <path d={d} />}</For>
    </svg>
  );
}
