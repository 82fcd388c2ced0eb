/** A unit of the sample province. */
export interface SampleUnit {
  id: string;
  code: string;
  name: string;
  kind: string;
  officeKind: string | null;
  parentCode: string | null;
  /** Code of the authority it belongs to; null for the province. */
  authorityCode: string | null;
  receptionWeekday: string | null;
  cluster: string | null;
}

/** A person of the sample province. */
export interface SamplePerson {
  id: string;
  code: string;
  fullName: string;
  title: string;
  unitCode: string;
  roles: string[];
  isAuditor: boolean;
  leadQualified: boolean;
}

/** The invented province: units and people by code. */
export interface SampleOrganization {
  units: Map<string, SampleUnit>;
  people: Map<string, SamplePerson>;
}
