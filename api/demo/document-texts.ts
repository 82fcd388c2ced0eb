import type { ProcedureModel } from './document-models.js';

/** A written section, by its key. */
export interface TextSection {
  key: string;
  body: string;
}

const abbreviations: [short: string, long: string][] = [
  ['UBND', 'Ủy ban nhân dân'],
  ['HĐND', 'Hội đồng nhân dân'],
  ['TTHC', 'Thủ tục hành chính'],
  ['TTPVHCC', 'Trung tâm Phục vụ hành chính công'],
  ['HTQLCL', 'Hệ thống quản lý chất lượng'],
  ['BCĐ ISO', 'Ban Chỉ đạo áp dụng hệ thống quản lý chất lượng theo TCVN ISO 9001'],
];

/** What a term of a field means in our own words, for the section of definitions. */
const terms: Record<string, string> = {
  'Hộ tịch':
    'Hộ tịch: các sự kiện về tình trạng nhân thân của cá nhân từ khi sinh ra đến khi chết được cơ quan có thẩm quyền ghi nhận.',
  'Chứng thực':
    'Chứng thực: việc cơ quan có thẩm quyền xác nhận bản sao đúng với bản chính, chữ ký trong giấy tờ hoặc việc giao kết giao dịch.',
  'Đất đai': 'Giấy chứng nhận: Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất.',
  'Hộ kinh doanh':
    'Hộ kinh doanh: cơ sở kinh doanh do một cá nhân hoặc các thành viên hộ gia đình đăng ký thành lập và chịu trách nhiệm bằng toàn bộ tài sản của mình.',
  'Xây dựng':
    'Giấy phép xây dựng: văn bản cấp cho chủ đầu tư để xây dựng mới, sửa chữa, cải tạo hoặc di dời công trình.',
  'Bảo trợ xã hội':
    'Đối tượng bảo trợ xã hội: người thuộc diện được trợ cấp, hỗ trợ của Nhà nước theo quy định về trợ giúp xã hội.',
  'Khiếu nại, tố cáo':
    'Người khiếu nại, người tố cáo: cá nhân, tổ chức thực hiện quyền khiếu nại, tố cáo theo quy định của pháp luật.',
};

const lines = (...rows: (string | false)[]) => rows.filter((row): row is string => row !== false).join('\n');

/** The authority as texts name it: "UBND phường Bạch Trúc". */
export function officeName(authorityName: string): string {
  return /^(Phường|Xã) /.test(authorityName)
    ? `UBND ${authorityName[0]!.toLowerCase()}${authorityName.slice(1)}`
    : authorityName;
}

/** Sections 1 to 4 of a procedure at an authority. Sections 5 to 7 are made of the procedure itself. */
export function procedureTexts(model: ProcedureModel, authorityName: string): TextSection[] {
  const office = officeName(authorityName);
  return model.kind === 'SYSTEM_PROCEDURE' ? systemTexts(model, office) : administrativeTexts(model, office);
}

function administrativeTexts(model: ProcedureModel, office: string): TextSection[] {
  const field = model.field!;
  const foremost = model.legalBases
    .slice(0, 4)
    .map(({ number }) => number)
    .join(', ');
  return [
    {
      key: 'PURPOSE',
      body: lines(
        `Quy định thống nhất trình tự, trách nhiệm và thời gian giải quyết thủ tục “${model.title}” tại ${office}.`,
        'Bảo đảm việc giải quyết đúng pháp luật, công khai, đúng hạn; tổ chức, cá nhân theo dõi được hồ sơ và không phải bổ sung hồ sơ quá một lần.',
      ),
    },
    {
      key: 'SCOPE',
      body: lines(
        `Áp dụng đối với tổ chức, cá nhân có yêu cầu giải quyết thủ tục “${model.title}” thuộc lĩnh vực ${field} và thẩm quyền của ${office}.`,
        `Các phòng, trung tâm và công chức của ${office} tham gia tiếp nhận, thẩm định, soát xét, ký và trả kết quả chịu trách nhiệm thực hiện quy trình này.`,
      ),
    },
    {
      key: 'REFERENCES',
      body: lines(
        '- TCVN ISO 9001:2015, các điều 8.2, 8.5 và 8.6;',
        '- QT.ISO.01 Kiểm soát thông tin dạng văn bản; QT.ISO.04 Kiểm soát sự không phù hợp và hành động khắc phục;',
        model.atCounter &&
          '- QT.ISO.13 Tiếp nhận và trả kết quả tại Bộ phận Một cửa; Thông tư 03/2025/TT-VPCP (các mẫu của cơ chế một cửa);',
        `- Các văn bản nêu tại mục 5.1${foremost ? `, trước hết là ${foremost}` : ''}.`,
      ),
    },
    {
      key: 'DEFINITIONS',
      body: lines(
        terms[field] ?? false,
        ...abbreviations.slice(0, model.atCounter ? 5 : 3).map(([short, long]) => `${short}: ${long}.`),
      ),
    },
  ];
}

function systemTexts(model: ProcedureModel, office: string): TextSection[] {
  const subject = model.title.replace(/^Quy trình /, '').replace(/^Mô hình/, 'mô hình');
  return [
    {
      key: 'PURPOSE',
      body: lines(
        `Quy định cách thức ${subject} tại ${office}, đáp ứng các điều ${model.clauses.join(', ')} của TCVN ISO 9001:2015.`,
        'Làm rõ ai làm, làm khi nào và lưu lại bằng chứng gì, để hệ thống được duy trì thường xuyên chứ không chỉ trước kỳ kiểm tra.',
      ),
    },
    {
      key: 'SCOPE',
      body: `Áp dụng cho mọi phòng, trung tâm và công chức thuộc ${office} trong phạm vi hệ thống quản lý chất lượng đã công bố.`,
    },
    {
      key: 'REFERENCES',
      body: lines(
        `- TCVN ISO 9001:2015, các điều ${model.clauses.join(', ')};`,
        '- Quyết định số 19/2014/QĐ-TTg; Thông tư số 26/2014/TT-BKHCN;',
        model.code !== 'HTQLCL.01' && '- HTQLCL.01 Mô hình hệ thống quản lý chất lượng.',
      ),
    },
    { key: 'DEFINITIONS', body: lines(...abbreviations.slice(2).map(([short, long]) => `${short}: ${long}.`)) },
  ];
}

/** Where the dossier of a procedure is submitted and its result given. */
export function receivedAt(model: ProcedureModel, authorityName: string): string | null {
  if (model.kind === 'SYSTEM_PROCEDURE') return null;
  const office = officeName(authorityName);
  const level = authorityName.toLowerCase().startsWith('phường') ? 'phường' : 'xã';
  return model.atCounter
    ? [
        `Trung tâm Phục vụ hành chính công ${level}, trụ sở ${office};`,
        'hoặc trực tuyến tại Cổng Dịch vụ công quốc gia',
      ].join(' ')
    : `Nơi tiếp công dân, trụ sở ${office}`;
}

/** A document of another kind that every authority has. */
export interface OtherModel {
  code: string;
  title: string;
  kind: 'POLICY' | 'OBJECTIVE' | 'INSTRUCTION' | 'REGULATION' | 'EXTERNAL';
  clauses: string[];
  officeKinds: string[];
  sections: (office: string) => TextSection[];
}

const content = (...rows: string[]): TextSection[] => [{ key: 'CONTENT', body: lines(...rows) }];

/** Policy, objectives, an instruction and outside documents. */
export const otherModels = (year: number): OtherModel[] => [
  {
    code: 'CSCL',
    title: 'Chính sách chất lượng',
    kind: 'POLICY',
    clauses: ['5.2.1', '5.2.2'],
    officeKinds: [],
    sections: (office) =>
      content(
        `${office} cam kết:`,
        '1. Giải quyết thủ tục hành chính đúng pháp luật, đúng hạn, công khai; lấy sự hài lòng của người dân làm thước đo.',
        '2. Công chức nắm rõ quy trình của mình, làm đúng như đã viết và viết lại khi có cách làm tốt hơn.',
        '3. Tự kiểm tra trung thực, khắc phục sai lỗi từ nguyên nhân và cải tiến liên tục hệ thống quản lý chất lượng.',
      ),
  },
  {
    code: `MTCL-${year}`,
    title: `Mục tiêu chất lượng năm ${year}`,
    kind: 'OBJECTIVE',
    clauses: ['6.2'],
    officeKinds: [],
    sections: () =>
      content(
        '1. Tỷ lệ hồ sơ giải quyết đúng hạn từ 98% trở lên; trước hạn từ 50% trở lên.',
        '2. 100% thủ tục hành chính được niêm yết, công khai đúng bản đang có hiệu lực.',
        '3. Mức độ hài lòng của tổ chức, cá nhân từ 95% trở lên.',
        '4. 100% phản ánh, kiến nghị và sự không phù hợp được xử lý đúng hạn.',
        '5. 100% công chức được phổ biến quy trình mới trong 05 ngày làm việc.',
      ),
  },
  {
    code: 'HD.VP.01',
    title: 'Hướng dẫn số hóa thành phần hồ sơ khi tiếp nhận',
    kind: 'INSTRUCTION',
    clauses: ['7.5.3', '8.5.2'],
    officeKinds: ['SERVICE_CENTRE', 'OFFICE'],
    sections: () =>
      content(
        '1. Kiểm tra tình trạng giấy tờ: đủ trang, rõ chữ, không tẩy xóa.',
        '2. Quét màu, độ phân giải tối thiểu 200 dpi, mỗi thành phần hồ sơ là một tệp PDF.',
        '3. Đặt tên tệp theo mã hồ sơ và số thứ tự thành phần; ký số của cơ quan trước khi chuyển.',
        '4. Chụp lại nếu tệp lệch, mờ hoặc thiếu trang; không yêu cầu người dân nộp lại giấy tờ đã có trong kho dữ liệu.',
      ),
  },
  {
    code: '118/2025/NĐ-CP',
    title: 'Nghị định về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông',
    kind: 'EXTERNAL',
    clauses: ['8.2'],
    officeKinds: [],
    sections: () =>
      content('Chính phủ', 'Áp dụng tại Trung tâm Phục vụ hành chính công và các phòng tham gia giải quyết hồ sơ.'),
  },
  {
    code: '03/2025/TT-VPCP',
    title: 'Thông tư ban hành các mẫu, biểu của cơ chế một cửa',
    kind: 'EXTERNAL',
    clauses: ['7.5.3', '8.2'],
    officeKinds: [],
    sections: () => content('Văn phòng Chính phủ', 'Các mẫu số 01 đến 07 thay cho mẫu trước ngày 15/9/2025.'),
  },
];
