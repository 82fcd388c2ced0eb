export const words = {
  offline: 'Không kết nối được với máy chủ. Những gì bạn đã nhập vẫn còn; hãy thử lại khi có mạng.',
  internal: (requestId?: string) =>
    `Hệ thống gặp lỗi nên chưa làm được việc này. Hãy thử lại sau ít phút${requestId ? `; nếu vẫn lỗi, báo quản trị mã ${requestId}` : ''}.`,
  sessionEnded: 'Phiên làm việc đã hết. Đăng nhập lại để làm tiếp; những gì bạn đã nhập vẫn còn.',
  tryAgain: 'Thử lại',
  reload: 'Tải lại',
  notFoundTitle: 'Không tìm thấy',
  notFound: 'Mục này không có, hoặc bạn không được xem. Hãy kiểm tra lại đường dẫn hoặc hỏi người quản lý của đơn vị.',
  forbiddenTitle: 'Bạn không có quyền xem mục này',
  errorTitle: 'Chưa tải được',
  loading: 'Đang tải',
};

export type Words = typeof words;
