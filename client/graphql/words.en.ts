import type { Words } from './words.vi';

export const words = {
  offline: 'The server cannot be reached. What you typed is still here; try again when you are back online.',
  internal: (requestId?: string) =>
    `The system met a fault and could not do this. Try again in a few minutes${requestId ? `; if it fails again, give the administrator the code ${requestId}` : ''}.`,
} satisfies Words;
