import { roleWords, type Role } from '../../access/rules/roles.js';
import { defineParts, type Condition, type Part } from '../../rules/parts.js';
import type { TaskCondition } from '../../rules/tasks.js';

/** The form is of the authority as a whole, not of an office. */
const isWholeAuthority: Condition = { same: ['unit.id', 'authority.id'] };

/**
 * Parts in a self-inspection. The part QUALITY_MANAGER replaces the role: nobody decides on a form that he or
 * she submitted.
 */
export type InspectionPart = 'SUBSTITUTE' | 'QUALITY_MANAGER' | 'ABOVE';

/** Who plays which part in a self-inspection (lifecycles of the domain). */
export const inspectionParts = defineParts<Role, InspectionPart>({
  places: { here: { unit: 'unit.id', authority: 'authority.id' } },
  parts: {
    SUBSTITUTE: {
      words: { vi: 'người được giao làm thay', en: 'the named substitute' },
      any: [{ person: 'substitute.id' }],
    },
    QUALITY_MANAGER: {
      words: roleWords.QUALITY_MANAGER,
      any: [{ roles: ['QUALITY_MANAGER'], at: 'here' }],
      not: ['submittedBy.id'],
    },
    // The level above an office is the authority's ISO head; above the authority itself it is the lead agency.
    ABOVE: {
      words: { vi: 'cấp trên trực tiếp', en: 'the level above' },
      any: [
        { roles: ['LEAD_AGENCY'], at: 'here', when: isWholeAuthority },
        { roles: ['ISO_HEAD'], at: 'here', when: { not: isWholeAuthority } },
      ],
      not: ['submittedBy.id'],
    },
  },
});

const ownHead = { roles: ['UNIT_HEAD'], at: 'here', direct: true } as const;

/** Calendar days after which a form that waits for the quality manager waits for the level above too. */
const daysBeforeAbove = 7;

/** There is no other quality manager than whoever submitted, or the form has waited long enough. */
const aboveDecides: TaskCondition = {
  any: [{ nobody: { roles: ['QUALITY_MANAGER'], at: 'here' }, except: 'submittedBy.id' }, { waited: daysBeforeAbove }],
};

/** Whose task a form is, among those who may act on it. */
export const inspectionTaskParts: Record<'FILLER' | 'DECIDER', Part<Role, TaskCondition>> = {
  /** The substitute and the nearest head: a head of the authority only where the office has none. */
  FILLER: {
    words: {
      vi: `${roleWords.UNIT_HEAD.vi} hoặc ${inspectionParts.parts.SUBSTITUTE.words.vi}`,
      en: `${roleWords.UNIT_HEAD.en} or ${inspectionParts.parts.SUBSTITUTE.words.en}`,
    },
    any: [{ person: 'substitute.id' }, ownHead, { roles: ['UNIT_HEAD'], at: 'here', when: { nobody: ownHead } }],
  },
  DECIDER: {
    words: {
      vi: `${roleWords.QUALITY_MANAGER.vi} hoặc ${inspectionParts.parts.ABOVE.words.vi}`,
      en: `${roleWords.QUALITY_MANAGER.en} or ${inspectionParts.parts.ABOVE.words.en}`,
    },
    any: [
      ...inspectionParts.parts.QUALITY_MANAGER.any,
      ...inspectionParts.parts.ABOVE.any.map((way) => ({
        ...way,
        when: { all: [way.when ?? { all: [] }, aboveDecides] },
      })),
    ],
    not: ['submittedBy.id'],
  },
};
