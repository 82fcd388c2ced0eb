/** A request that our client never sends: a cursor of another list, or too many lists inside each other. */
export class MalformedRequest extends Error {
  override name = 'MalformedRequest';
}
