export const words = {
  title: 'Nhật ký hệ thống',
  lead: 'Mỗi việc làm thay đổi dữ liệu đều được ghi lại và niêm phong thành một chuỗi. Sửa, xóa hoặc cắt bớt nhật ký đều lộ ra khi kiểm tra.',
  anchor: 'Mốc niêm phong mới nhất',
  keep: 'Hãy ghi lại mốc này ở nơi khác (biên bản, sổ). Khi kiểm tra, đưa lại mốc để chứng minh không ai cắt bớt nhật ký.',
  position: 'Số thứ tự',
  hash: 'Mã băm',
  copy: 'Chép mốc',
  copied: 'Đã chép mốc',
  cannotCopy: 'Máy này không cho chép. Hãy chọn dòng chữ và chép bằng tay.',
  none: 'Chưa có mốc nào',
  noneHint: 'Nhật ký được niêm phong mỗi phút một lần. Hãy quay lại sau ít phút.',
  how: 'Cách kiểm tra',
  howTo: 'Người quản trị máy chủ chạy lệnh dưới đây, kèm các mốc đã giữ:',
};

export type Words = typeof words;
