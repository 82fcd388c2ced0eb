import { describe, expect, test } from 'vitest';
import {
  auditViolations,
  defaultRoundRules,
  personViolations,
  planViolations,
  requireNoViolations,
  teamViolations,
  type AuditeeFacts,
  type PersonFacts,
  type RoundRules,
  type TeamPart,
} from '../../../../api/audits/rules/index.js';
import { refusalOf } from '../../lifecycle-table.js';
import { audit, auditee, auditor, round, team } from './independence-cases.js';

const person = (
  change: Partial<PersonFacts>,
  part: TeamPart = 'AUDITOR',
  of: Partial<AuditeeFacts> = {},
  dates = ['2026-10-14'],
  rules: Partial<RoundRules> = {},
) =>
  personViolations(
    auditor('lan', change),
    part,
    { auditId: 'audit-b', auditee: auditee(of), dates },
    { ...round, rules: { ...round.rules, ...rules } },
  );
const rules = (violations: { rule: string }[]) => violations.map(({ rule }) => rule);
const worksIn = (unitId: string, leftOn: string | null = null) => ({ units: [{ unitId, name: unitId, leftOn }] });

test('a fair team may audit', () => expect(auditViolations(audit(), round)).toEqual([]));

describe('R01, R02: the own unit and the one left', () => {
  test('an auditor of unit B cannot be put on a team that audits B', () => {
    const [violation] = person(worksIn('B'));
    expect(violation).toMatchObject({ rule: 'R01', personId: 'lan', auditId: 'audit-b' });
    expect(violation!.words.vi).toBe(
      'Chuyên gia không đánh giá đơn vị cấp xã mình đang công tác: Ông lan đang công tác tại Phường B.',
    );
  });
  test('whoever left B less than 12 months ago cannot either', () => {
    expect(rules(person(worksIn('B', '2025-10-15')))).toEqual(['R02']);
    expect(rules(person(worksIn('B', '2025-10-14')))).toEqual([]);
  });
  test('the months can be set, up to 24', () => {
    expect(
      rules(person(worksIn('B', '2025-03-01'), 'AUDITOR', {}, ['2026-10-14'], { monthsAfterLeaving: 24 })),
    ).toEqual(['R02']);
  });
  test('whoever leaves only after the audit still works there', () => {
    expect(rules(person(worksIn('B', '2026-12-31')))).toEqual(['R01']);
  });
  test('without dates the first day of the window counts', () => {
    expect(rules(person(worksIn('B', '2025-10-10'), 'AUDITOR', {}, []))).toEqual(['R02']);
    expect(rules(person(worksIn('B', '2025-10-05'), 'AUDITOR', {}, []))).toEqual([]);
  });
});

describe('R03: own procedures', () => {
  test('whoever drafted, reviewed or approved a procedure in scope, or its original, cannot audit it', () => {
    expect(person({ handledProcedures: [{ lineageId: 'birth' }] })[0]!.words.vi).toContain('Đăng ký khai sinh');
    expect(rules(person({ handledProcedures: [{ lineageId: 'birth' }] }))).toEqual(['R03']);
  });
  test('a procedure out of scope does not matter', () => {
    expect(person({ handledProcedures: [{ lineageId: 'death' }] })).toEqual([]);
    expect(person({ handledProcedures: [{ lineageId: 'birth' }] }, 'AUDITOR', { procedures: [] })).toEqual([]);
  });
});

describe('R06: declared conflicts', () => {
  const conflict = (personId: string, isOwn: boolean) => ({ conflicts: [{ personId, isOwn }] });
  test('declared by the auditor', () => {
    expect(rules(person({}, 'AUDITOR', conflict('lan', true)))).toEqual(['R06']);
    expect(person({}, 'AUDITOR', conflict('lan', true))[0]!.words.vi).toMatch(/lan đã khai xung đột với Phường B/);
  });
  test('declared by the auditee counts as well', () => {
    expect(rules(person({}, 'AUDITOR', conflict('lan', false)))).toEqual(['R06']);
    expect(person({}, 'AUDITOR', conflict('lan', false))[0]!.words.vi).toMatch(/Phường B đã khai xung đột với .*lan/);
  });
  test('several of the auditor are reported once', () => {
    const conflicts = [conflict('lan', true), conflict('lan', true)].flatMap((each) => each.conflicts);
    expect(rules(person({}, 'AUDITOR', { conflicts }))).toEqual(['R06']);
  });
  test('of somebody else does not matter', () => expect(person({}, 'AUDITOR', conflict('minh', true))).toEqual([]));
});

describe('R07: who may lead', () => {
  test.each<[string, Partial<PersonFacts>]>([
    ['not lead-qualified', { leadQualified: false }],
    ['without certificate', { certificateValidUntil: null }],
    ['with a certificate that ends the day before', { certificateValidUntil: '2026-10-13' }],
    ['with one earlier audit', { earlierAudits: 1 }],
  ])('%s cannot lead, but can take part', (_, change) => {
    expect(rules(person(change, 'LEAD'))).toEqual(['R07']);
    expect(person(change, 'AUDITOR')).toEqual([]);
  });
  test('a certificate that ends on the day is valid', () =>
    expect(person({ certificateValidUntil: '2026-10-14' }, 'LEAD')).toEqual([]));
  test('it must hold on the last day of two, and to the end of the window without dates', () => {
    expect(rules(person({ certificateValidUntil: '2026-10-14' }, 'LEAD', {}, ['2026-10-14', '2026-10-16']))).toEqual([
      'R07',
    ]);
    expect(rules(person({ certificateValidUntil: '2026-10-29' }, 'LEAD', {}, []))).toEqual(['R07']);
  });
  test('the first round asks for no earlier audits', () => {
    expect(person({ earlierAudits: 0 }, 'LEAD', {}, ['2026-10-14'], defaultRoundRules(true))).toEqual([]);
  });
});

describe('R08: who a team consists of', () => {
  const faults = (...parts: TeamPart[]) =>
    rules(
      teamViolations(
        audit({
          members: team(...parts.map((part, index) => [part, auditor(`p${index}`)] as [TeamPart, PersonFacts])),
        }),
        round,
      ),
    );
  test.each<[string, TeamPart[]]>([
    ['lead, auditor, secretary', ['LEAD', 'AUDITOR', 'SECRETARY']],
    ['lead and auditor, who is secretary too', ['LEAD', 'AUDITOR']],
    ['lead and secretary, who audits too', ['LEAD', 'SECRETARY']],
    ['four with a trainee', ['LEAD', 'AUDITOR', 'SECRETARY', 'TRAINEE']],
    ['four with two auditors', ['LEAD', 'AUDITOR', 'AUDITOR', 'SECRETARY']],
    ['three with a trainee', ['LEAD', 'AUDITOR', 'TRAINEE']],
  ])('%s is a team', (_, parts) => expect(faults(...parts)).toEqual([]));
  test.each<[string, TeamPart[]]>([
    ['nobody', []],
    ['a lead alone', ['LEAD']],
    ['no lead', ['AUDITOR', 'AUDITOR', 'SECRETARY']],
    ['two leads', ['LEAD', 'LEAD', 'SECRETARY']],
    ['two auditors without a secretary', ['LEAD', 'AUDITOR', 'AUDITOR']],
    ['two secretaries', ['LEAD', 'SECRETARY', 'SECRETARY']],
    ['a trainee with the lead only', ['LEAD', 'TRAINEE']],
    ['two trainees', ['LEAD', 'AUDITOR', 'TRAINEE', 'TRAINEE']],
    ['five', ['LEAD', 'AUDITOR', 'AUDITOR', 'AUDITOR', 'SECRETARY']],
  ])('%s is none', (_, parts) => expect(new Set(faults(...parts))).toEqual(new Set(['R08'])));
  test('nobody is on it twice', () => {
    expect(
      rules(teamViolations(audit({ members: team(['LEAD', auditor('lan')], ['AUDITOR', auditor('lan')]) }), round)),
    ).toEqual(['R08']);
  });
});

describe('R08: only auditors are put on a team', () => {
  test.each<[string, Partial<PersonFacts>]>([
    ['an officer who is not in the register', { isRegistered: false }],
    ['an auditor who is no longer active', { isActive: false }],
    ['an auditor from beyond the reach of the round', { isWithinReach: false }],
  ])('anybody can be put on a team: not %s, in whatever part', (_, change) => {
    for (const part of ['LEAD', 'AUDITOR', 'SECRETARY', 'TRAINEE'] as const)
      expect(rules(person(change, part))).toEqual(['R08']);
  });
});

describe('R10: load', () => {
  const busy = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ auditId: `x${index}`, auditeeName: 'Phường C', dates: [] }));
  test('a third audit in a round is too many', () => {
    expect(person({ otherAudits: busy(1) })).toEqual([]);
    expect(rules(person({ otherAudits: busy(2) }))).toEqual(['R10']);
  });
  test('the own limit in the register counts where it is lower', () => {
    expect(rules(person({ otherAudits: busy(1), maxLoad: 1 }))).toEqual(['R10']);
    expect(rules(person({ otherAudits: busy(2), maxLoad: 5 }))).toEqual(['R10']);
  });
});

describe('R15: line of command', () => {
  const position = (unitId: string, ...path: string[]) => ({ positions: [{ unitId, name: unitId, path }] });
  test('nobody from above the auditee', () => expect(rules(person(position('PROVINCE', 'PROVINCE')))).toEqual(['R15']));
  test('nobody from below it', () =>
    expect(rules(person(position('B-OFFICE', 'PROVINCE', 'B', 'B-OFFICE')))).toEqual(['R15']));
  test('a sister unit is neither', () => expect(person(position('DEPARTMENT', 'PROVINCE', 'DEPARTMENT'))).toEqual([]));
  test('not its leader', () => {
    expect(rules(personViolations(auditor('chair-b'), 'AUDITOR', audit(), round))).toEqual(['R15']);
  });
  test('who heads the auditee does not put together the team for it; the teams of others he may', () => {
    expect(rules(teamViolations(audit({ appointedById: 'chair-b' }), round))).toEqual(['R15']);
    expect(teamViolations(audit({ appointedById: 'chair-c' }), round)).toEqual([]);
    expect(teamViolations(audit({ appointedById: 'chair-b', members: [] }), round, { isBeingMade: true })).toEqual([]);
  });
  test("the auditee's leader does not decide about the auditors", () => {
    expect(rules(teamViolations(audit(), { ...round, decidedByIds: ['chair-b'] }))).toEqual(['R15']);
  });
});

describe('R17: days', () => {
  test('not on a day that a member is not available', () =>
    expect(rules(person({ unavailable: ['2026-10-14'] }))).toEqual(['R17']));
  test('nobody is in two places on one day', () => {
    const elsewhere = (date: string) => ({
      otherAudits: [{ auditId: 'audit-c', auditeeName: 'Phường C', dates: [date] }],
    });
    expect(person(elsewhere('2026-10-14'))[0]!.words.vi).toContain('Phường C');
    expect(person(elsewhere('2026-10-15'))).toEqual([]);
  });
  test('R17 is enforced across rounds, and counts no load there', () => {
    const elsewhere = {
      elsewhere: ['2026-10-14', '2026-10-15', '2026-10-16'].map((date) => ({
        auditId: `x-${date}`,
        auditeeName: 'Phường D',
        dates: [date],
      })),
    };
    expect(rules(person(elsewhere))).toEqual(['R17']);
    expect(
      rules(
        planViolations(
          [audit({ members: team(['LEAD', auditor('lan', elsewhere)], ['AUDITOR', auditor('minh')]) })],
          round,
        ),
      ),
    ).toEqual(['R17']);
    expect(person(elsewhere, 'AUDITOR', {}, ['2026-10-13'])).toEqual([]);
  });
  test('who joins when the fieldwork is done keeps no day there', () => {
    const elsewhere = { elsewhere: [{ auditId: 'x', auditeeName: 'Phường D', dates: ['2026-10-14'] }] };
    expect(
      auditViolations(
        audit({
          isFieldworkDone: true,
          members: team(['LEAD', auditor('lan', elsewhere)], ['AUDITOR', auditor('minh')]),
        }),
        round,
      ),
    ).toEqual([]);
  });
  test('not on the day on which the unit receives citizens, nor on a day off', () => {
    const on = (date: string) => rules(teamViolations(audit({ dates: [date] }), round));
    expect([on('2026-10-15'), on('2026-10-17'), on('2026-09-02'), on('2026-10-16')]).toEqual([
      ['R17'],
      ['R17'],
      ['R17'],
      [],
    ]);
  });
  test('waits while the days are not set', () =>
    expect(person({ unavailable: ['2026-10-14'] }, 'AUDITOR', {}, [])).toEqual([]));
});

describe('a whole plan', () => {
  const ofB = (personId: string) => auditor(personId, { ...worksIn('B'), positions: [] });
  const auditA = (members = team(['LEAD', ofB('b1')], ['AUDITOR', ofB('b2')], ['SECRETARY', ofB('b3')])) =>
    audit({
      auditId: 'audit-a',
      auditee: auditee({
        unitId: 'A',
        name: 'Phường A',
        path: ['PROVINCE', 'A'],
        leaderIds: [],
        receptionWeekday: null,
      }),
      members,
    });

  test('R04: A and B do not audit each other', () => {
    const violations = planViolations([audit(), auditA()], round);
    expect(rules(violations)).toEqual(['R04']);
    expect(violations[0]!.words.vi).toContain('Phường B và Phường A đánh giá lẫn nhau');
  });
  test('R04 may be relaxed with a written reason', () => {
    expect(
      planViolations([audit(), auditA()], {
        ...round,
        rules: { ...round.rules, reciprocityReason: 'Cụm chỉ có hai đơn vị' },
      }),
    ).toEqual([]);
  });
  test('a ring of three is no reciprocal pair', () => {
    const ofC = (id: string) => auditor(id, { ...worksIn('C'), positions: [] });
    const auditC = audit({
      auditId: 'audit-c',
      auditee: auditee({ unitId: 'C', name: 'Phường C', path: ['PROVINCE', 'C'] }),
      members: team(['LEAD', ofB('b1')], ['AUDITOR', ofB('b2')]),
    });
    expect(planViolations([audit(), auditC, auditA(team(['LEAD', ofC('c1')], ['AUDITOR', ofC('c2')]))], round)).toEqual(
      [],
    );
  });
  test('counts load and days over the plan itself', () => {
    const again = (auditId: string, date: string) =>
      audit({
        auditId,
        dates: [date],
        auditee: auditee({ unitId: auditId, name: auditId, path: ['PROVINCE', auditId], receptionWeekday: null }),
      });
    expect(rules(planViolations([again('X', '2026-10-13'), again('Y', '2026-10-14')], round))).toEqual([]);
    expect(
      rules(planViolations([again('X', '2026-10-13'), again('Y', '2026-10-14'), again('Z', '2026-10-16')], round)),
    ).toEqual(['R10', 'R10', 'R10']);
    expect(new Set(rules(planViolations([again('X', '2026-10-13'), again('Y', '2026-10-13')], round)))).toEqual(
      new Set(['R17']),
    );
  });
  test('is refused with the code of the rule and every reason', () => {
    const refusal = refusalOf(() => requireNoViolations(planViolations([audit(), auditA()], round)));
    expect(refusal.code).toBe('RULE_VIOLATED');
    expect(refusal.detail.rule).toBe('R04');
    expect(() => requireNoViolations([])).not.toThrow();
  });
});
