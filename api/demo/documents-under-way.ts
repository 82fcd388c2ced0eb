import { addDays } from '../rules/calendar.js';
import type { ProcedureModel } from './document-models.js';
import type { DocumentRows, MadeDocument, RevisionPlan } from './document-rows.js';
import { procedureTexts, receivedAt, officeName } from './document-texts.js';
import { documentOf, signedBefore, sampleStaff, type SampleDocuments, type Staff } from './document-staff.js';
import type { SampleOrganization } from './sample-types.js';

/** A revision on its way: which procedure of which authority, how far, and by whom. */
interface UnderWay {
  authority: string;
  /** `no` in the table of commune procedures, or of system procedures. */
  commune?: number;
  system?: number;
  state: RevisionPlan['state'];
  /** Codes of drafter, reviewer and approver. */
  signers: [string, string, string];
  request: string;
  /** Why it came back. */
  returned?: string;
  /** Days until an approved one takes effect. */
  inDays?: number;
}

/** The models of documents, by table. */
interface Models {
  commune: ProcedureModel[];
  system: ProcedureModel[];
}

const underWay: UnderWay[] = [
  {
    authority: 'LH-BT',
    commune: 54,
    state: 'DRAFT',
    signers: ['P018', 'P013', 'P010'],
    request: 'Kiểm tra thời gian quy trình: tổng thời gian các bước vượt thời hạn 10 ngày làm việc',
  },
  {
    authority: 'LH-BT',
    commune: 3,
    state: 'DRAFT',
    signers: ['P017', 'P012', 'P010'],
    request: 'Bổ sung trường hợp cần xác minh tình trạng hôn nhân tại xã khác',
    returned:
      'Bước xác minh chưa ghi thời hạn trả lời của xã được hỏi (03 ngày làm việc). Đề nghị bổ sung rồi gửi lại.',
  },
  {
    authority: 'LH-BT',
    commune: 11,
    state: 'IN_REVIEW',
    signers: ['P017', 'P012', 'P010'],
    request: 'Cập nhật căn cứ pháp lý về khai thác cơ sở dữ liệu hộ tịch điện tử',
  },
  {
    authority: 'LH-BT',
    system: 14,
    state: 'REVIEWED',
    signers: ['P016', 'P011', 'P010'],
    request: 'Thay mẫu giấy tờ một cửa theo Thông tư 03/2025/TT-VPCP',
  },
  {
    authority: 'LH-BT',
    commune: 36,
    state: 'APPROVED',
    signers: ['P020', 'P013', 'P010'],
    request: 'Đồng bộ thành phần hồ sơ với Cổng Dịch vụ công quốc gia',
    inDays: 20,
  },
  {
    authority: 'LH-NT',
    commune: 48,
    state: 'DRAFT',
    signers: ['P030', 'P025', 'P022'],
    request: 'Rà soát sau khi Luật Xây dựng sửa đổi có hiệu lực',
  },
  {
    authority: 'LH-NT',
    commune: 5,
    state: 'IN_REVIEW',
    signers: ['P029', 'P023', 'P022'],
    request: 'Kết quả tự kiểm tra tháng trước: thiếu biểu mẫu phiếu kiểm soát',
  },
  {
    authority: 'LH-NT',
    system: 5,
    state: 'REVIEWED',
    signers: ['P028', 'P023', 'P022'],
    request: 'Bổ sung đánh giá tính hiệu lực sau 03 tháng',
  },
  {
    authority: 'LH-SK',
    system: 16,
    state: 'IN_REVIEW',
    signers: ['P040', 'P035', 'P034'],
    request: 'Chuyển tự kiểm tra tuần sang điện thoại, thêm ảnh minh chứng',
  },
  {
    authority: 'LH-SK',
    commune: 42,
    state: 'DRAFT',
    signers: ['P042', 'P037', 'P034'],
    request: 'Làm rõ thời hạn theo từng kênh nộp hồ sơ',
  },
  {
    authority: 'LH-LK',
    commune: 21,
    state: 'DRAFT',
    signers: ['P053', 'P048', 'P046'],
    request: 'Bổ sung chứng thực bản sao điện tử',
  },
  {
    authority: 'LH-DS',
    system: 4,
    state: 'REVIEWED',
    signers: ['P063', 'P058', 'P057'],
    request: 'Bổ sung đánh giá chéo giữa các xã trong cụm',
  },
  {
    authority: 'LH-KHCN',
    system: 4,
    state: 'REVIEWED',
    signers: ['P005', 'P003', 'P001'],
    request: 'Bổ sung bốc thăm công khai khi phân công đoàn đánh giá',
  },
];

/**
 * Revisions that are being written, reviewed, approved, or wait for their day; one document that never was in force.
 */
export function documentsUnderWay(
  rows: DocumentRows,
  organization: SampleOrganization,
  models: Models,
  made: SampleDocuments,
  today: string,
): void {
  for (const each of underWay) nextRevision(rows, organization, models, made, today, each);
  newRegulation(rows, sampleStaff(organization, organization.units.get('LH-BT')!), today);
}

function nextRevision(
  rows: DocumentRows,
  organization: SampleOrganization,
  models: Models,
  made: SampleDocuments,
  today: string,
  each: UnderWay,
): void {
  const staff = sampleStaff(organization, organization.units.get(each.authority)!);
  const kind = each.commune ? 'commune' : 'system';
  const no = (each.commune ?? each.system)!;
  const model = models[kind].find((candidate) => candidate.no === no)!;
  const { authority } = staff;
  const document: MadeDocument = {
    id: made[kind].get(each.authority)!.get(no)!.documentId,
    plan: {
      ...documentOf(staff, model),
      copiedFromId: null,
      begunOn: today,
    },
  };
  const [drafter, reviewer, approver] = each.signers.map((code) => organization.people.get(code)!) as [
    never,
    never,
    never,
  ];
  const { id } = rows.revision(document, {
    ...howFar(each, today),
    issue: 2,
    amendment: 0,
    state: each.state,
    model,
    receivedAt: receivedAt(model, authority.name),
    sections: procedureTexts(model, authority.name),
    changeRows: [
      {
        place: 'Mục 5',
        request: each.request,
        description: each.state === 'DRAFT' ? '' : 'Sửa nội dung nêu tại cột bên, các phần khác giữ nguyên.',
      },
    ],
    signers: { drafter, reviewer, approver },
    reason: each.returned ?? null,
    ...(each.returned && {
      returned: { submittedOn: addDays(today, -4), returnedOn: addDays(today, -2), reason: each.returned },
    }),
  });
  rows.happened(document, id, {
    day: addDays(today, -12),
    actor: drafter,
    verb: 'document.startRevision',
    reason: each.request,
  });
}

function howFar(
  { state, inDays }: UnderWay,
  today: string,
): Pick<RevisionPlan, 'begunOn' | 'submittedOn' | 'reviewedOn' | 'approvedOn' | 'effectiveOn' | 'since'> {
  const rank = ['DRAFT', 'IN_REVIEW', 'REVIEWED', 'APPROVED'].indexOf(state);
  const days = [addDays(today, -2), addDays(today, -5), addDays(today, -3), addDays(today, -1)];
  return {
    begunOn: addDays(today, -12),
    submittedOn: rank >= 1 ? addDays(today, -5) : null,
    reviewedOn: rank >= 2 ? addDays(today, -3) : null,
    approvedOn: rank >= 3 ? addDays(today, -1) : null,
    effectiveOn: rank >= 3 ? addDays(today, inDays ?? 7) : null,
    since: days[rank]!,
  };
}

function newRegulation(rows: DocumentRows, staff: Staff, today: string): void {
  const office = officeName(staff.authority.name);
  const drafter = staff.withRole('ISO_SECRETARY');
  const document = rows.document(
    {
      authority: staff.authority,
      owner: staff.unit('OFFICE'),
      code: 'QC.01',
      title: 'Quy chế làm việc của Ban Chỉ đạo ISO phường',
      kind: 'REGULATION',
      officeKinds: [],
      clauses: ['5.3', '7.4'],
      copiedFromId: null,
      begunOn: addDays(today, -6),
    },
    drafter,
  );
  rows.revision(document, {
    issue: 1,
    amendment: 0,
    state: 'DRAFT',
    model: null,
    receivedAt: null,
    changeRows: [],
    reason: null,
    begunOn: addDays(today, -6),
    submittedOn: null,
    reviewedOn: null,
    approvedOn: null,
    effectiveOn: null,
    since: addDays(today, -6),
    signers: { drafter, reviewer: staff.withRole('QUALITY_MANAGER'), approver: staff.withRole('ISO_HEAD') },
    sections: [
      {
        key: 'CONTENT',
        body: [
          `Điều 1. Ban Chỉ đạo ISO do Chủ tịch ${office} làm Trưởng ban, họp mỗi quý một lần và họp đột xuất khi cần.`,
          'Điều 2. Đại diện lãnh đạo về chất lượng điều hành công việc hằng ngày của hệ thống.',
        ].join('\n'),
      },
    ],
  });
}

/** An instruction that was withdrawn when its content went into a procedure. */
export function withdrawnDocument(rows: DocumentRows, staff: Staff, today: string): void {
  const reason = 'Nội dung đã được đưa vào QT.ISO.13 nên hướng dẫn riêng không còn cần thiết.';
  const effectiveOn = addDays(today, -300);
  const withdrawnOn = addDays(today, -75);
  const drafter = staff.withRole('ISO_SECRETARY');
  const approver = staff.withRole('ISO_HEAD');
  const document = rows.document(
    {
      authority: staff.authority,
      owner: staff.unit('OFFICE'),
      code: 'HD.VP.02',
      title: 'Hướng dẫn lấy số thứ tự và xếp hàng tại quầy',
      kind: 'INSTRUCTION',
      officeKinds: ['SERVICE_CENTRE'],
      clauses: ['8.5.1'],
      copiedFromId: null,
      begunOn: addDays(effectiveOn, -14),
    },
    drafter,
  );
  const { id } = rows.revision(document, {
    ...signedBefore(effectiveOn),
    issue: 1,
    amendment: 0,
    state: 'WITHDRAWN',
    since: withdrawnOn,
    model: null,
    receivedAt: null,
    changeRows: [],
    reason,
    signers: { drafter, reviewer: staff.withRole('QUALITY_MANAGER'), approver },
    sections: [
      {
        key: 'CONTENT',
        body: [
          'Người dân lấy số tại máy hoặc tại bàn hướng dẫn; người cao tuổi, khuyết tật, phụ nữ mang thai được ưu tiên.',
          'Mỗi số chờ không quá 30 phút.',
        ].join('\n'),
      },
    ],
  });
  rows.happened(document, id, { day: withdrawnOn, actor: approver, verb: 'document.withdraw', reason });
}
