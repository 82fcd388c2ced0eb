import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import { Person, Unit, vietnamese } from '../organization/index.js';
import { many, one } from '../platform/reads/index.js';
import { answerFiles } from './answer-files.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import { inspectionAccess } from './policy.js';
import { isLateRow, isMine } from './queries.js';
import { InspectionSchedule } from './schedule.js';
import { InspectionTemplate, TemplateVersion } from './template.js';
import { seenWithAnswers, seesAnswer, seesInspection, seesOwner, seesVersion } from './visibility.js';

reads.define(Inspection, {
  visible: seesInspection,
  restrictedFields: { note: (row, { viewer }) => seenWithAnswers(row, viewer) },
  fields: {
    isOverdue: { sql: (row, { today }) => isLateRow(row, today) },
    isMine: { sql: isMine },
    viewerCan: { needs: () => [...inspectionAccess.needs, 'kind'] },
    period: { needs: ['periodKey'] },
    waitsFor: many(() => Person, {
      on: (row, person, ctx) => sql`${person('id')} = any(array(${inspectionAccess.waitsFor(row, ctx)}))`,
      orderBy: (person) => vietnamese(person('full_name')),
    }),
  },
});

reads.define(InspectionAnswer, {
  visible: seesAnswer,
  fields: {
    attachmentIds: { sql: (row) => answerFiles.listOf(row) },
    attachments: answerFiles.many,
  },
});

const ofState = (state: 'PUBLISHED' | 'DRAFT') =>
  one<ReadContext, InspectionTemplate, TemplateVersion>(() => TemplateVersion, {
    on: (template, version) => sql`${version('template_id')} = ${template('id')} and ${version('state')} = ${state}`,
  });

reads.define(InspectionTemplate, {
  visible: (row, ctx) => seesOwner(row('owner_id'), ctx),
  fields: {
    current: ofState('PUBLISHED'),
    draft: ofState('DRAFT'),
    viewerCan: { needs: ['owner.id', 'owner.isAuthority'] },
  },
});

reads.define(TemplateVersion, {
  visible: seesVersion,
  fields: {
    viewerCan: { needs: ['state', 'template.owner.id', 'template.owner.isAuthority'] },
    questionCount: {
      sql: (row) => sql`
        select count(*)::int
        from inspection_question q
        where q.template_version_id = ${row('id')}`,
    },
  },
});

reads.define(InspectionSchedule, {
  visible: (row, ctx) => seesOwner(row('owner_id'), ctx),
  fields: {
    units: many(() => Unit, {
      on: (schedule, unit) => sql`${unit('id')} = any(${schedule('unit_ids')})`,
      orderBy: (unit) => sql`${unit('path')}`,
    }),
    unitCount: { sql: (row) => sql`cardinality(${row('unit_ids')})` },
    isRunning: { sql: (row, { today }) => sql`${row('ends_on')} is null or ${row('ends_on')} > ${today}` },
    viewerCan: { needs: ['owner.id', 'owner.isAuthority', 'endsOn'] },
  },
});
