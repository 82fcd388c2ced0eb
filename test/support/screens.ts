import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { copySample, dropDatabase, on, rowsOf } from './database.js';

/** An address and somebody of the sample for whom it is. */
export interface Screen {
  /** The address with words in place of the ids, for the name of a test. */
  name: string;
  address: string;
  who: string;
}

/** Who looks at the records of each part of the client. */
const reader = {
  documents: 'quyendk.bt',
  nonconformities: 'phunb.bt',
  inspections: 'phunb.bt',
  audits: 'huongtm.khcn',
  trail: 'toantd.khcn',
} as const;

/** Screens of one reader: addresses as they are, and queries that give `name` and `address`. */
interface Shown {
  who: string;
  addresses?: readonly string[];
  /** Each gives rows of `name` and `address`. */
  queries?: readonly string[];
}

const ofBachTruc = `join unit u on u.id = x.authority_id and u.code = 'LH-BT'`;

/** Every screen of the client: each list and form, and one record of each kind in each state that the sample has. */
const shown = {
  documents: [
    {
      who: reader.documents,
      addresses: ['/documents', '/documents/new', '/documents/external', '/procedures'],
      queries: [
        `select '/documents/' || x.kind as name, '/documents/' || max(x.id::text) as address
         from document x ${ofBachTruc}
         join revision r on r.document_id = x.id and r.state = 'EFFECTIVE' group by x.kind order by x.kind`,
        `select '/procedures/' || x.code as name, '/procedures/' || x.id as address
         from document x ${ofBachTruc} where x.code = 'QT.HT.01'`,
        `select distinct on (r.state) '/documents/…/revisions/' || r.state as name,
           '/documents/' || x.id || '/revisions/' || r.id as address
         from document x ${ofBachTruc} join revision r on r.document_id = x.id order by r.state`,
        `select '/documents/' || x.code || t.tab as name, '/documents/' || x.id || t.tab as address
         from document x ${ofBachTruc},
           (values ('?tab=changes'), ('?tab=readers'), ('?tab=revisions'), ('?tab=history')) t (tab)
         where x.code = 'QT.ISO.15'`,
        `select '/documents/' || x.code || '/facts' as name, '/documents/' || x.id || '/facts' as address
         from document x ${ofBachTruc} where x.code in ('QT.HT.01', 'QC.01')`,
      ],
    },
    {
      who: 'toanhv.bt',
      queries: [
        `select '/documents/…/revisions/…/edit' as name,
           '/documents/' || x.id || '/revisions/' || r.id || '/edit' as address
         from document x ${ofBachTruc}
         join revision r on r.document_id = x.id and r.state = 'DRAFT'
         join person p on p.id = r.drafter_id and p.code = 'P018' limit 1`,
      ],
    },
  ],
  organization: [
    {
      who: reader.documents,
      addresses: ['/', '/account', '/organization', '/organization/people', '/standards', '/standards/ISO9001_2015'],
      queries: [
        `select '/organization/units/' || code as name, '/organization/units/' || id as address
         from unit where code = 'LH-BT'`,
        `select '/organization/people/' || code as name, '/organization/people/' || id as address
         from person where code = 'P016'`,
      ],
    },
    { who: reader.trail, addresses: ['/trail'] },
  ],
  nonconformities: [
    {
      who: reader.nonconformities,
      addresses: ['/nonconformities', '/nonconformities/new', '/nonconformities/print'],
      queries: [
        `select distinct on (x.state) '/nonconformities/' || x.state as name, '/nonconformities/' || x.id as address
         from nonconformity x ${ofBachTruc} order by x.state`,
      ],
    },
    {
      who: 'thuybp.bt',
      queries: [
        `select '/nonconformities/' || x.state || part as name, '/nonconformities/' || x.id || part as address
         from nonconformity x ${ofBachTruc}, (values ('/respond'), ('/print')) t (part)
         where x.state = 'ISSUED' order by x.id limit 2`,
      ],
    },
  ],
  inspections: [
    {
      who: reader.inspections,
      addresses: ['/inspections', '/inspections/overview', '/inspections/schedules', '/inspections/templates'],
      queries: [
        `select distinct on (x.state) '/inspections/' || x.state as name, '/inspections/' || x.id as address
         from inspection x ${ofBachTruc} order by x.state, x.id`,
        `select distinct on (state) '/inspections/templates/' || state as name,
           '/inspections/templates/' || id as address
         from inspection_template_version order by state`,
      ],
    },
    {
      who: 'thuybp.bt',
      queries: [
        `select '/inspections/' || x.state || ' of the own unit' as name, '/inspections/' || x.id as address
         from inspection x ${ofBachTruc} join unit o on o.id = x.unit_id and o.code = 'LH-BT'
         where x.state in ('DUE', 'IN_PROGRESS') limit 1`,
      ],
    },
  ],
  audits: [
    {
      who: reader.audits,
      addresses: ['/audits', '/audits/all', '/audits/programmes', '/audits/rounds/new'],
      queries: [
        `select distinct on (state) '/audits/' || state as name, '/audits/' || id as address
         from audit order by state, id`,
        `select '/audits/rounds/' || state as name, '/audits/rounds/' || id as address from round order by state, id`,
        `select '/audits/rounds/' || state || '/edit' as name, '/audits/rounds/' || id || '/edit' as address
         from round where state = 'PREPARING' limit 1`,
        `select '/audits/rounds/' || state || '/report' as name, '/audits/rounds/' || id || '/report' as address
         from round where state = 'CLOSED' limit 1`,
        `select '/audits/teams/' || r.state as name, '/audits/teams/' || a.id as address
         from audit a join round r on r.id = a.round_id and r.state = 'PREPARING' order by a.position limit 1`,
        `select '/audits/programmes/' || year || part as name, '/audits/programmes/' || id || part as address
         from programme, (values (''), ('/paper')) t (part) where year = (select min(year) from programme)`,
      ],
    },
  ],
} satisfies Record<string, readonly Shown[]>;

/** A part of the client whose screens are looked at in a test file of its own. */
export type ScreenGroup = keyof typeof shown;

/**
 * The screens of some parts of the client, read in a copy of the sample: ids are the same in every copy.
 * Known before the tests are, so that each screen is a test.
 */
export async function screensOf(...parts: readonly ScreenGroup[]): Promise<Screen[]> {
  const name = `screens_${randomUUID().replaceAll('-', '')}`;
  await copySample(inject('databaseUrl'), name);
  try {
    const query = (text: string) => rowsOf<Omit<Screen, 'who'>>(on(inject('databaseUrl'), name), text);
    const screens: Screen[] = [];
    for (const { who, addresses = [], queries = [] } of parts.flatMap((part): readonly Shown[] => shown[part])) {
      screens.push(...addresses.map((address) => ({ name: address, address, who })));
      for (const text of queries) screens.push(...(await query(text)).map((row) => ({ ...row, who })));
    }
    if (parts.includes('audits')) screens.push(...(await partsOfAudits(on(inject('databaseUrl'), name))));
    return screens;
  } finally {
    await dropDatabase(inject('databaseUrl'), name);
  }
}

/** All of them. */
export const everyScreen = (): Promise<Screen[]> => screensOf(...(Object.keys(shown) as ScreenGroup[]));

/** The parts of an audit's page, looked at by its lead. */
async function partsOfAudits(databaseUrl: string): Promise<Screen[]> {
  const found = await rowsOf<{ id: string; who: string; state: 'PLANNED' | 'IN_PROGRESS' | 'CLOSED' }>(
    databaseUrl,
    `select distinct on (a.state) a.id, p.code as who, a.state
     from audit a
     join team_member m on m.audit_id = a.id and m.part = 'LEAD'
     join person p on p.id = m.person_id
     where a.state in ('PLANNED', 'IN_PROGRESS', 'CLOSED') order by a.state, a.id`,
  );
  const parts = {
    PLANNED: ['/plan'],
    IN_PROGRESS: ['/sheet', '/findings', '/plan-paper', '/sheet-paper'],
    CLOSED: ['/report', '/history'],
  };
  return found.flatMap(({ id, who, state }) =>
    parts[state].map((part) => ({ name: `/audits/${state}${part}`, address: `/audits/${id}${part}`, who })),
  );
}
