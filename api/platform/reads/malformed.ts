/** A request that no screen of ours sends: a cursor of another list, or too many lists within each other. */
export class MalformedRequest extends Error {
  override name = 'MalformedRequest';
}
