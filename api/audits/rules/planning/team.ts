/** What a person is in a team. In a team of two, the second one is auditor and secretary at once. */
export type TeamPart = 'LEAD' | 'AUDITOR' | 'SECRETARY' | 'TRAINEE';

/** The assignment of a person to a team: the person's id and the part. */
export interface TeamAssignment {
  personId: string;
  part: TeamPart;
}
