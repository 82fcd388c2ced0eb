/** Who may do what, as tables that server and client share. */
export * from './permissions.js';
export * from './roles.js';
export * from './verbs.js';
