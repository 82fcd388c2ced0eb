import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  assignmentRules,
  planViolations,
  rulesNotChecked,
  type AssignmentRule,
  type AuditFacts,
  type PersonFacts,
  type RuleCode,
} from '../../../../api/audits/rules/index.js';
import { languageCodes } from '../../../../api/rules/languages.js';
import { table } from '../../tables.js';
import { audit, auditee, auditor, round, team } from './independence-cases.js';

const rows = table('audits/data/assignment-rules.tsv');
const registry: readonly AssignmentRule[] = assignmentRules;

const led = (change: Partial<PersonFacts>) =>
  audit({ members: team(['LEAD', auditor('lan', change)], ['AUDITOR', auditor('minh')]) });
const ofB = (id: string) => auditor(id, { units: [{ unitId: 'B', name: 'Phường B', leftOn: null }], positions: [] });
const unitOn = (unitId: string, date: string) =>
  audit({ auditId: unitId, dates: [date], auditee: auditee({ unitId, path: ['PROVINCE', unitId] }) });
const wardA = auditee({ unitId: 'A', name: 'Phường A', path: ['PROVINCE', 'A'] });

/** For every rule a plan that breaks it: a check that never says anything is none. */
const broken: Record<RuleCode, AuditFacts[]> = {
  R01: [led({ units: [{ unitId: 'B', name: 'Phường B', leftOn: null }] })],
  R02: [led({ units: [{ unitId: 'B', name: 'Phường B', leftOn: '2026-09-30' }] })],
  R03: [led({ handledProcedures: [{ lineageId: 'birth' }] })],
  R04: [
    audit(),
    audit({ auditId: 'audit-a', auditee: wardA, members: team(['LEAD', ofB('b1')], ['AUDITOR', ofB('b2')]) }),
  ],
  R06: [audit({ auditee: auditee({ conflicts: [{ personId: 'lan', isOwn: true }] }) })],
  R07: [led({ leadQualified: false })],
  R08: [audit({ members: [] })],
  R10: [unitOn('X', '2026-10-13'), unitOn('Y', '2026-10-14'), unitOn('Z', '2026-10-16')],
  R15: [audit({ appointedById: 'chair-b' })],
  R17: [audit({ dates: ['2026-10-17'] })],
};

describe('the registry of assignment rules', () => {
  test('has every rule of the table once: with a check, or with the reason why there is none', () => {
    const codes = [...registry.map(({ code }) => code), ...Object.keys(rulesNotChecked)];
    expect(codes.toSorted()).toEqual(rows.map(({ code }) => code!).toSorted());
    expect(Object.values(rulesNotChecked).filter((why) => !/^(soft|a process): .{20}/.test(why))).toEqual([]);
  });

  test('says them in the words of the table, hard or soft as there', () => {
    const words = rows.map((row) => ({
      code: row['code'],
      severity: row['kind'],
      words: Object.fromEntries(languageCodes.map((language) => [language, row[`rule_${language}`]])),
    }));
    for (const { code, severity, words: said } of registry)
      expect({ code, severity, words: said }).toEqual(words.find((row) => row.code === code));
  });

  test('a hard rule of the table is always checked', () => {
    const checked = registry.map(({ code }) => code);
    const hard = rows.filter(({ kind }) => kind === 'HARD').map(({ code }) => code!);
    expect(hard.filter((code) => !checked.includes(code))).toEqual([]);
  });

  test('a rule that has words has a check', () => {
    for (const { code, checks } of registry)
      expect(
        Object.values(checks).some((check) => typeof check === 'function'),
        `${code} has no check`,
      ).toBe(true);
  });

  test('every rule that is checked has tests of what it allows and what not', () => {
    const text = readFileSync(path.join(import.meta.dirname, 'independence.test.ts'), 'utf8');
    const named = [...text.matchAll(/(?:describe|test)\('((?:R\w+, )*R\w+)[: ]/g)];
    const tested = new Set(named.flatMap(([, codes]) => codes!.split(', ')));
    expect(
      registry.map(({ code }) => code).filter((code) => !tested.has(code)),
      'test each of them in independence.test.ts',
    ).toEqual([]);
  });

  test.each(Object.entries(broken))('%s says so where it is broken', (code, plan) => {
    expect(planViolations(plan, round).map(({ rule }) => rule)).toContain(code);
  });

  test('what a rule about pairs says afterwards is said of a candidate before', () => {
    for (const { code, checks } of registry)
      expect(checks.candidate !== undefined, `${code}: pair and candidate go together`).toBe(checks.pair !== undefined);
  });
});
