import { sql } from 'kysely';
import { reads } from '../access/index.js';
import { Revision, seesRevision } from '../documents/index.js';
import { one } from '../platform/reads/index.js';
import { Procedure } from './procedure.js';

reads.define(Procedure, { visible: (procedure, ctx) => seesRevision(procedure('revision_id'), ctx) });

reads.define(Revision, {
  fields: {
    procedure: one(() => Procedure, {
      on: (revision, procedure) => sql`${procedure('revision_id')} = ${revision('id')}`,
    }),
  },
});
