import { defineModule } from '../platform/module.js';
import { MyWorkResolver } from './resolver.js';

/** Việc của tôi: what a person owes, collected from the modules. */
export const myWork = defineModule({ name: 'my-work', resolvers: [MyWorkResolver] });
