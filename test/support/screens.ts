import type { TestHouse } from './server.js';

/** An address and somebody of the sample for whom it is. */
export interface Screen {
  address: string;
  who: string;
}

/** Who looks at the records of each module. */
const reader = {
  documents: 'quyendk.bt',
  nonconformities: 'phunb.bt',
  inspections: 'phunb.bt',
  audits: 'huongtm.khcn',
  trail: 'toantd.khcn',
} as const;

/** The lists, forms and settled pages, which need no record. */
const plain: readonly Screen[] = [
  ...[
    '/',
    '/account',
    '/organization',
    '/organization/people',
    '/standards',
    '/standards/ISO9001_2015',
    '/procedures',
  ].map((address) => ({ address, who: reader.documents })),
  ...['/documents', '/documents/new', '/documents/external'].map((address) => ({ address, who: reader.documents })),
  ...['/nonconformities', '/nonconformities/new', '/nonconformities/print'].map((address) => ({
    address,
    who: reader.nonconformities,
  })),
  ...['/inspections', '/inspections/overview', '/inspections/schedules', '/inspections/templates'].map((address) => ({
    address,
    who: reader.inspections,
  })),
  ...['/audits', '/audits/all', '/audits/programmes', '/audits/rounds/new'].map((address) => ({
    address,
    who: reader.audits,
  })),
  { address: '/trail', who: reader.trail },
];

/** Every screen of the client: each list and form, and one record of each kind in each state that the sample has. */
export async function everyScreen(it: TestHouse): Promise<Screen[]> {
  const rows = async (who: string, text: string): Promise<Screen[]> =>
    (await it.sql<{ address: string }>(text)).map(({ address }) => ({ address, who }));
  const ofBachTruc = `join unit u on u.id = x.authority_id and u.code = 'LH-BT'`;
  return [
    ...plain,
    ...(await rows(
      reader.documents,
      `select '/documents/' || max(x.id::text) as address from document x ${ofBachTruc} join revision r on r.document_id = x.id and r.state = 'EFFECTIVE' group by x.kind`,
    )),
    ...(await rows(
      reader.documents,
      `select '/procedures/' || x.id as address from document x ${ofBachTruc} where x.code = 'QT.HT.01'`,
    )),
    ...(await rows(
      reader.documents,
      `select distinct on (r.state) '/documents/' || x.id || '/revisions/' || r.id as address from document x ${ofBachTruc} join revision r on r.document_id = x.id order by r.state`,
    )),
    ...(await rows(
      reader.documents,
      `select '/documents/' || x.id || t.tab as address from document x ${ofBachTruc}, (values ('?tab=changes'), ('?tab=readers'), ('?tab=revisions'), ('?tab=history')) t (tab) where x.code = 'QT.ISO.15'`,
    )),
    ...(await rows(
      reader.documents,
      `select '/documents/' || x.id || '/facts' as address from document x ${ofBachTruc} where x.code in ('QT.HT.01', 'QC.01')`,
    )),
    ...(await rows(
      'toanhv.bt',
      `select '/documents/' || x.id || '/revisions/' || r.id || '/edit' as address from document x ${ofBachTruc} join revision r on r.document_id = x.id and r.state = 'DRAFT'
      join person p on p.id = r.drafter_id and p.code = 'P018' limit 1`,
    )),
    ...(await rows(
      reader.nonconformities,
      `select distinct on (x.state) '/nonconformities/' || x.id as address from nonconformity x ${ofBachTruc} order by x.state`,
    )),
    ...(await rows(
      'thuybp.bt',
      `select '/nonconformities/' || x.id || part as address from nonconformity x ${ofBachTruc}, (values ('/respond'), ('/print')) t (part) where x.state = 'ISSUED' order by x.id limit 2`,
    )),
    ...(await rows(
      reader.inspections,
      `select distinct on (x.state) '/inspections/' || x.id as address from inspection x ${ofBachTruc} order by x.state, x.id`,
    )),
    ...(await rows(
      'thuybp.bt',
      `select '/inspections/' || x.id as address from inspection x ${ofBachTruc} join unit o on o.id = x.unit_id and o.code = 'LH-BT' where x.state in ('DUE', 'IN_PROGRESS') limit 1`,
    )),
    ...(await rows(
      reader.inspections,
      `select distinct on (state) '/inspections/templates/' || id as address from inspection_template_version order by state`,
    )),
    ...(await rows(
      reader.audits,
      `select distinct on (state) '/audits/' || id as address from audit order by state, id`,
    )),
    ...(await rows(reader.audits, `select '/audits/rounds/' || id as address from round`)),
    ...(await rows(
      reader.audits,
      `select '/audits/rounds/' || id || '/edit' as address from round where state = 'PREPARING' limit 1`,
    )),
    ...(await rows(
      reader.audits,
      `select '/audits/rounds/' || id || '/report' as address from round where state = 'CLOSED' limit 1`,
    )),
    ...(await rows(
      reader.audits,
      `select '/audits/teams/' || a.id as address from audit a join round r on r.id = a.round_id and r.state = 'PREPARING' order by a.position limit 1`,
    )),
    ...(await rows(
      reader.audits,
      `select '/audits/programmes/' || id || part as address from programme, (values (''), ('/paper')) t (part) where year = (select min(year) from programme)`,
    )),
    ...(await partsOfAudits(it)),
    ...(await rows(reader.documents, `select '/organization/units/' || id as address from unit where code = 'LH-BT'`)),
    ...(await rows(
      reader.documents,
      `select '/organization/people/' || id as address from person where code = 'P016'`,
    )),
  ];
}

/** The parts of an audit's page, looked at by its lead. */
async function partsOfAudits(it: TestHouse): Promise<Screen[]> {
  const found = await it.sql<{ address: string; who: string }>(`
    select distinct on (a.state) '/audits/' || a.id as address, p.code as who, a.state
    from audit a join team_member m on m.audit_id = a.id and m.part = 'LEAD' join person p on p.id = m.person_id where a.state in ('PLANNED', 'IN_PROGRESS', 'CLOSED') order by a.state, a.id`);
  const parts: Record<string, string[]> = {
    PLANNED: ['/plan'],
    IN_PROGRESS: ['/sheet', '/findings', '/plan-paper', '/sheet-paper'],
    CLOSED: ['/report', '/history'],
  };
  return found.flatMap(({ address, who, ...row }) =>
    parts[(row as unknown as { state: string }).state]!.map((part) => ({ address: `${address}${part}`, who })),
  );
}
