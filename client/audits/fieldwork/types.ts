import type { SheetQuery } from '../../graphql/generated/audits/fieldwork/sheet';

/** A line of the work sheet as its page reads it. */
export type CheckLine = SheetQuery['audit']['checkItems'][number];
