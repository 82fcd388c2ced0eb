import { attachmentsOf } from '../../attachments/index.js';
import { CheckItem } from './check-item.js';

/** Most photos and papers that one line carries. */
const mostFiles = 20;

/** Photos and papers of a line: members add theirs without changing what others write. */
export const lineFiles = attachmentsOf(CheckItem, {
  most: {
    count: mostFiles,
    words: {
      vi: `Một dòng có nhiều nhất ${mostFiles} tệp. Hãy xóa bớt tệp không cần.`,
      en: `A line carries at most ${mostFiles} files. Remove some first.`,
    },
  },
});
