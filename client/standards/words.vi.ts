export const words = {
  title: 'Bộ điều khoản',
  lead: 'Tên các điều khoản bằng hai thứ tiếng và điều khoản tương ứng ở các phiên bản khác. Không có nội dung của tiêu chuẩn.',
  sets: 'Các phiên bản',
  current: 'Đang dùng',
  draft: 'Dự thảo, chưa đối chiếu với bản công bố',
  filter: 'Tìm theo số hoặc tên điều khoản',
  number: 'Số',
  clause: 'Điều khoản',
  other: 'Tên tiếng Anh',
  maps: 'Tương ứng ở bản khác',
  usualUnit: 'Thường hỏi',
  change: 'Thay đổi',
  nothing: 'Không có điều khoản nào khớp',
  nothingHint: 'Hãy gõ ít chữ hơn hoặc xóa ô tìm kiếm.',
  count: (n: number) => `${n} điều khoản`,
  changes: { NEW: 'Mới', RENAMED: 'Đổi tên', MOVED: 'Chuyển chỗ', TEXT: 'Đổi nội dung', SAME: 'Giữ nguyên' },
  edition: { ISO9001_2008: '2008', ISO9001_2015: '2015', ISO9001_2026: '2026' },
};

export type Words = typeof words;
