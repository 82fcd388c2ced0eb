/** MIME types of a file that may hold the content of a revision: files that are read and printed as pages. */
export const contentFileTypes = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
] as const;

/** Whether a file of this MIME type may hold the content of a revision: PDF and Word, no photos and no tables. */
export const mayHoldContent = (type: string): boolean => (contentFileTypes as readonly string[]).includes(type);
