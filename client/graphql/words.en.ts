import type { Words } from './words.vi';

export const words = {
  offline: 'The server cannot be reached. What you typed is still here; try again when you are back online.',
  internal: (requestId?: string) =>
    `The system met a fault and could not do this. Try again in a few minutes${requestId ? `; if it fails again, give the administrator the code ${requestId}` : ''}.`,
  sessionEnded: 'Your session has ended. Sign in again to go on; what you typed is still here.',
  tryAgain: 'Try again',
  reload: 'Reload',
  notFoundTitle: 'Not found',
  notFound: 'This does not exist, or you may not see it. Check the address, or ask the person in charge of your unit.',
  forbiddenTitle: 'You may not see this',
  errorTitle: 'Could not load',
  loading: 'Loading',
} satisfies Words;
