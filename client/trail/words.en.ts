import type { Words } from './words.vi';

export const words = {
  title: 'Audit trail',
  lead: 'Everything that changes data is recorded and sealed into a chain. Changing, removing or cutting the trail shows when it is verified.',
  anchor: 'Newest anchor',
  keep: 'Keep this anchor elsewhere (minutes, a book). Give it back when verifying, to prove that nothing was cut.',
  position: 'Position',
  hash: 'Hash',
  copy: 'Copy the anchor',
  copied: 'The anchor is copied',
  cannotCopy: 'This device does not allow copying. Select the text and copy it by hand.',
  none: 'No anchor yet',
  noneHint: 'The trail is sealed once a minute. Come back in a moment.',
  how: 'How to verify',
  howTo: 'Whoever runs the server gives this command, with the anchors that were kept:',
} satisfies Words;
