import { tidyText } from '../../rules/text.js';
import type { Answer } from './form-engine.js';
import type { GoodAnswer } from './questions.js';

/** The properties of a question that go into the nonconformity. */
export interface FailedQuestion {
  text: string;
  basis?: string | null;
  critical: boolean;
  good: GoodAnswer;
}

/** The first text of a nonconformity from a failing answer; people may change it. */
export interface NonconformityDraft {
  severity: 'MAJOR' | 'MINOR';
  requirement: string;
  evidence: string;
  gap: string;
}

/**
 * Requirement, evidence and gap of a failing answer, in Vietnamese as all records are. A critical question gives a
 * major one.
 */
export function nonconformityDraft(
  { text, basis, critical, good }: FailedQuestion,
  answer: Answer,
): NonconformityDraft {
  const dossiers = (answer.dossiers ?? []).filter((code) => tidyText(code) !== '');
  const evidence = [tidyText(answer.note), dossiers.length > 0 ? `Hồ sơ đã xem: ${dossiers.join(', ')}.` : '']
    .filter(Boolean)
    .join('\n');
  return {
    severity: critical ? 'MAJOR' : 'MINOR',
    requirement: basis ? `${text} (${basis}).` : `${text}.`,
    evidence,
    gap: gapOf(text, good, answer),
  };
}

function gapOf(text: string, good: GoodAnswer, { value, sample }: Answer): string {
  switch (good.kind) {
    case 'YES':
      return `Thực tế chưa đáp ứng yêu cầu: ${text}.`;
    case 'SHARE': {
      const seen = sample ?? good.sample;
      return `Chỉ đạt ${Number(value)} trên ${seen} mẫu đã xem; yêu cầu đạt ${good.needed} trên ${good.sample}.`;
    }
    case 'BOUND': {
      const bound = `${good.op === '>=' ? 'ít nhất' : 'nhiều nhất'} ${showNumber(good.bound)}`;
      return `Kết quả là ${showNumber(Number(value))}; yêu cầu ${bound}.`;
    }
  }
}

const showNumber = (value: number) => String(value).replace('.', ',');
