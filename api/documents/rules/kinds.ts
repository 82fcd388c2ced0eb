/** What a kind of document is, as far as the rules go. */
interface KindFacts {
  /**
   * What its content is: text under headings; the steps of a procedure; or these together with what citizens
   * hand in, pay and wait for.
   */
  content: 'TEXT' | 'PROCEDURE' | 'ADMINISTRATIVE_PROCEDURE';
  /** Written, reviewed, approved and amended here; or made by others and registered as it is. */
  origin: 'INTERNAL' | 'EXTERNAL';
}

/** The kinds of documents, in the order in which people choose. */
export const documentKinds = {
  MANUAL: { content: 'TEXT', origin: 'INTERNAL' },
  POLICY: { content: 'TEXT', origin: 'INTERNAL' },
  OBJECTIVE: { content: 'TEXT', origin: 'INTERNAL' },
  SYSTEM_PROCEDURE: { content: 'PROCEDURE', origin: 'INTERNAL' },
  ADMINISTRATIVE_PROCEDURE: { content: 'ADMINISTRATIVE_PROCEDURE', origin: 'INTERNAL' },
  INSTRUCTION: { content: 'TEXT', origin: 'INTERNAL' },
  FORM: { content: 'TEXT', origin: 'INTERNAL' },
  REGULATION: { content: 'TEXT', origin: 'INTERNAL' },
  EXTERNAL: { content: 'TEXT', origin: 'EXTERNAL' },
} as const satisfies Record<string, KindFacts>;

/** A kind of document. */
export type DocumentKind = keyof typeof documentKinds;

/** A kind whose documents have steps, a time limit and the rest of a procedure. */
export type ProcedureKind = {
  [Kind in DocumentKind]: (typeof documentKinds)[Kind]['content'] extends 'TEXT' ? never : Kind;
}[DocumentKind];

const factsOf = (kind: DocumentKind): KindFacts => documentKinds[kind];

/** Whether documents of this kind have steps, a time limit and the rest of a procedure. */
export const isProcedure = (kind: DocumentKind): kind is ProcedureKind => factsOf(kind).content !== 'TEXT';

/** Whether it says how an administrative procedure for citizens is handled, with what they hand in and pay. */
export const isAdministrative = (kind: DocumentKind): boolean => factsOf(kind).content === 'ADMINISTRATIVE_PROCEDURE';

/** Whether documents of this kind are made by others: they are registered, not drafted or revised. */
export const isExternal = (kind: DocumentKind): boolean => factsOf(kind).origin === 'EXTERNAL';

/** The kinds of procedures. */
export const procedureKinds = (Object.keys(documentKinds) as DocumentKind[]).filter(isProcedure);
