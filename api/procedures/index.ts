import { addedContent, listHelp, submitCheck } from '../documents/index.js';
import { defineModule } from '../platform/module.js';
import { procedureChecks, procedureContent, procedureListHelp } from './added-content.js';
import { Procedure, ProcedureStep } from './procedure.js';
import './reads.js';
import { ProcedureResolver } from './resolver.js';

export { ProcedureStep } from './procedure.js';
export { Procedure } from './procedure.js';
export { fieldOfProcedure } from './in-sql.js';
export { LimitUnit } from './procedure.js';

/** The content of procedures: legal basis, dossier, limit, steps. */
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
