import { lookAt } from './look-at.js';

await lookAt(['nonconformities', 'inspections'], /^\/nonconformities(\/(new|[A-Z_]+))?$|^\/inspections(\/schedules)?$/);
