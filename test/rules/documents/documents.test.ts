import { describe, expect, test } from 'vitest';
import { refuseBlocking } from '../../../api/rules/checks.js';
import {
  compareNumbers,
  contentChecks,
  nextRevisionNumber,
  requireEffectiveDate,
  requireSigners,
  revisionLifecycle,
  revisionParts,
  sectionTitles,
  showNumber,
  signerProblems,
  type ContentFacts,
} from '../../../api/documents/rules/index.js';
import { actors, player } from '../../support/player.js';
import { refusalOf } from '../lifecycle-table.js';

const record = ({ drafterId, reviewerId, approverId }: typeof signers) => ({
  document: { ownerUnit: { id: 'office' }, authority: { id: 'ward' } },
  drafter: { id: drafterId },
  reviewer: { id: reviewerId },
  approver: { id: approverId },
});
const partsOf = (personId: string, named: typeof signers) => actors(revisionParts, record(named), player(personId, {}));

const signers = { drafterId: 'lan', reviewerId: 'minh', approverId: 'hoa' };

describe('the three who sign', () => {
  const fields = (change: Partial<Record<keyof typeof signers, string | null>>) =>
    signerProblems({ ...signers, ...change }).map(({ field }) => field);
  test('are three people', () => {
    expect(fields({})).toEqual([]);
    expect(() => requireSigners(signers)).not.toThrow();
  });
  test('the drafter does not review, nor approve; the reviewer does not approve', () => {
    expect(fields({ reviewerId: 'lan' })).toEqual(['reviewerId']);
    expect(fields({ approverId: 'lan' })).toEqual(['approverId']);
    expect(fields({ approverId: 'minh' })).toEqual(['approverId']);
    expect(refusalOf(() => requireSigners({ ...signers, approverId: 'lan' })).code).toBe('INVALID_INPUT');
  });
  test('all are named', () => {
    expect(fields({ drafterId: null, reviewerId: null, approverId: null })).toEqual([
      'drafterId',
      'reviewerId',
      'approverId',
    ]);
  });
  test('have one part each, and the buttons of that part', () => {
    expect(['lan', 'minh', 'hoa', 'other'].map((person) => partsOf(person, signers))).toEqual([
      ['DRAFTER'],
      ['REVIEWER'],
      ['APPROVER'],
      [],
    ]);
    expect(revisionLifecycle.eventsFor('IN_REVIEW', partsOf('minh', signers))).toEqual(['review', 'return']);
    expect(revisionLifecycle.eventsFor('IN_REVIEW', partsOf('hoa', signers))).toEqual([]);
  });
  test('even a record with one person in two parts gives that person the first only', () => {
    expect(partsOf('lan', { ...signers, reviewerId: 'lan', approverId: 'lan' })).toEqual(['DRAFTER']);
    expect(partsOf('minh', { ...signers, approverId: 'minh' })).toEqual(['REVIEWER']);
  });
});

test('a document takes effect today or later', () => {
  expect(() => requireEffectiveDate('2026-11-21', '2026-11-21')).not.toThrow();
  expect(refusalOf(() => requireEffectiveDate('2026-11-20', '2026-11-21')).detail.field).toBe('effectiveOn');
});

describe('issue and amendment', () => {
  test('start at 01/00 and count on', () => {
    expect(showNumber(nextRevisionNumber(null, 'AMENDMENT'))).toBe('01/00');
    expect(showNumber(nextRevisionNumber({ issue: 1, amendment: 0 }, 'AMENDMENT'))).toBe('01/01');
    expect(showNumber(nextRevisionNumber({ issue: 1, amendment: 3 }, 'NEW_ISSUE'))).toBe('02/00');
  });
  test('every next number is higher', () => {
    const last = { issue: 2, amendment: 9 };
    expect(compareNumbers(last, nextRevisionNumber(last, 'NEW_ISSUE'))).toBeLessThan(0);
    expect(compareNumbers(last, nextRevisionNumber(last, 'AMENDMENT'))).toBeLessThan(0);
    expect(compareNumbers(last, { ...last })).toBe(0);
  });
});

describe('the content of a revision', () => {
  const texts = {
    PURPOSE: 'Quy định',
    SCOPE: 'Văn phòng',
    REFERENCES: 'TCVN ISO 9001',
    DEFINITIONS: 'Không có',
    CONTENT: 'Các bước',
    FORMS: 'Không có',
    RECORDS: 'Sổ',
  };
  const written = (change: Record<string, string> = {}) =>
    Object.entries({ ...texts, ...change }).map(([key, body]) => ({ key, body }));
  const found = (change: Partial<ContentFacts>) =>
    contentChecks({ kind: 'SYSTEM_PROCEDURE', sections: written(), hasFile: false, ...change }).map(
      ({ severity, field }) => `${severity} ${field}`,
    );
  test('is complete with its seven sections', () => {
    expect(found({})).toEqual([]);
    expect(Object.keys(sectionTitles)).toEqual(Object.keys(texts));
  });
  test('cannot be submitted without purpose, scope or content', () => {
    expect(found({ sections: written({ PURPOSE: ' ', CONTENT: '' }) })).toEqual([
      'BLOCKING sections.PURPOSE',
      'BLOCKING sections.CONTENT',
    ]);
  });
  test('is warned of where another section is blank or missing', () => {
    expect(found({ sections: written({ DEFINITIONS: '' }) })).toEqual(['WARNING sections.DEFINITIONS']);
    expect(found({ sections: written().filter(({ key }) => key !== 'RECORDS') })).toEqual(['WARNING sections.RECORDS']);
  });
  test('may be filled by another module, as the steps of a procedure are', () => {
    expect(
      found({
        sections: written({ CONTENT: '', FORMS: '', RECORDS: '' }),
        filledElsewhere: ['CONTENT', 'FORMS', 'RECORDS'],
      }),
    ).toEqual([]);
  });
  test('may be a file', () => expect(found({ sections: [], hasFile: true })).toEqual([]));
  test('of a policy is text under any heading', () => {
    expect(found({ kind: 'POLICY', sections: [] })).toEqual(['BLOCKING sections.CONTENT']);
    expect(found({ kind: 'POLICY', sections: [{ key: 'Chính sách', body: ' ' }] })).toEqual([
      'BLOCKING sections.CONTENT',
    ]);
    expect(found({ kind: 'POLICY', sections: [{ key: 'Chính sách', body: 'Phục vụ tận tâm' }] })).toEqual([]);
  });
  test('a blocking result of another module stops it', () => {
    const tooLong = {
      code: 'OVER_LIMIT',
      severity: 'BLOCKING',
      words: { vi: 'Quá hạn.', en: 'Over the limit.' },
    } as const;
    const results = contentChecks({
      kind: 'ADMINISTRATIVE_PROCEDURE',
      sections: written(),
      hasFile: false,
      otherChecks: [tooLong],
    });
    expect(refusalOf(() => refuseBlocking(results)).detail.rule).toBe('OVER_LIMIT');
  });
});
