import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** What is asked for: field names with what is asked of each; a leaf has an empty map. */
export type Selection = Map<string, Selection>;

/** The selection of dotted paths: `selection('state', 'unit.id')`. */
export function selection(...paths: string[]): Selection {
  const root: Selection = new Map();
  for (const path of paths) addPath(root, path.split('.'));
  return root;
}

function addPath(into: Selection, [head, ...rest]: string[]): void {
  if (head === undefined) return;
  addPath(child(into, head), rest);
}

function child(into: Selection, name: string): Selection {
  const found = into.get(name);
  if (found) return found;
  const made: Selection = new Map();
  into.set(name, made);
  return made;
}

/** Adds everything of `from` to `into`. */
export function mergeSelections(into: Selection, from: Selection): Selection {
  for (const [name, inner] of from) mergeSelections(child(into, name), inner);
  return into;
}

/**
 * What a GraphQL request asks of the field that is being resolved, fragments, `@include` and
 * `@skip` applied, aliases folded together.
 */
export function selectionOf(info: GraphQLResolveInfo): Selection {
  const root: Selection = new Map();
  for (const node of info.fieldNodes) collect(node.selectionSet, root, info);
  return root;
}

/** What is asked of a field by its path below the one that is being resolved. */
export function within(asked: Selection, ...path: string[]): Selection {
  return path.reduce<Selection>((at, name) => at.get(name) ?? new Map(), asked);
}

function collect(set: SelectionSetNode | undefined, into: Selection, info: GraphQLResolveInfo): void {
  for (const node of set?.selections ?? []) {
    if (!isIncluded(node.directives, info)) continue;
    if (node.kind === Kind.FIELD) collectField(node, into, info);
    else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, into, info);
    else collect(info.fragments[node.name.value]?.selectionSet, into, info);
  }
}

function collectField(node: FieldNode, into: Selection, info: GraphQLResolveInfo): void {
  const name = node.name.value;
  if (name.startsWith('__')) return;
  collect(node.selectionSet, child(into, name), info);
}

function isIncluded(directives: FieldNode['directives'], info: GraphQLResolveInfo): boolean {
  return (directives ?? []).every((directive) => {
    const name = directive.name.value;
    if (name !== 'include' && name !== 'skip') return true;
    const value = directive.arguments?.[0]?.value;
    const given =
      value?.kind === Kind.VARIABLE
        ? info.variableValues[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value;
    return name === 'include' ? Boolean(given) : !given;
  });
}
