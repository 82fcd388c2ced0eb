import { expect, test } from 'vitest';
import { eachApart } from '#api/platform/jobs/each-apart.js';
import { runJobsOnce } from '#api/platform/jobs/jobs.js';
import { cast, Story } from '../audits/fixtures.js';
import { useServer } from '../../support/server.js';

const it = useServer();
const story = new Story(it);

test('a job that fails at the start holds up neither the others nor the server', async () => {
  const done: string[] = [];
  const job = (name: string, run: () => Promise<void>) => ({ name, cron: '* * * * *', run });
  await runJobsOnce(it.server, [
    {
      name: 'module',
      jobs: [
        job('bad', async () => Promise.reject(new Error('broken'))),
        job('good', async () => void done.push('good')),
      ],
    },
  ]);
  expect(done).toEqual(['good']);
});

test('a record that fails does not hold up the others of its job', async () => {
  const done: number[] = [];
  await eachApart(it.server, 'job', [1, 2, 3], async (one) => {
    if (one === 2) throw new Error('broken');
    done.push(one);
  });
  expect(done).toEqual([1, 3]);
});

test('one finding that cannot lapse does not keep the others from lapsing', async () => {
  const { audit } = await story.open();
  const [first, second] = [await story.shown(audit), await story.shown(audit)];
  await it.sql(`create function stuck() returns trigger language plpgsql as $$ begin raise exception 'stuck'; end $$`);
  await it.sql(
    `
      create trigger stuck before update on finding for each row
      when (new.id = '${first < second ? first : second}') execute function stuck()`,
  );
  it.clock.set('2026-12-21');
  await it.runJob('audits.lapse');
  const states = await it.sql<{ state: string }>('select state from finding where id = any($1::uuid[]) order by id', [
    first,
    second,
  ]);
  expect(states).toEqual([{ state: 'SHOWN' }, { state: 'ACKNOWLEDGED' }]);
  await it.sql('drop trigger stuck on finding');
  it.clock.set('2026-11-23');
});

test('a finding of a cancelled audit does not lapse, and nobody decides on it any more', async () => {
  const { audit } = await story.open();
  const [shown, disputed] = [await story.shown(audit), await story.shown(audit)];
  await story.find(cast.auditeeHead, 'disputeFinding', disputed, { reason: 'Đơn vị đã thay tờ khai từ tuần trước' });
  await story.does(cast.arranger, 'cancelAudit', 'audit', audit, { reason: 'Hoãn do thiên tai trên địa bàn' });
  expect(
    await story.isRefused(cast.lead, 'upholdFinding', 'finding', disputed, { reason: 'Bằng chứng đã đủ và rõ ràng' }),
  ).toMatchObject({ code: 'TRANSITION_NOT_ALLOWED' });
  it.clock.set('2026-12-21');
  await it.runJob('audits.lapse');
  expect(await it.sql('select state from finding where id = $1', shown)).toEqual([{ state: 'SHOWN' }]);
  it.clock.set('2026-11-23');
});

test('two processes that open the same forms at once open each of them once', async () => {
  it.clock.set('2026-11-30');
  await Promise.all([it.runJob('selfInspection.open'), it.runJob('selfInspection.open')]);
  expect(await it.sql(`select count(*)::int as n from inspection where period_key = '2026-W49'`)).toEqual([{ n: 60 }]);
});
