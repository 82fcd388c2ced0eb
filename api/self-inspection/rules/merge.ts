import type { Answer } from './form-engine.js';

/** An answer as it is written down and sent: a choice or a number, with its evidence. */
export interface WrittenAnswer {
  choice?: 'YES' | 'NO' | 'NA' | null;
  number?: number | null;
  sample?: number | null;
  note?: string | null;
  dossiers: readonly string[];
  attachmentIds: readonly string[];
}

/**
 * Whether an answer that a device sends replaces the saved one. The newest answer to a question counts, in
 * whatever order they arrive; the same answer sent again changes nothing.
 */
export function replaces(sent: { answeredAt: Date }, kept: { answeredAt: Date }): boolean {
  return sent.answeredAt > kept.answeredAt;
}

/** The answer for the form engine; undefined if there is neither a choice nor a number, though there may be a note. */
export function toAnswer({ choice, number, sample, note, dossiers, attachmentIds }: WrittenAnswer): Answer | undefined {
  const value = choice ?? number;
  if (value === null || value === undefined) return undefined;
  return { value, sample: sample ?? null, note: note ?? null, photos: attachmentIds.length, dossiers };
}
