import { lookAt } from './look-at.js';

await lookAt(['audits'], /^\/audits(\/(rounds\/new|[A-Z_]+))?$/);
