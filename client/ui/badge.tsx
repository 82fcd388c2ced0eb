import type { JSX } from 'solid-js';
import { Icon, type IconName } from './icon';
import { toneIcon, toneStyle, type Tone } from './tone';
import styles from './badge.module.css';

/** A status: a word, a shape and a colour, in that order of weight. */
export function Badge(props: { tone?: Tone; icon?: IconName; children: JSX.Element }) {
  const tone = () => props.tone ?? 'neutral';
  return (
    <span class={styles.badge} style={toneStyle(tone())}>
      <Icon name={props.icon ?? toneIcon[tone()]} size="s" />
      <span>{props.children}</span>
    </span>
  );
}
