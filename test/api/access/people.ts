/** One person of each role at Bạch Trúc or above it, who never holds any role on Cồn Nguyệt. */
export const people = {
  ADMINISTRATOR: 'P006',
  LEAD_AGENCY: 'P004',
  OBSERVER: 'P009',
  ISO_HEAD: 'P010',
  QUALITY_MANAGER: 'P011',
  ISO_SECRETARY: 'P016',
  UNIT_HEAD: 'P014',
  OFFICER: 'P021',
} as const;

/** A role that one of these people holds. */
export type TestedRole = keyof typeof people;
