import { lookAt } from './look-at.js';

await lookAt(['documents', 'organization'], /^\/(documents|procedures)?$/);
