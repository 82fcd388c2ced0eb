import { workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { localDate, type LocalDate } from '../rules/calendar.js';
import {
  actionsDueOn,
  effectivenessDueOn,
  nextDueOn,
  planDueOn,
  type ActionEvent,
  type ActionKind,
  type ActionState,
  type CauseCategory,
  type NonconformityEvent,
  type NonconformitySource,
  type NonconformityState,
  type Severity,
} from '../nonconformities/rules/index.js';
import type { SampleFiles } from './files.js';
import type { PastEvent, SampleRow } from './insert.js';
import type {
  ActionExtension,
  ActionProgress,
  CorrectiveAction,
  ExtensionDecision,
  Nonconformity,
  Verification,
} from '../nonconformities/index.js';
import type { SamplePerson, SampleUnit } from './sample-types.js';

/** A nonconformity of the sample as it was issued. */
export interface SampleIssue {
  authority: SampleUnit;
  unit: SampleUnit;
  /** The authority that issued it; the own one for own sources. */
  issuer: SampleUnit;
  source: NonconformitySource;
  sourceId?: string | null;
  sourceRecordId?: string | null;
  sourceReference?: string | null;
  severity: Severity;
  requirement: string;
  evidence: string;
  gap: string;
  clauseId?: string | null;
  procedure?: { documentId: string; revisionId: string } | null;
  detectedBy: SamplePerson;
  issuedAt: Date;
  followUpOf?: SampleNonconformity | null;
}

/** An action as the sample's unit plans it. */
export interface SampleAction {
  kind: ActionKind;
  title: string;
  owner: SamplePerson;
  dueOn: LocalDate;
  /** What shows that it was done, in `api/demo/files`. */
  file?: string | undefined;
}

/** What the sample's unit answers. */
export interface SampleAnswer {
  correction: string;
  cause: CauseCategory;
  whys: string[];
  actions: SampleAction[];
}

/** The rows of a nonconformity, table by table. */
interface StoryRows {
  nonconformity: SampleRow<Nonconformity>;
  actions: SampleRow<CorrectiveAction>[];
  extensions: SampleRow<ActionExtension>[];
  progress: SampleRow<ActionProgress>[];
  verifications: SampleRow<Verification>[];
  events: PastEvent[];
}

interface ActionRow {
  id: string;
  plan: SampleAction;
  state: ActionState;
  stateSince: Date;
  columns: SampleRow<CorrectiveAction>;
  extensions: SampleRow<ActionExtension>[];
  progress: SampleRow<ActionProgress>[];
}

/** The past of one nonconformity of the sample, recorded event by event in the order of time. */
export class SampleNonconformity {
  readonly id: string;
  number = '';
  #state: NonconformityState = 'ISSUED';
  #since: Date;
  #columns: SampleRow<Nonconformity> = {};
  #actions: ActionRow[] = [];
  readonly #verifications: SampleRow<Verification>[] = [];
  readonly #events: PastEvent[] = [];

  constructor(readonly issue: SampleIssue) {
    this.id = newId(issue.issuedAt);
    this.#since = issue.issuedAt;
    this.#record('nonconformity.issue', issue.issuedAt, issue.detectedBy);
  }

  respond(at: Date, by: SamplePerson, answer: SampleAnswer): this {
    this.#actions = answer.actions.map((plan) => ({
      id: newId(at),
      plan,
      state: 'OPEN',
      stateSince: at,
      columns: {},
      extensions: [],
      progress: [],
    }));
    Object.assign(this.#columns, {
      correction: answer.correction,
      corrected_by_id: (answer.actions[0]?.owner ?? by).id,
      corrected_on: localDate(at),
      cause_category: answer.cause,
      whys: answer.whys,
      responder_id: by.id,
      responded_at: at,
      reason: null,
    });
    return this.#move('respond', 'RESPONDED', at, by);
  }

  dispute = (at: Date, by: SamplePerson, reason: string) => this.#move('dispute', 'DISPUTED', at, by, reason);
  uphold = (at: Date, by: SamplePerson, reason: string) => this.#move('uphold', 'ISSUED', at, by, reason);
  withdraw = (at: Date, by: SamplePerson, reason: string) => this.#close('withdraw', 'WITHDRAWN', at, by, reason);
  returnPlan = (at: Date, by: SamplePerson, reason: string) => this.#move('returnPlan', 'ISSUED', at, by, reason);
  revisePlan = (at: Date, by: SamplePerson, reason: string) => this.#move('revisePlan', 'ISSUED', at, by, reason);

  returnResult(at: Date, by: SamplePerson, reason: string): this {
    this.#verify(at, by, { passed: false, on_site: null, note: reason });
    return this.#move('returnResult', 'PLAN_APPROVED', at, by, reason);
  }

  approve(at: Date, by: SamplePerson): this {
    Object.assign(this.#columns, { plan_approver_id: by.id, plan_approved_at: at, reason: null });
    return this.#move('approvePlan', 'PLAN_APPROVED', at, by);
  }

  /** The owner of the action at this place has done it; with the last one the nonconformity moves on. */
  done(index: number, at: Date, result: string, evidence: string): this {
    const action = this.#actions[index]!;
    Object.assign(action.columns, { result, evidence, done_at: at, reason: null });
    this.#settle(action, 'LAPSED', at, null);
    this.#act(action, 'reportDone', 'DONE', at, action.plan.owner);
    if (this.#actions.every(({ state }) => state !== 'OPEN')) this.#move('reportDone', 'ACTIONS_DONE', at, null);
    return this;
  }

  askExtension(index: number, at: Date, to: LocalDate, reason: string): this {
    const action = this.#actions[index]!;
    const from_day = action.columns['due_on'] ?? action.plan.dueOn;
    action.columns['extension_to'] = to;
    action.extensions.push({
      id: newId(at),
      action_id: action.id,
      asked_by_id: action.plan.owner.id,
      asked_at: at,
      from_day,
      to_day: to,
      reason,
    });
    return this.#act(action, 'askExtension', 'OPEN', at, action.plan.owner, reason);
  }

  grantExtension(index: number, at: Date, by: SamplePerson): this {
    const action = this.#actions[index]!;
    action.columns['due_on'] = action.columns['extension_to']!;
    this.#settle(action, 'GRANTED', at, by);
    return this.#act(action, 'grantExtension', 'OPEN', at, by);
  }

  refuseExtension(index: number, at: Date, by: SamplePerson, reason: string): this {
    const action = this.#actions[index]!;
    action.columns['reason'] = reason;
    this.#settle(action, 'REFUSED', at, by, reason);
    return this.#act(action, 'refuseExtension', 'OPEN', at, by, reason);
  }

  /** The owner says how far the action at this place has come. */
  progress(index: number, at: Date, note: string, percent: number | null): this {
    const action = this.#actions[index]!;
    action.progress.push({ id: newId(at), action_id: action.id, by_id: action.plan.owner.id, at, note, percent });
    return this.#act(action, 'noteProgress', 'OPEN', at, action.plan.owner);
  }

  drop(index: number, at: Date, by: SamplePerson, reason: string): this {
    this.#actions[index]!.columns['reason'] = reason;
    return this.#act(this.#actions[index]!, 'drop', 'DROPPED', at, by, reason);
  }

  accept = (index: number, at: Date, by: SamplePerson) =>
    this.#act(this.#actions[index]!, 'accept', 'ACCEPTED', at, by);

  /** The verifier gives one action back, and the nonconformity with it. */
  returnAction(index: number, at: Date, by: SamplePerson, reason: string): this {
    Object.assign(this.#actions[index]!.columns, { reason, done_at: null });
    return this.#act(this.#actions[index]!, 'return', 'OPEN', at, by, reason).returnResult(at, by, reason);
  }

  verify(at: Date, by: SamplePerson, note: string): this {
    const onSite = this.issue.severity === 'MAJOR';
    for (const action of this.#actions)
      if (action.state === 'DONE') Object.assign(action, { state: 'ACCEPTED', stateSince: at });
    Object.assign(this.#columns, {
      verifier_id: by.id,
      verified_at: at,
      verified_on_site: onSite,
      verification_note: note,
      reason: null,
      effectiveness_due_on: effectivenessDueOn(localDate(at), workingCalendar),
    });
    this.#verify(at, by, { passed: true, on_site: onSite, note });
    return this.#move('verify', 'VERIFIED', at, by);
  }

  confirmEffective(at: Date, by: SamplePerson, observed: string): this {
    this.#conclude(at, by, observed);
    return this.#close('confirmEffective', 'CLOSED', at, by);
  }

  /** Closed as ineffective; open the one that follows with `followUpOf`. */
  findIneffective(at: Date, by: SamplePerson, observed: string): this {
    this.#conclude(at, by, observed);
    return this.#close('findIneffective', 'CLOSED_INEFFECTIVE', at, by);
  }

  /** The rows of the tables, once it has a number. */
  rows(files: SampleFiles): StoryRows {
    const { authority, unit, issuer, detectedBy, issuedAt, clauseId, procedure, followUpOf, severity } = this.issue;
    const issuedOn = localDate(issuedAt);
    const due = {
      planDueOn: planDueOn(issuedOn, severity, workingCalendar),
      actionsDueOn: actionsDueOn(issuedOn, workingCalendar),
    };
    const actions = this.#actions.map((action, position) => this.#rowOf(action, position, files));
    const open = actions.filter(({ state }) => state === 'OPEN').map((row) => row['due_on'] as LocalDate);
    const effectiveness = (this.#columns['effectiveness_due_on'] as LocalDate | undefined) ?? null;
    const { requirement, evidence, gap, source } = this.issue;
    return {
      nonconformity: {
        id: this.id,
        number: this.number,
        authority_id: authority.id,
        unit_id: unit.id,
        issuer_id: issuer.id,
        source,
        severity,
        requirement,
        evidence,
        gap,
        source_id: this.issue.sourceId ?? null,
        source_record_id: this.issue.sourceRecordId ?? null,
        source_reference: this.issue.sourceReference ?? null,
        clause_id: clauseId ?? null,
        procedure_id: procedure?.documentId ?? null,
        procedure_revision_id: procedure?.revisionId ?? null,
        detected_on: issuedOn,
        detected_by_id: detectedBy.id,
        issued_at: issuedAt,
        follow_up_of_id: followUpOf?.id ?? null,
        plan_due_on: due.planDueOn,
        actions_due_on: due.actionsDueOn,
        whys: [],
        version: this.#events.length,
        ...this.#columns,
        state: this.#state,
        state_since: this.#since,
        due_on: nextDueOn(
          {
            state: this.#state,
            since: localDate(this.#since),
            ...due,
            effectivenessDueOn: effectiveness,
            openActionsDueOn: open,
          },
          workingCalendar,
        ),
      },
      actions,
      extensions: this.#actions.flatMap(({ extensions }) => extensions),
      progress: this.#actions.flatMap(({ progress }) => progress),
      verifications: this.#verifications,
      events: this.#events,
    };
  }

  #rowOf(
    { id, plan, state, stateSince, columns }: ActionRow,
    position: number,
    files: SampleFiles,
  ): SampleRow<CorrectiveAction> {
    const doneAt = columns['done_at'] as Date | null | undefined;
    if (plan.file && doneAt) {
      const shown = files.attach(plan.file, plan.owner, doneAt, localDate(doneAt));
      files.carry('CorrectiveAction', id, [shown], doneAt);
    }
    return {
      id,
      nonconformity_id: this.id,
      position,
      kind: plan.kind,
      title: plan.title,
      owner_id: plan.owner.id,
      due_on: plan.dueOn,
      version: 1,
      ...columns,
      state,
      state_since: stateSince,
    };
  }

  #settle(
    action: ActionRow,
    decision: ExtensionDecision,
    at: Date,
    by: SamplePerson | null,
    decision_reason: string | null = null,
  ): void {
    action.columns['extension_to'] = null;
    const pending = action.extensions.find((extension) => extension['decision'] === undefined);
    if (pending) Object.assign(pending, { decision, decided_by_id: by?.id ?? null, decided_at: at, decision_reason });
  }

  #verify(at: Date, by: SamplePerson, outcome: { passed: boolean; on_site: boolean | null; note: string }): void {
    this.#verifications.push({ id: newId(at), nonconformity_id: this.id, by_id: by.id, at, ...outcome });
  }

  #conclude(at: Date, by: SamplePerson, observed: string): void {
    Object.assign(this.#columns, { effectiveness_note: observed, effect_judge_id: by.id, effect_judged_at: at });
  }

  #move(event: NonconformityEvent, to: NonconformityState, at: Date, by: SamplePerson | null, reason?: string): this {
    this.#state = to;
    this.#since = at;
    if (reason) this.#columns['reason'] = reason;
    return this.#record(`nonconformity.${event}`, at, by, reason);
  }

  #close(event: NonconformityEvent, to: NonconformityState, at: Date, by: SamplePerson, reason?: string): this {
    this.#columns['closed_at'] = at;
    return this.#move(event, to, at, by, reason);
  }

  #act(action: ActionRow, event: ActionEvent, to: ActionState, at: Date, by: SamplePerson, reason?: string): this {
    if (action.state !== to) Object.assign(action, { state: to, stateSince: at });
    return this.#record(`correctiveAction.${event}`, at, by, reason, [
      { type: 'CorrectiveAction', id: action.id, kind: 'update', set: { state: to } },
    ]);
  }

  #record(
    verb: PastEvent['verb'],
    at: Date,
    by: SamplePerson | null,
    reason?: string,
    changes?: PastEvent['changes'],
  ): this {
    const { unit, authority } = this.issue;
    this.#events.push({
      at,
      actor: by,
      verb,
      subjectType: 'Nonconformity',
      subjectId: this.id,
      unitId: unit.id,
      authorityId: authority.id,
      reason: reason ?? null,
      ...(changes && { changes }),
    });
    return this;
  }
}
