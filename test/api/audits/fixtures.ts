import { createHash } from 'node:crypto';
import { samplePassword, type TestServer } from '../../support/server.js';

/** Fields that every step reads back. */
const auditFields = 'id version state dates agenda { date from activity } members { part person { code } } viewerCan';
const findingFields =
  'id version state viewerCan bySilence upheld answer answerDueOn nonconformity { id number severity state } ';

/** What a person signs with. */
export const password = samplePassword;

/** What happens when nothing speaks against it. */
export const content = {
  category: 'MINOR',
  requirement: 'QT.ISO.01 mục 5.4: chỉ dùng bản đang hiệu lực',
  evidence: 'Quầy số 2 dùng tờ khai lần ban hành 01',
  gap: 'Tờ khai hết hiệu lực vẫn được dùng tại quầy',
};

/** Members of Bạch Trúc who may audit Nguyệt Thủy: lead, auditor, secretary. */
export const bachTrucTeam = [
  { code: 'P017', part: 'LEAD' },
  { code: 'P019', part: 'AUDITOR' },
  { code: 'P016', part: 'SECRETARY' },
];

/** Who does what in the tests, by user name or code. */
export const cast = {
  arranger: 'huongtm.khcn',
  head: 'tanmq.khcn',
  lead: 'P017',
  member: 'P019',
  secretary: 'P016',
  auditeeHead: 'datpv.nt',
  auditeeSecretary: 'lienhp.nt',
  stranger: 'P040',
};

/** Carries a round out step by step, each step by the person who must act. */
export class Story {
  constructor(private readonly it: TestServer) {}

  /** Id of a unit or person by code. */
  async idOf(table: 'unit' | 'person', code: string): Promise<string> {
    const rows = await this.it.sql<{ id: string }>(`select id from "${table}" where code = $1`, code);
    return rows[0]!.id;
  }

  /** The version a record has now. */
  async version(table: string, id: string): Promise<number> {
    return (await this.it.sql<{ version: number }>(`select version from "${table}" where id = $1`, id))[0]!.version;
  }

  /** Runs a command on a record as it stands now. */
  async does(
    who: string,
    name: string,
    table: string,
    id: string,
    more: object = {},
    fields = 'id version state viewerCan',
  ): Promise<Record<string, any>> {
    return this.it.run(who, name, { id, version: await this.version(table, id), ...more }, fields);
  }

  /** The refusal of a command on a record as it stands now. */
  async isRefused(who: string, name: string, table: string, id: string, more: object = {}) {
    return this.it.runRefused(who, name, { id, version: await this.version(table, id), ...more });
  }

  /** A round of next month over these authorities; first leads need no earlier audits. */
  async round(codes: string[] = ['LH-NT'], settings: object = {}) {
    await this.freeDays();
    const unitIds = await Promise.all(codes.map((code) => this.idOf('unit', code)));
    const created = await this.it.run(
      cast.arranger,
      'createRound',
      {
        kind: 'CROSS',
        title: 'Đánh giá chéo quý IV',
        from: '2026-12-01',
        to: '2026-12-31',
        unitIds,
        settings: {
          monthsAfterLeaving: 12,
          earlierAuditsOfLead: 0,
          teamSize: { min: 2, max: 4 },
          maxLoad: 2,
          ...settings,
        },
      },
      'id number audits { id number unit { code } }',
    );
    const audits: Record<string, string> = Object.fromEntries(
      created.audits.map((audit: { id: string; unit: { code: string } }) => [audit.unit.code, audit.id]),
    );
    return { id: created.id as string, number: created.number as string, audits };
  }

  /** Puts the days of earlier rounds back a year: nobody is kept by them from auditing in this one (R17). */
  private freeDays() {
    return this.it
      .sql(`update audit set dates = array(select (d::date - interval '1 year')::date::text from unnest(dates) d)
      from round r where r.id = round_id and r.title = 'Đánh giá chéo quý IV' and dates && '{2026-12-09,2026-12-11}'`);
  }

  async members(team: { code: string; part: string }[]) {
    return Promise.all(team.map(async ({ code, part }) => ({ personId: await this.idOf('person', code), part })));
  }

  async team(auditId: string, team = bachTrucTeam) {
    return this.does(cast.arranger, 'setTeam', 'audit', auditId, { members: await this.members(team) }, auditFields);
  }

  async teamRefused(auditId: string, team: { code: string; part: string }[]) {
    return this.isRefused(cast.arranger, 'setTeam', 'audit', auditId, { members: await this.members(team) });
  }

  dates(auditId: string, date = '2026-12-09') {
    return this.does(
      cast.arranger,
      'setAuditDates',
      'audit',
      auditId,
      { dates: [date], length: 'HALF_DAY', startTime: '08:00' },
      auditFields,
    );
  }

  /** A round over Nguyệt Thủy that is approved, with its audit. */
  async approved(settings: object = {}) {
    const round = await this.round(['LH-NT'], settings);
    const audit = round.audits['LH-NT']!;
    await this.dates(audit);
    await this.team(audit);
    await this.does(cast.arranger, 'assignRound', 'round', round.id);
    await this.does(cast.head, 'approveRound', 'round', round.id, { password });
    return { round: round.id, audit };
  }

  plan(audit: string, more: object = {}) {
    return this.does(
      cast.lead,
      'planAudit',
      'audit',
      audit,
      { startTime: '08:00', scopeClauses: ['7.5.2', '7.5.3', '8.5.1', '10.2.1'], procedureIds: [], ...more },
      auditFields,
    );
  }

  async announced() {
    const made = await this.approved();
    await this.plan(made.audit);
    await this.does(cast.lead, 'announceAudit', 'audit', made.audit);
    return made;
  }

  async confirmed() {
    const made = await this.announced();
    await this.does(cast.auditeeHead, 'confirmAuditPlan', 'audit', made.audit, { password });
    return made;
  }

  /** An audit under way, with the lines of its work sheet. */
  async open() {
    const made = await this.confirmed();
    const opened = await this.does(
      cast.lead,
      'openAudit',
      'audit',
      made.audit,
      { openingMinutes: 'Họp khai mạc lúc 8 giờ, đủ thành phần.' },
      `${auditFields} checkItems { id position version clause { id number } result }`,
    );
    return {
      ...made,
      lines: opened['checkItems'] as {
        id: string;
        position: number;
        version: number;
        clause: { id: string; number: string } | null;
        result: string;
      }[],
    };
  }

  /** A result on a line by a member. */
  line(who: string, id: string, result = 'CONFORMING', more: object = {}) {
    return this.does(
      who,
      'setCheckResult',
      'check_item',
      id,
      { result, evidence: 'Đã xem hồ sơ gốc', ...more },
      'id version result evidence by { code }',
    );
  }

  /** An amendment of one audit that is proposed: this team, on these days. */
  async proposeAmendment(round: string, audit: string, team: { code: string; part: string }[], more: object = {}) {
    const changes = [
      {
        auditId: audit,
        members: await this.members(team),
        dates: ['2026-12-09'],
        length: 'HALF_DAY',
        startTime: '08:00',
        ...more,
      },
    ];
    await this.does(cast.arranger, 'proposePlanAmendment', 'round', round, {
      reason: 'Thay người theo bản khai của đơn vị',
      changes,
    });
  }

  /** An amendment of one audit that is proposed and signed. */
  async amendPlan(round: string, audit: string, team: { code: string; part: string }[], more: object = {}) {
    await this.proposeAmendment(round, audit, team, more);
    return this.does(cast.head, 'approvePlanAmendment', 'round', round, { password });
  }

  /** A photo that a person has uploaded; its id. */
  async upload(who: string, name: string): Promise<string> {
    const content = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(name)]);
    const response = await fetch(
      `${this.it.server.url}/attachments/${createHash('sha256').update(content).digest('hex')}`,
      {
        method: 'PUT',
        headers: {
          'content-type': 'image/jpeg',
          'x-file-name': encodeURIComponent(name),
          cookie: (await this.it.as(who)).cookie,
        },
        body: new Uint8Array(content),
      },
    );
    return ((await response.json()) as { id: string }).id;
  }

  /** A finding written down by a member. */
  async finding(who: string, audit: string, checkItemIds: string[] = [], more: object = {}) {
    return this.it.run<Record<string, any> & { id: string }>(
      who,
      'writeFinding',
      { auditId: audit, checkItemIds, content: { ...content, ...more } },
      findingFields,
    );
  }

  /** An event on a finding. */
  find(who: string, name: string, id: string, more: object = {}) {
    return this.does(who, name, 'finding', id, more, findingFields);
  }

  /** A finding of the member that the auditee has been shown. */
  async shown(audit: string, more: object = {}) {
    const { id } = await this.finding(cast.member, audit, [], more);
    await this.find(cast.member, 'sendFinding', id);
    await this.find(cast.lead, 'agreeFinding', id);
    await this.find(cast.lead, 'showFinding', id);
    return id;
  }

  /** An audit whose fieldwork is done, with one acknowledged finding. */
  async fieldworkDone() {
    const made = await this.open();
    for (const { id } of made.lines) await this.line(cast.member, id);
    const finding = await this.shown(made.audit);
    await this.find(cast.auditeeSecretary, 'acknowledgeFinding', finding);
    await this.does(cast.lead, 'finishFieldwork', 'audit', made.audit, {
      teamAgreement: 'Đoàn thống nhất 01 phát hiện.',
      closingMinutes: 'Họp kết thúc lúc 11 giờ, đơn vị nhất trí.',
    });
    return { ...made, finding };
  }

  /** An audit whose report is signed by the lead. */
  async reported() {
    const made = await this.fieldworkDone();
    await this.saveAndSignReport(made.audit);
    return made;
  }

  /** The lead writes the report and signs it. */
  async saveAndSignReport(audit: string): Promise<void> {
    await this.does(cast.lead, 'saveReport', 'audit', audit, {
      performance: 'Đúng kế hoạch.',
      strengths: '',
      recommendations: '',
      previousActions: '',
      conclusion: 'Hệ thống phù hợp và có hiệu lực.',
    });
    await this.does(cast.lead, 'reportAudit', 'audit', audit, { password });
  }

  /** Every verb recorded about a record, in the order of the alphabet: the clock of a test stands still. */
  async trail(subjectId: string): Promise<string[]> {
    const rows = await this.it.sql<{ verb: string }>(
      'select verb from trail_entry where subject_id = $1 order by verb',
      subjectId,
    );
    return rows.map(({ verb }) => verb);
  }
}
