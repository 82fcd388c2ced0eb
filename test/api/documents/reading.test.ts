import { describe, expect, test } from 'vitest';
import { useServer } from '../../support/server.js';
import { revisionAfter, byCode } from './fixtures.js';

const it = useServer();
const myWork = async (who: string) =>
  (await (await it.as(who)).ask('{ myWork { kind title dueOn } }')).myWork.filter(({ kind }: { kind: string }) =>
    kind.startsWith('document.'),
  ) as { kind: string; title: string; dueOn: string | null }[];
const kinds = async (who: string) =>
  (await myWork(who)).map(({ kind, title }) => `${kind} ${title.split(' ')[0]}`).sort();

describe('who has read it', () => {
  test('an officer confirms reading once; the ward sees who has and who has not', async () => {
    const officer = await it.as('toanhv.bt');
    const { inForce } = await byCode(officer, 'QT.ISO.15');
    expect(inForce!.viewerCan).toEqual(['acknowledge']);
    expect(await revisionAfter(officer, 'acknowledgeRevision', { id: inForce!.id })).toMatchObject({
      id: inForce!.id,
      viewerCan: [],
    });
    expect(await officer.runRefused('acknowledgeRevision', { id: inForce!.id })).toMatchObject({
      code: 'DUPLICATE',
    });
    const { revision } = await officer.ask(
      `
        query ($id: ID!) { revision(id: $id) { acknowledgedAt acknowledgements { person { fullName } }
          awaitedReaders { fullName } } }`,
      { id: inForce!.id },
    );
    const read = revision.acknowledgements.map(({ person }: { person: { fullName: string } }) => person.fullName);
    expect(read).toContain('Hồ Viết Toản');
    expect(revision.awaitedReaders.map(({ fullName }: { fullName: string }) => fullName)).not.toContain('Hồ Viết Toản');
    expect(
      await it.sql(
        `
          select content_hash = (select content_hash from revision where id = $1) as same from acknowledgement
          where revision_id = $1 and person_id = (select id from person where code = 'P018')`,
        inForce!.id,
      ),
    ).toEqual([{ same: true }]);
    expect(
      await it.sql(
        `select count(*)::int as n from trail_entry where verb = 'document.acknowledge' and subject_id = $1`,
        inForce!.id,
      ),
    ).toEqual([{ n: 1 }]);
  });

  test('what is no longer in force is not confirmed', async () => {
    const [old] = await it.sql(
      `
        select r.id from revision r join document d on d.id = r.document_id join unit u on u.id = d.authority_id
        where u.code = 'LH-BT' and r.state = 'SUPERSEDED' limit 1`,
    );
    expect(await it.runRefused('ngandk.bt', 'acknowledgeRevision', { id: old!.id })).toMatchObject({
      code: 'TRANSITION_NOT_ALLOWED',
    });
  });
});

describe('what a person must do', () => {
  test('drafter, reviewer and approver each find their task', async () => {
    expect(await kinds('toanhv.bt')).toContain('document.submit QT.HTKT.01');
    expect(await kinds('ngandk.bt')).toContain('document.draft QT.HT.03');
    expect(await kinds('phund.bt')).toContain('document.review QT.HT.11');
    expect(await kinds('thuybp.bt')).toContain('document.approve QT.ISO.13');
    expect(await kinds('sangpn.nv')).toEqual([]);
  });

  test('what newly took effect in the own office is to be read within five days, by those who did not sign it', async () => {
    const tasks = await myWork('quyentm.bt');
    expect(tasks.every(({ kind }) => kind === 'document.acknowledge')).toBe(true);
    expect(tasks.map(({ title }) => title.split(' ')[0])).toContain('QT.ISO.15');
    expect(tasks.find(({ title }) => title.startsWith('QT.ISO.15'))!.dueOn).toBe('2026-11-22');
    expect(await kinds('quyendk.bt')).not.toContain('document.acknowledge QT.ISO.15');
  });
});

describe('the sample', () => {
  test('carries hashes and signatures as the commands would have made them', async () => {
    const { documents } = await (
      await it.as('thuybp.bt')
    ).ask('{ documents(search: "QT.HT.02") { nodes { inForce { id contentHash signatures { contentHash } } } } }');
    const [{ inForce }] = documents.nodes;
    expect(inForce.signatures).toHaveLength(3);
    const reviewer = await it.as('phund.bt');
    const inReview = (await byCode(reviewer, 'QT.HT.11')).underWay!;
    // Signing recomputes the hash over everything: it only succeeds when the sample's hash is the real one.
    expect(
      await revisionAfter(reviewer, 'reviewRevision', {
        id: inReview.id,
        version: inReview.version,
        password: 'lam-hong-vui-ve',
      }),
    ).toMatchObject({ state: 'REVIEWED' });
  });
});
