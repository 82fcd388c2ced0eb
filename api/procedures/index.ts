import { sql } from 'kysely';
import { reads } from '../access/index.js';
import { addedContent, listHelp, Revision, submitCheck } from '../documents/index.js';
import { defineModule } from '../platform/module.js';
import { procedureChecks, procedureContent, procedureListHelp } from './added-content.js';
import { Procedure, ProcedureStep } from './procedure.js';
import { ProcedureResolver } from './resolver.js';

export { LimitUnit } from './procedure.js';

reads.define(Procedure, {
  visible: (procedure, ctx) =>
    sql`exists (select 1 from revision pr where pr.id = ${procedure('revision_id')} and ${reads.visible(Revision, (column) => sql.ref(`pr.${column}`), ctx)})`,
});
reads.define(Revision, {
  fields: {
    procedure: {
      one: () => Procedure,
      on: (revision, procedure) => sql`${procedure('revision_id')} = ${revision('id')}`,
    },
  },
});

/** What a procedure says: legal basis, dossier, limit, steps. */
export const procedures = defineModule({
  name: 'procedures',
  entities: [Procedure, ProcedureStep],
  resolvers: [ProcedureResolver],
  contribute() {
    addedContent.contribute(procedureContent);
    submitCheck.contribute(procedureChecks);
    listHelp.contribute(procedureListHelp);
  },
});
