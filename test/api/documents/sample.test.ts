import { expect, test } from 'vitest';
import { useHouse } from '../../support/house.js';

const it = useHouse();

test('sample', async () => {
  console.log(await it.sql(`select state, count(*)::int from revision group by 1`), await it.sql('select count(*)::int from procedure_step'));
  const v = await it.as('thuybp.bt');
  console.log(JSON.stringify(await v.send(`{ documents(first: 3, search: "khai sinh") { totalCount nodes { code title standing viewerCan effectiveOn reviewDueOn inForce { issueNumber viewerCan signatures { part personName } procedure { fee steps { code } } checks { code message } changes { kind title entry before after } awaitedReaders { fullName } } } } }`), null, 1).slice(0, 4000));
});
