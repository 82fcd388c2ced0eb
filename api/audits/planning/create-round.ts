import { holds, refuseForbidden } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { nextNumber, Unit } from '../../organization/index.js';
import { newId } from '../../platform/ids.js';
import { diffDays, yearOf } from '../../rules/calendar.js';
import { refuse } from '../../rules/refusal.js';
import { requireText } from '../../rules/text.js';
import { ClauseSet } from '../../standards/index.js';
import {
  auditLifecycle,
  defaultRoundRules,
  roundLifecycle,
  roundNumber,
  type RoundRules,
} from '../rules/planning/index.js';
import { modelClauses } from './agenda-model.js';
import { Audit, emptyReport } from './audit.js';
import type { ChangeRoundInput, CreateRoundInput, RoundSettingsInput } from './inputs.js';
import type { RoundKind } from './kinds.js';
import { leadAgencyOf } from './lead-agency.js';
import { lockRound, placeOfRound } from './lock.js';
import { Programme } from './programme.js';
import { Round } from './round.js';

/** Longest window of a round, in days. */
const longestWindow = 366;

/**
 * Makes a round with a planned audit for each chosen auditee.
 * @throws Refusal FORBIDDEN (an auditee outside the viewer's units), INVALID_INPUT
 */
export const createRound = command('round.create', async (tx, input: CreateRoundInput) => {
  const leadAgencyId = leadAgencyOf(tx, input.kind, input.leadAgencyId);
  checkWindow(input, tx.today);
  const year = yearOf(input.from);
  const round = tx.create(Round, {
    id: newId(tx.now),
    kind: input.kind,
    leadAgency: tx.em.getReference(Unit, leadAgencyId),
    programme: input.programmeId
      ? ofYear(ofLeadAgency(await tx.find(Programme, input.programmeId), leadAgencyId, 'programmeId'), year)
      : null,
    previous: input.previousId
      ? ofLeadAgency(await tx.find(Round, input.previousId), leadAgencyId, 'previousId')
      : null,
    number: await numberOf(tx, input.kind, leadAgencyId, year),
    title: requireText('title', input.title, { min: 5, max: 300 }),
    from: input.from,
    to: input.to,
    clauseSet: await clauseSetOf(tx, input.clauseSetCode),
    settings: settingsOf(input.settings, !input.previousId),
    planVersion: 0,
    state: roundLifecycle.initial,
    stateSince: tx.now,
  });
  makeAudits(tx, round, await auditeesOf(tx, input.kind, leadAgencyId, input.unitIds), []);
  tx.record(round, placeOfRound(round));
  return round;
});

/**
 * Changes a round that is being prepared; auditees are added and removed, and the audits are renumbered.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED, INVALID_INPUT
 */
export const changeRound = command('round.change', async (tx, input: ChangeRoundInput) => {
  const { round, actors } = await lockRound(tx, input.id, input.version);
  roundLifecycle.transition(round.state, 'assign');
  if (!actors.includes('LEAD_AGENCY')) refuseForbidden();
  checkWindow(input, tx.today);
  round.title = requireText('title', input.title, { min: 5, max: 300 });
  round.from = input.from;
  round.to = input.to;
  round.settings = settingsOf(input.settings, false);
  tx.touch(round);
  await tx.em.populate(round, ['audits']);
  const kept = round.audits.getItems();
  for (const audit of kept.filter(({ unit }) => !input.unitIds.includes(unit.id))) tx.em.remove(audit);
  makeAudits(tx, round, await auditeesOf(tx, round.kind, round.leadAgency.id, input.unitIds), kept);
  tx.record(round, placeOfRound(round));
  return round;
});

/** @throws Refusal INVALID_INPUT on the field for a programme or round that another authority arranges */
function ofLeadAgency<T extends Programme | Round>(record: T, leadAgencyId: string, field: string): T {
  if (record.leadAgency.id === leadAgencyId) return record;
  return refuse(
    'INVALID_INPUT',
    {
      vi: 'Mục này thuộc cơ quan chủ trì khác. Hãy chọn lại.',
      en: 'Another authority arranges this one. Choose again.',
    },
    { field },
  );
}

/** @throws Refusal INVALID_INPUT for a programme that is closed or of another year */
function ofYear(programme: Programme, year: number): Programme {
  if (programme.state === 'CLOSED') {
    refuse(
      'INVALID_INPUT',
      {
        vi: `Chương trình năm ${programme.year} đã kết thúc. Hãy chọn chương trình đang mở.`,
        en: `The programme of ${programme.year} is closed. Choose one that is open.`,
      },
      { field: 'programmeId' },
    );
  }
  if (programme.year !== year) {
    refuse(
      'INVALID_INPUT',
      {
        vi: `Chương trình này của năm ${programme.year}, còn đợt bắt đầu năm ${year}. Hãy chọn chương trình cùng năm.`,
        en: `This programme is of ${programme.year}, but the round begins in ${year}. Choose the programme of that year.`,
      },
      { field: 'programmeId' },
    );
  }
  return programme;
}

/**
 * Prefix of the numbers of a kind of round, and name of their series, so that INTERNAL rounds never get the
 * number of a CROSS round.
 */
const prefixes: Record<RoundKind, string> = { CROSS: 'DG', INTERNAL: 'DGNB' };

async function numberOf(tx: Tx, kind: RoundKind, leadAgencyId: string, year: number): Promise<string> {
  const prefix = prefixes[kind];
  return roundNumber(year, await nextNumber(tx, leadAgencyId, prefix, year), `${prefix}-{year}-{round:2}`);
}

function makeAudits(tx: Tx, round: Round, auditees: Unit[], kept: Audit[]): void {
  auditees.forEach((unit, index) => {
    const position = index + 1;
    const number = `${round.number}-${String(position).padStart(2, '0')}`;
    const found = kept.find((audit) => audit.unit.id === unit.id);
    if (found) {
      Object.assign(found, { position, number });
      return;
    }
    tx.create(Audit, {
      id: newId(tx.now),
      round,
      number,
      position,
      authority: unit.authority ?? unit,
      unit,
      state: auditLifecycle.initial,
      dates: [],
      length: 'HALF_DAY',
      startTime: '08:00',
      scopeClauses: modelClauses('HALF_DAY'),
      agenda: [],
      report: emptyReport(),
      stateSince: tx.now,
    });
  });
}

/**
 * The auditees in the order of the unit tree. A CROSS round audits authorities, an INTERNAL one the offices of
 * its own authority.
 */
async function auditeesOf(tx: Tx, kind: RoundKind, leadAgencyId: string, unitIds: string[]): Promise<Unit[]> {
  const wanted = new Set(unitIds);
  const units = await tx.em.find(Unit, { id: { $in: [...wanted] } }, { orderBy: { path: 'asc' } });
  const field = { field: 'unitIds' };
  if (units.length !== wanted.size) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Có đơn vị không tồn tại. Hãy tải lại danh sách đơn vị.',
        en: 'One of the units does not exist. Reload the list.',
      },
      field,
    );
  }
  for (const unit of units) {
    if (kind === 'CROSS' && !holds(tx.viewer, ['LEAD_AGENCY'], { unitId: unit.id, authorityId: unit.authority?.id }))
      refuseForbidden();
    const fits =
      kind === 'CROSS'
        ? unit.isAuthority && unit.id !== leadAgencyId
        : unit.authority?.id === leadAgencyId && !unit.isAuthority;
    if (!fits) {
      refuse(
        'INVALID_INPUT',
        kind === 'CROSS'
          ? {
              vi: `${unit.name} không phải cơ quan áp dụng HTQLCL hoặc là đơn vị chủ trì. Hãy bỏ chọn.`,
              en: `${unit.name} runs no quality system of its own, or is the lead agency. Leave it out.`,
            }
          : {
              vi: `${unit.name} không phải phòng, trung tâm của cơ quan. Hãy bỏ chọn.`,
              en: `${unit.name} is no office of this authority. Leave it out.`,
            },
        field,
      );
    }
  }
  return units.sort((a, b) => a.position - b.position);
}

function checkWindow({ from, to }: { from: string; to: string }, today: string): void {
  if (to < from)
    refuse(
      'INVALID_INPUT',
      { vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.', en: 'The last day must not be before the first.' },
      { field: 'to' },
    );
  if (to < today)
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Thời gian của đợt đã qua. Hãy chọn thời gian từ hôm nay trở đi.',
        en: 'The window of the round is over. Choose one that ends today or later.',
      },
      { field: 'to' },
    );
  if (diffDays(from, to) > longestWindow)
    refuse(
      'INVALID_INPUT',
      { vi: 'Một đợt kéo dài nhiều nhất một năm.', en: 'A round lasts a year at most.' },
      { field: 'to' },
    );
}

function settingsOf(input: RoundSettingsInput | null | undefined, isFirst: boolean): RoundRules {
  if (!input) return defaultRoundRules(isFirst);
  if (input.teamSize.max < input.teamSize.min) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Số người tối đa phải từ số tối thiểu trở lên.', en: 'The most must not be fewer than the fewest.' },
      { field: 'settings.teamSize.max' },
    );
  }
  const { monthsAfterLeaving, earlierAuditsOfLead, teamSize, maxLoad, reciprocityReason } = input;
  return {
    monthsAfterLeaving,
    earlierAuditsOfLead,
    teamSize: { min: teamSize.min, max: teamSize.max },
    maxLoad,
    reciprocityReason: reciprocityReason?.trim() || null,
  };
}

async function clauseSetOf(tx: Tx, code: string | null | undefined): Promise<ClauseSet> {
  const found = await tx.em.findOne(ClauseSet, code ? { code } : { isCurrent: true });
  return (
    found ??
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Không có bộ điều khoản này. Hãy chọn trong danh sách.',
        en: 'There is no such clause set. Choose one of the list.',
      },
      { field: 'clauseSetCode' },
    )
  );
}
