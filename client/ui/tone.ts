import type { IconName } from './icon';

/** What a status means; always said by word and shape, the colour only helps. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** The shape that goes with a tone. */
export const toneIcon: Record<Tone, IconName> = {
  neutral: 'circle',
  info: 'info',
  success: 'success',
  warning: 'warning',
  danger: 'danger',
};

/** The colours of a tone, as CSS variables. */
export const toneVariables: Record<Tone, { strong: string; soft: string }> = {
  neutral: { strong: 'var(--neutral)', soft: 'var(--neutral-soft)' },
  info: { strong: 'var(--info)', soft: 'var(--info-soft)' },
  success: { strong: 'var(--success)', soft: 'var(--success-soft)' },
  warning: { strong: 'var(--warning)', soft: 'var(--warning-soft)' },
  danger: { strong: 'var(--danger)', soft: 'var(--danger-soft)' },
};

/** Inline variables for an element that takes its colours from a tone. */
export function toneStyle(tone: Tone): Record<string, string> {
  return { '--tone': toneVariables[tone].strong, '--tone-soft': toneVariables[tone].soft };
}
