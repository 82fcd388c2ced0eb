/** The limits of the hard rules in one round; every limit can be set for each round. */
export interface RoundRules {
  /** R02: months after leaving a unit, 12 up to 24. */
  monthsAfterLeaving: number;
  /** R07: audits that a lead must have taken part in before. */
  earlierAuditsOfLead: number;
  /** R08: members of a team, trainees included. */
  teamSize: { min: number; max: number };
  /** R10: audits per auditor in the round. */
  maxLoad: number;
  /** R04: the written reason for which reciprocal pairs are allowed, kept in the report; null = not allowed. */
  reciprocityReason: string | null;
}

/** The limits of the table; in the first round a lead needs no earlier audits. */
export function defaultRoundRules(firstRound = false): RoundRules {
  return {
    monthsAfterLeaving: 12,
    earlierAuditsOfLead: firstRound ? 0 : 2,
    teamSize: { min: 2, max: 4 },
    maxLoad: 2,
    reciprocityReason: null,
  };
}
