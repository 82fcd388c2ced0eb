import { refuseForbidden } from '../../access/index.js';
import type { Tx } from '../../commands/index.js';
import type { RoundKind } from './kinds.js';
import { roundActors } from './policy.js';

/**
 * The authority that will arrange a round: the one named, or the viewer's own.
 * @throws Refusal FORBIDDEN for people who arrange no rounds there
 */
export function leadAgencyOf(
  { viewer, today }: Pick<Tx, 'viewer' | 'today'>,
  kind: RoundKind,
  named: string | null | undefined,
): string {
  const leadAgencyId = named ?? viewer.authorityId;
  if (!leadAgencyId || !roundActors(viewer, { kind, leadAgency: { id: leadAgencyId } }, today).includes('LEAD_AGENCY'))
    refuseForbidden();
  return leadAgencyId;
}
