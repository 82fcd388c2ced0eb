/** Where a nonconformity came from. AUDIT is issued from above; all others are own sources. */
export type NonconformitySource =
  | 'AUDIT'
  | 'SELF_INSPECTION'
  | 'FEEDBACK'
  | 'DOSSIER'
  | 'EXTERNAL_AUDIT'
  | 'REVIEW'
  | 'OTHER';

/** How severe it is (`audits/data/finding-categories.tsv`). */
export type Severity = 'MAJOR' | 'MINOR';

/** What kind of cause it has (the categories of the fishbone diagram). */
export type CauseCategory = 'PEOPLE' | 'METHOD' | 'MATERIAL' | 'MACHINE' | 'ENVIRONMENT' | 'MEASUREMENT' | 'MANAGEMENT';

/** What an action is for. Only a CORRECTIVE one acts on the cause. */
export type ActionKind = 'CORRECTION' | 'CORRECTIVE' | 'PREVENTIVE' | 'IMPROVEMENT';
