import { describe, expect, test } from 'vitest';
import {
  actionsSettled,
  requireActionsSettled,
  requireEffectivenessDue,
  requireExtensionAhead,
  requireExtensionDay,
  requireOtherCorrectiveAction,
  requirePendingExtension,
  requireVerifiable,
  type ActionFacts,
} from '../../../api/nonconformities/rules/index.js';
import { refusalOf } from '../lifecycle-table.js';

const action = (id: string, state: ActionFacts['state'], kind: ActionFacts['kind'] = 'CORRECTIVE'): ActionFacts => ({
  id,
  state,
  kind,
});
const verification = {
  severity: 'MINOR',
  verifierId: 'lan',
  actionOwnerIds: ['minh'],
  evidenceSeen: true,
  onSite: false,
} as const;

describe('before the actions count as done', () => {
  test('every one is done, accepted or dropped', () => {
    expect(actionsSettled([action('a', 'DONE'), action('b', 'ACCEPTED'), action('c', 'DROPPED')])).toBe(true);
    expect(actionsSettled([action('a', 'DONE'), action('b', 'OPEN')])).toBe(false);
    expect(refusalOf(() => requireActionsSettled([action('a', 'OPEN'), action('b', 'OPEN')])).words.vi).toContain(
      'Còn 2 hành động',
    );
  });
  test('at least one was really done', () => {
    expect(actionsSettled([action('a', 'DROPPED')])).toBe(false);
    expect(actionsSettled([])).toBe(false);
  });
});

describe('verification', () => {
  test('of a minor one needs the evidence seen', () => {
    expect(() => requireVerifiable(verification)).not.toThrow();
    expect(refusalOf(() => requireVerifiable({ ...verification, evidenceSeen: false })).detail.field).toBe(
      'evidenceSeen',
    );
  });
  test('of a major one happens on site', () => {
    expect(refusalOf(() => requireVerifiable({ ...verification, severity: 'MAJOR' })).detail.rule).toBe('ON_SITE');
    expect(() => requireVerifiable({ ...verification, severity: 'MAJOR', onSite: true })).not.toThrow();
  });
  test('is never done by an owner of one of its actions', () => {
    const refusal = refusalOf(() => requireVerifiable({ ...verification, actionOwnerIds: ['minh', 'lan'] }));
    expect(refusal.code).toBe('RULE_VIOLATED');
    expect(refusal.detail.rule).toBe('OWN_WORK');
  });
  test('effectiveness is judged from the set day on', () => {
    expect(refusalOf(() => requireEffectivenessDue('2027-02-22', '2027-02-23')).words.vi).toContain('23/02/2027');
    expect(() => requireEffectivenessDue('2027-02-23', '2027-02-23')).not.toThrow();
  });
});

describe('an action', () => {
  test('may be dropped while another corrective action remains', () => {
    expect(() => requireOtherCorrectiveAction('a', [action('a', 'OPEN'), action('b', 'DONE')])).not.toThrow();
    expect(
      refusalOf(() => requireOtherCorrectiveAction('a', [action('a', 'OPEN'), action('b', 'DROPPED')])).detail.rule,
    ).toBe('LAST_CORRECTIVE_ACTION');
    expect(
      refusalOf(() => requireOtherCorrectiveAction('a', [action('a', 'OPEN'), action('b', 'OPEN', 'CORRECTION')])).code,
    ).toBe('RULE_VIOLATED');
  });
  test('is extended to a later day that is not past and not after the last one allowed', () => {
    const extend =
      (day: string, dueOn = '2026-12-15', latest = '2027-05-24') =>
      () =>
        requireExtensionDay(day, { today: '2026-11-23', dueOn, latest });
    expect(extend('2026-12-20')).not.toThrow();
    expect(extend('2026-11-23', '2026-11-20')).not.toThrow();
    expect(extend('2027-05-24')).not.toThrow();
    for (const day of ['2026-12-15', '2026-12-01', 'soon'])
      expect(refusalOf(extend(day))).toMatchObject({ code: 'INVALID_INPUT', detail: { field: 'dueOn' } });
    expect(refusalOf(extend('2026-11-22', '2026-11-20')).code).toBe('INVALID_INPUT');
    expect(refusalOf(extend('2027-05-25'))).toMatchObject({
      code: 'RULE_VIOLATED',
      detail: { field: 'dueOn', rule: 'EXTENSION_TOO_LONG' },
    });
    expect(refusalOf(extend('2027-06-01', '2027-05-24'))).toMatchObject({
      code: 'RULE_VIOLATED',
      detail: { rule: 'EXTENSION_TOO_LONG' },
    });
  });
  test('is not extended to a day that has passed while the request waited', () => {
    expect(() => requireExtensionAhead('2026-11-23', '2026-11-23')).not.toThrow();
    expect(refusalOf(() => requireExtensionAhead('2026-11-22', '2026-11-23')).detail.rule).toBe('EXTENSION_PAST');
  });
  test('an extension is answered only if it was asked for', () => {
    expect(() => requirePendingExtension(true)).not.toThrow();
    expect(refusalOf(() => requirePendingExtension(false)).detail.rule).toBe('NO_EXTENSION_ASKED');
  });
});
