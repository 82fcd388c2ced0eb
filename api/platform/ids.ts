import { randomBytes } from 'node:crypto';

let lastTime = -1;
let sequence = 0;

/**
 * A new UUIDv7 (RFC 9562): sorts by the time it was made, so that indexes grow at their end. Ids that this
 * process makes one after the other in the same millisecond sort in that order too (the counter of RFC 9562,
 * 6.2): the trail entries of one command keep their order.
 * @param at the time to put into it; the sample data makes ids of the past
 */
export function newId(at: Date = new Date()): string {
  const time = at.getTime();
  sequence = time === lastTime ? (sequence + 1) % 0x100000 : 0;
  lastTime = time;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time, 0, 6);
  bytes[6] = 0x70 | (sequence >>> 16);
  bytes[7] = (sequence >>> 8) & 0xff;
  bytes[8] = 0x80 | ((sequence >>> 2) & 0x3f);
  bytes[9] = ((sequence & 0x03) << 6) | (bytes[9]! & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
