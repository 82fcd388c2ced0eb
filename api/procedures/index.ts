import { defineRoom } from '../platform/room.js';
import { Procedure, ProcedureStep } from './procedure.js';

export { LimitUnit, Procedure, ProcedureStep } from './procedure.js';

/** What a procedure says: legal basis, dossier, limit, steps. */
export const procedures = defineRoom({ name: 'procedures', entities: [Procedure, ProcedureStep] });
