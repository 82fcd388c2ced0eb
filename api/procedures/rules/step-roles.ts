import type { Step } from './content.js';

/** Who acts in a step: the words on the paper, the key for statistics, and the usual office. */
export type StepRole = Pick<Step, 'roleKey' | 'roleName' | 'unitKind'>;

const role = (roleKey: string, roleName: string, unitKind: string): StepRole => ({ roleKey, roleName, unitKind });

/** The roles that the procedures of the commune level name, the most frequent first (data: the tables of steps). */
export const stepRoles: readonly StepRole[] = [
  role('COUNTER_OFFICER', 'Công chức tiếp nhận và trả kết quả', 'SERVICE_CENTRE'),
  role('PC_CHAIR', 'Chủ tịch UBND', 'PEOPLES_COMMITTEE'),
  role('CLERK', 'Văn thư', 'OFFICE'),
  role('CIVIL_STATUS_OFFICER', 'Công chức tư pháp - hộ tịch', 'OFFICE'),
  role('OFFICE_CHIEF', 'Chánh Văn phòng HĐND và UBND', 'OFFICE'),
  role('UNIT_HEAD', 'Lãnh đạo phòng, trung tâm', 'ANY'),
  role('DIVISION_HEAD', 'Lãnh đạo Phòng Kinh tế (Phòng Kinh tế, Hạ tầng và Đô thị)', 'ECONOMY'),
  role('SOCIAL_OFFICER', 'Công chức lao động, người có công và xã hội', 'CULTURE_SOCIETY'),
  role('LAND_OFFICER', 'Công chức địa chính', 'ECONOMY'),
  role('ISO_SECRETARY', 'Thư ký ISO', 'OFFICE'),
  role('CONSTRUCTION_OFFICER', 'Công chức xây dựng, đô thị', 'ECONOMY'),
  role('DIVISION_HEAD', 'Lãnh đạo Phòng Văn hóa - Xã hội', 'CULTURE_SOCIETY'),
  role('AGRICULTURE_OFFICER', 'Công chức nông nghiệp và môi trường', 'ECONOMY'),
  role('BUSINESS_REGISTRAR', 'Công chức đăng ký kinh doanh', 'ECONOMY'),
  role('STEERING_COMMITTEE', 'Ban Chỉ đạo rà soát cấp xã', 'PEOPLES_COMMITTEE'),
  role('POLICE_OFFICER', 'Cán bộ đăng ký cư trú', 'COMMUNE_POLICE'),
  role('QUALITY_MANAGER', 'Đại diện lãnh đạo về chất lượng', 'PEOPLES_COMMITTEE'),
  role('OFFICER', 'Công chức được giao', 'ANY'),
  role('ACCOUNTANT', 'Kế toán', 'OFFICE'),
  role('ISO_HEAD', 'Trưởng Ban Chỉ đạo ISO', 'PEOPLES_COMMITTEE'),
  role('PC_LEADER', 'Lãnh đạo UBND', 'PEOPLES_COMMITTEE'),
  role('OTHER_AGENCY', 'Cơ quan quản lý nhà nước được lấy ý kiến', 'EXTERNAL'),
  role('LAND_REGISTRY', 'Chi nhánh Văn phòng đăng ký đất đai', 'EXTERNAL'),
  role('POLICE_OFFICER', 'Công an cấp xã', 'COMMUNE_POLICE'),
  role('RECEPTION_OFFICER', 'Người tiếp công dân', 'OFFICE'),
  role('VERIFIER', 'Tổ xác minh', 'PEOPLES_COMMITTEE'),
  role('TAX_AGENCY', 'Cơ quan thuế', 'EXTERNAL'),
  role('CONTROL_OFFICER', 'Công chức đầu mối kiểm soát TTHC', 'OFFICE'),
  role('COUNCIL', 'Hội đồng (theo quyết định của Chủ tịch UBND)', 'PEOPLES_COMMITTEE'),
  role('VILLAGE_HEAD', 'Trưởng thôn, tổ trưởng tổ dân phố', 'EXTERNAL'),
  role('CULTURE_OFFICER', 'Công chức văn hóa, thể thao', 'CULTURE_SOCIETY'),
  role('CENTRE_DIRECTOR', 'Giám đốc Trung tâm Phục vụ hành chính công', 'SERVICE_CENTRE'),
  role('OTHER_COMMUNE', 'UBND cấp xã nơi liên quan', 'EXTERNAL'),
  role('POLICE_CHIEF', 'Trưởng Công an cấp xã', 'COMMUNE_POLICE'),
  role('HOME_AFFAIRS_OFFICER', 'Công chức nội vụ, tôn giáo', 'CULTURE_SOCIETY'),
  role('EDUCATION_OFFICER', 'Công chức giáo dục và đào tạo', 'CULTURE_SOCIETY'),
  role('TRADE_OFFICER', 'Công chức công thương', 'ECONOMY'),
  role('AUDITOR', 'Chuyên gia đánh giá nội bộ', 'AUDIT_TEAM'),
  role('HOME_AFFAIRS_OFFICER', 'Công chức nội vụ', 'CULTURE_SOCIETY'),
  role('ARCHIVIST', 'Người làm lưu trữ', 'OFFICE'),
  role('HEALTH_STATION', 'Trạm y tế', 'EXTERNAL'),
  role('LEAD_AUDITOR', 'Trưởng đoàn đánh giá', 'AUDIT_TEAM'),
  role('SOCIAL_INSURANCE', 'Cơ quan Bảo hiểm xã hội', 'EXTERNAL'),
  role('OTHER_AGENCY', 'Cơ quan quản lý dữ liệu lý lịch tư pháp', 'EXTERNAL'),
  role('PROVINCE', 'Chủ tịch UBND tỉnh', 'EXTERNAL'),
  role('LEAD_AGENCY', 'Đơn vị chủ trì của tỉnh', 'EXTERNAL'),
  role('AUDIT_SECRETARY', 'Thư ký đoàn đánh giá', 'AUDIT_TEAM'),
  role('OTHER_AGENCY', 'Sở Nội vụ', 'EXTERNAL'),
];

/** Office kinds that can act in a step. */
export const stepOffices = [
  'OFFICE',
  'ECONOMY',
  'CULTURE_SOCIETY',
  'SERVICE_CENTRE',
  'PEOPLES_COMMITTEE',
  'COMMUNE_POLICE',
  'EXTERNAL',
  'ANY',
  'AUDIT_TEAM',
] as const;
