/**
 * A unit as the head of a paper names it: "Ủy ban nhân dân phường Bạch Trúc" for the ward Bạch Trúc, any other as it
 * is.
 */
export function agencyName(unitName: string): string {
  return /^(Phường|Xã|Đặc khu) /.test(unitName)
    ? `Ủy ban nhân dân ${unitName[0]!.toLowerCase()}${unitName.slice(1)}`
    : unitName;
}
