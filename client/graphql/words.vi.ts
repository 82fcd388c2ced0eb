export const words = {
  offline: 'Không kết nối được với máy chủ. Những gì bạn đã nhập vẫn còn; hãy thử lại khi có mạng.',
  internal: (requestId?: string) =>
    `Hệ thống gặp lỗi nên chưa làm được việc này. Hãy thử lại sau ít phút${requestId ? `; nếu vẫn lỗi, báo quản trị mã ${requestId}` : ''}.`,
};

export type Words = typeof words;
