import type { SampleUnit } from './sample-types.js';

/** How long a certificate of the sample is valid. */
const years = 3;
/** From so many earlier audits on a person was certified before the present certificate. */
const auditsOfExperienced = 2;

const yearsBefore = (day: string, count: number) => `${Number(day.slice(0, 4)) - count}${day.slice(4)}`;

/**
 * The certificates of an auditor of the sample; whoever has audited for long has an earlier one too, which has run out.
 */
export function certificatesOf(
  row: Record<'certificate_number' | 'certificate_date' | 'certificate_valid_until' | 'earlier_audits', string>,
): Record<string, string>[] {
  const issuer = 'Trung tâm Đào tạo tiêu chuẩn chất lượng Lam Hồng';
  const present = {
    number: row.certificate_number,
    issuer,
    edition: 'ISO 9001:2015',
    issued_on: row.certificate_date,
    valid_until: row.certificate_valid_until,
  };
  if (Number(row.earlier_audits) < auditsOfExperienced) return [present];
  const issuedOn = yearsBefore(present.issued_on, years);
  return [
    present,
    {
      ...present,
      number: present.number.replace(/\d{4}/, issuedOn.slice(0, 4)),
      issued_on: issuedOn,
      valid_until: yearsBefore(present.valid_until, years),
    },
  ];
}

/** An address and a telephone number that belong to nobody. */
export function contactOf({ code }: { code: string }, unit: SampleUnit): { email: string; phone: string } {
  return {
    email: `${code.toLowerCase()}@${(unit.authorityCode ?? unit.code).toLowerCase()}.example`,
    phone: `0200 3900 ${code.slice(1)}`,
  };
}
