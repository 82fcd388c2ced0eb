import type { ProcedureKind } from '../../api/documents/rules/kinds';

export const words = {
  title: 'Thủ tục, quy trình',
  lead: 'Các quy trình đang hiệu lực: lĩnh vực, thời hạn, phí. Mở ra để xem hồ sơ, các bước và biểu mẫu.',
  find: 'Tìm theo tên, mã quy trình, mã thủ tục',
  caption: 'Danh mục quy trình đang hiệu lực',
  name: 'Tên quy trình',
  code: 'Mã',
  nationalCode: 'Mã TTHC',
  field: 'Lĩnh vực',
  limit: 'Thời hạn',
  fee: 'Phí, lệ phí',
  authority: 'Cơ quan',
  office: 'Phòng, trung tâm',
  effectiveOn: 'Hiệu lực',
  check: 'Kiểm tra',
  faults: (n: number) => `${n} điểm sai`,
  noFaults: 'Đạt',
  kind: 'Loại',
  kinds: {
    ADMINISTRATIVE_PROCEDURE: 'Thủ tục hành chính',
    SYSTEM_PROCEDURE: 'Quy trình hệ thống',
  } satisfies Record<ProcedureKind, string>,
  offices: {
    OFFICE: 'Văn phòng HĐND và UBND',
    ECONOMY: 'Phòng Kinh tế',
    CULTURE_SOCIETY: 'Phòng Văn hóa - Xã hội',
    SERVICE_CENTRE: 'Trung tâm Phục vụ hành chính công',
  },
  free: 'Không có',
  none: 'Không có quy trình nào',
  noneHint: 'Hãy bỏ bớt điều kiện lọc hoặc tìm bằng từ khác.',
};

export type Words = typeof words;
