import { expect, test } from 'vitest';
import { useServer } from '../support/server.js';
import { useVisitors } from '../support/visitor.js';

const it = useServer();
const visitors = useVisitors(it);

test('an administrator gives an account; its owner changes the password on a phone and is asked no more', async () => {
  const administrator = await visitors.at('toantd.khcn');
  await administrator.module('Tổ chức');
  await administrator.link('Người');
  await administrator.page.getByRole('searchbox').fill('bui khac quyen');
  await administrator.link('Bùi Khắc Quyền');
  await administrator.reads('Người này chưa có tài khoản.');
  await administrator.press('Cấp tài khoản');
  const password = await administrator.page.locator('dialog code').innerText();
  await administrator.look('given-password');
  await administrator.confirm('Đã trao');
  await administrator.reads('Do quản trị cấp, người dùng chưa đổi');
  await administrator.look('account-of-person');

  const chosen = 'mưa rơi trên phố cổ';
  const { page } = await visitors.come('phone');
  await page.goto('/');
  await page.getByLabel('Tên đăng nhập').fill('quyenbk');
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  const notice = page.getByText('Mật khẩu của bạn do quản trị cấp', { exact: false });
  await notice.waitFor();
  await page.getByRole('link', { name: 'Đổi mật khẩu' }).click();
  await page.getByLabel('Mật khẩu hiện tại').fill(password);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(chosen);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(chosen);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page
    .getByRole('status')
    .getByText(/Đã đổi mật khẩu/)
    .waitFor();
  await page.getByRole('link', { name: 'Việc của tôi' }).filter({ visible: true }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor();
  await expect.poll(() => notice.count()).toBe(0);
});
