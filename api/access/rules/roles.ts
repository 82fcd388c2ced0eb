import type { Wording } from '../../rules/refusal.js';

/** Roles a person may hold in a unit (`data/roles.tsv` of the domain), with the words shown as "who must act". */
export const roleWords = {
  ADMINISTRATOR: { vi: 'quản trị hệ thống', en: 'the administrator' },
  LEAD_AGENCY: { vi: 'đơn vị chủ trì', en: 'the lead agency' },
  ISO_HEAD: { vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị', en: "the unit's ISO head" },
  QUALITY_MANAGER: { vi: 'đại diện lãnh đạo về chất lượng', en: 'the quality manager' },
  ISO_SECRETARY: { vi: 'thư ký ISO', en: 'the ISO secretary' },
  UNIT_HEAD: { vi: 'trưởng đơn vị', en: 'the head of the unit' },
  OFFICER: { vi: 'công chức', en: 'an officer' },
  OBSERVER: { vi: 'người quan sát', en: 'an observer' },
  AUDIT_LEAD: { vi: 'trưởng đoàn đánh giá', en: 'the lead auditor' },
  AUDIT_TEAM: { vi: 'thành viên đoàn đánh giá', en: 'a member of the audit team' },
} as const satisfies Record<string, Wording>;

/** A role, held in a unit through a dated grant. */
export type Role = keyof typeof roleWords;

/** All roles, in the order in which they are listed. */
export const roles = Object.keys(roleWords) as readonly Role[];

/** Roles of an authority that are responsible for its quality system. */
export const isoRoles = ['ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY'] as const satisfies readonly Role[];

/** Roles that reach across the border of an authority; every other role stops there. */
export const reachingRoles: readonly Role[] = ['ADMINISTRATOR', 'LEAD_AGENCY', 'OBSERVER'];

/** A job, which fires an event by the clock. */
export const systemWords: Wording = { vi: 'hệ thống', en: 'the system' };

/**
 * What an actor of a lifecycle is called in the middle of a sentence: a part of the records, a role, or the system.
 * @throws Error for a name that is none of these
 */
export function wordsOfActor(
  {
    parts,
    taskParts,
  }: { parts: { parts: Record<string, { words: Wording }> }; taskParts?: Record<string, { words: Wording }> },
  actor: string,
): Wording {
  const words =
    parts.parts[actor]?.words ??
    taskParts?.[actor]?.words ??
    (actor === 'SYSTEM' ? systemWords : (roleWords as Record<string, Wording>)[actor]);
  if (!words) throw new Error(`${actor} has no words`);
  return words;
}
