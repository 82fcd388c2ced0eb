import { defineModule } from '../platform/module.js';
import { MyWorkResolver } from './resolver.js';

/** Việc của tôi: the tasks of a person, collected from all modules. */
export const myWork = defineModule({ name: 'my-work', resolvers: [MyWorkResolver] });
