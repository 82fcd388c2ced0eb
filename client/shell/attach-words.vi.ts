export const words = {
  hint: 'Ảnh, PDF, Word hoặc Excel, mỗi tệp không quá 15 MB.',
  add: 'Thêm tệp hoặc ảnh',
  remove: (name: string) => `Bỏ tệp ${name}`,
  tooLarge: 'Tệp quá 15 MB. Hãy chụp lại với cỡ nhỏ hơn hoặc chia nhỏ tệp.',
  notSent: 'Chưa gửi được tệp. Hãy kiểm tra mạng rồi chọn lại tệp; nội dung đã gõ vẫn còn.',
};

export type Words = typeof words;
