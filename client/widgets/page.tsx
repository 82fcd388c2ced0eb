import { createSignal, For, type JSX } from 'solid-js';
import { LanguageSwitch } from '../shell/user-menu';
import { Button, Buttons, PageHeader, PageSection, Stack, toast } from '../ui';
import { ToastRegion } from '../ui/toast';
import { Choices, Fields, Forms } from './inputs';
import { Lists, Records } from './records';
import { Dialogs, Menus, Messages } from './surfaces';
import { Buttonry, Signs } from './signs';
import styles from './page.module.css';

const parts: readonly { title: string; id: string; content: () => JSX.Element }[] = [
  { title: 'Nút', id: 'buttons', content: Buttonry },
  { title: 'Nhãn, hạn, tiến độ, biểu tượng', id: 'signs', content: Signs },
  { title: 'Ô nhập', id: 'fields', content: Fields },
  { title: 'Lựa chọn', id: 'choices', content: Choices },
  { title: 'Biểu mẫu', id: 'forms', content: Forms },
  { title: 'Danh sách', id: 'lists', content: Lists },
  { title: 'Hồ sơ', id: 'records', content: Records },
  { title: 'Thông báo', id: 'messages', content: Messages },
  { title: 'Bảng chọn, thẻ', id: 'menus', content: Menus },
  { title: 'Hộp thoại', id: 'dialogs', content: Dialogs },
];

/** Every widget of `client/ui` in every state, to look at while one is changed. In development only. */
export default function Widgets() {
  const [isDark, setDark] = createSignal(document.documentElement.dataset.theme === 'dark');
  const switchTheme = () => {
    setDark(!isDark());
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  };
  return (
    <main class={styles.page}>
      <Stack gap="l">
        <PageHeader
          title="Các thành phần giao diện"
          subtitle="Mọi thành phần của client/ui, ở mọi trạng thái. Chỉ có khi phát triển."
          actions={
            <Buttons>
              <Button onClick={switchTheme}>{isDark() ? 'Nền sáng' : 'Nền tối'}</Button>
              <LanguageSwitch />
              <Button onClick={() => toast('Đã gửi.')}>Báo thoáng qua</Button>
              <Button onClick={() => toast('Chưa lưu được.', 'danger')}>Báo lỗi thoáng qua</Button>
            </Buttons>
          }
        />
        <nav aria-label="Các phần" class={styles.parts}>
          <For each={parts}>{(part) => <a href={`#${part.id}`}>{part.title}</a>}</For>
        </nav>
        <For each={parts}>
          {(part) => (
            <PageSection title={part.title} id={part.id}>
              <Stack>{part.content()}</Stack>
            </PageSection>
          )}
        </For>
      </Stack>
      <ToastRegion />
    </main>
  );
}
