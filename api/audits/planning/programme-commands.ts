import { refuseForbidden } from '../../access/index.js';
import { command } from '../../commands/index.js';
import { Unit } from '../../organization/index.js';
import type { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { newId } from '../../platform/ids.js';
import { requireReason, requireText } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import { programmeLifecycle, requireRoundsOver } from '../rules/planning/index.js';
import type { ChangeProgrammeInput, CreateProgrammeInput, SignInputOfRecord } from './inputs.js';
import { leadAgencyOf } from './lead-agency.js';
import { fireProgramme, lockProgramme, placeOfProgramme } from './lock.js';
import { Programme } from './programme.js';
import { signedProgramme } from './signed-contents.js';

function write(
  programme: Pick<Programme, 'title' | 'purpose' | 'scope'>,
  input: Pick<CreateProgrammeInput, 'title' | 'purpose' | 'scope'>,
): void {
  programme.title = requireText('title', input.title, { min: 5, max: 300 });
  programme.purpose = requireText('purpose', input.purpose, { min: 10, max: 5000 });
  programme.scope = requireText('scope', input.scope, { min: 10, max: 5000 });
}

/**
 * Makes the programme of a year; a lead agency has one for each year. @throws Refusal FORBIDDEN, DUPLICATE,
 * INVALID_INPUT
 */
export const createProgramme = command('programme.create', async (tx, input: CreateProgrammeInput) => {
  const leadAgencyId = leadAgencyOf(tx, 'CROSS', input.leadAgencyId);
  const programme = tx.create(Programme, {
    id: newId(tx.now),
    year: input.year,
    leadAgency: tx.em.getReference(Unit, leadAgencyId),
    title: '',
    purpose: '',
    scope: '',
    state: programmeLifecycle.initial,
    edition: 1,
    stateSince: tx.now,
  });
  write(programme, input);
  tx.record(programme, placeOfProgramme(programme));
  return programme;
});

/** Changes the text of a draft. @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED once it is approved */
export const changeProgramme = command('programme.change', async (tx, input: ChangeProgrammeInput) => {
  const { programme, actors } = await lockProgramme(tx, input.id, input.version);
  programmeLifecycle.transition(programme.state, 'approve');
  if (!actors.includes('LEAD_AGENCY')) refuseForbidden();
  write(programme, input);
  tx.record(programme, placeOfProgramme(programme));
  return programme;
});

/** The lead agency's ISO head signs the programme. */
export const approveProgramme = command('programme.approve', async (tx, input: SignInputOfRecord) => {
  const locked = await lockProgramme(tx, input.id, input.version);
  const { programme } = locked;
  fireProgramme(tx, locked, 'approve');
  programme.approvedAt = tx.now;
  await sign(tx, {
    password: input.password,
    part: 'approved',
    subject: { type: 'Programme', id: programme.id },
    content: signedProgramme(programme),
  });
  return programme;
});

/** Opens an approved programme for its next edition. */
export const reviseProgramme = command('programme.revise', async (tx, input: ReasonInput) => {
  const locked = await lockProgramme(tx, input.id, input.version);
  const { programme } = locked;
  const reason = requireReason(input.reason);
  fireProgramme(tx, locked, 'revise', reason);
  programme.edition += 1;
  programme.reason = reason;
  return programme;
});

/** Closes the year's programme. @throws Refusal RULE_VIOLATED (ROUNDS_OPEN) */
export const closeProgramme = command('programme.close', async (tx, input: RecordInput) => {
  const locked = await lockProgramme(tx, input.id, input.version);
  const { programme } = locked;
  await tx.em.populate(programme, ['rounds']);
  fireProgramme(tx, locked, 'close');
  requireRoundsOver(programme.rounds.getItems().map(({ state }) => state));
  return programme;
});
