/** What a person is in a team. In a team of two, the second one is auditor and secretary at once. */
export type TeamPart = 'LEAD' | 'AUDITOR' | 'SECRETARY' | 'TRAINEE';

/** A place in a team: a person by id, and the part. */
export interface TeamAssignment {
  personId: string;
  part: TeamPart;
}
