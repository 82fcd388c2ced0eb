import { fire, refuseForbidden } from '../access/index.js';
import { Unit } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { requireReason, requireText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { sign } from '../trail/index.js';
import { leadAgencyOf } from './lead-agency.js';
import { roundActors } from './policy.js';
import { Programme } from './programme.js';
import type {
  BareRecordInput,
  ChangeProgrammeInput,
  CreateProgrammeInput,
  ReasonOfRecordInput,
  SignInputOfRecord,
} from './round-inputs.js';
import { programmeLifecycle, requireRoundsOver, type ProgrammeEvent } from './rules/index.js';
import { signedProgramme } from './signed-contents.js';

const actorsOf = (tx: Tx, programme: Programme) =>
  roundActors(tx.viewer, { kind: 'CROSS', leadAgencyId: programme.leadAgency.id });
const placeOf = (programme: Programme) => ({ unitId: programme.leadAgency.id, authorityId: programme.leadAgency.id });

function move(tx: Tx, programme: Programme, event: ProgrammeEvent, reason?: string): void {
  programme.state = fire(programmeLifecycle, programme.state, event, actorsOf(tx, programme));
  programme.stateSince = tx.now;
  tx.record(programme, { ...placeOf(programme), reason: reason ?? null });
}

function write(
  programme: Pick<Programme, 'title' | 'purpose' | 'scope'>,
  input: Pick<CreateProgrammeInput, 'title' | 'purpose' | 'scope'>,
): void {
  programme.title = requireText('title', input.title, { min: 5, max: 300 });
  programme.purpose = requireText('purpose', input.purpose, { min: 10, max: 5000 });
  programme.scope = requireText('scope', input.scope, { min: 10, max: 5000 });
}

/** Begins the programme of a year; one a lead agency and year. @throws Refusal FORBIDDEN, DUPLICATE, INVALID_INPUT */
export const createProgramme = command('programme.create', async (tx, input: CreateProgrammeInput) => {
  const leadAgencyId = leadAgencyOf(tx.viewer, 'CROSS', input.leadAgencyId);
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
  tx.record(programme, placeOf(programme));
  return programme;
});

/** Changes the text of a draft. @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED once it is approved */
export const changeProgramme = command('programme.change', async (tx, input: ChangeProgrammeInput) => {
  const programme = await tx.lock(Programme, input.id, input.version);
  programmeLifecycle.transition(programme.state, 'approve');
  if (!actorsOf(tx, programme).includes('LEAD_AGENCY')) refuseForbidden();
  write(programme, input);
  tx.record(programme, placeOf(programme));
  return programme;
});

/** The lead agency's ISO head signs the programme. */
export const approveProgramme = command('programme.approve', async (tx, input: SignInputOfRecord) => {
  const programme = await tx.lock(Programme, input.id, input.version);
  move(tx, programme, 'approve');
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
export const reviseProgramme = command('programme.revise', async (tx, input: ReasonOfRecordInput) => {
  const programme = await tx.lock(Programme, input.id, input.version);
  const reason = requireReason(input.reason);
  move(tx, programme, 'revise', reason);
  programme.edition += 1;
  programme.reason = reason;
  return programme;
});

/** Ends the year's programme. @throws Refusal RULE_VIOLATED (ROUNDS_OPEN) */
export const closeProgramme = command('programme.close', async (tx, input: BareRecordInput) => {
  const programme = await tx.lock(Programme, input.id, input.version);
  await tx.em.populate(programme, ['rounds']);
  move(tx, programme, 'close');
  requireRoundsOver(programme.rounds.getItems().map(({ state }) => state));
  return programme;
});
