import { createSignal, For, Show } from 'solid-js';
import type { Refusal, RefusalCode } from '../refusal';
import {
  Button,
  Buttons,
  Checkbox,
  ChoiceGroup,
  ConfirmDialog,
  Dialog,
  EmptyState,
  ErrorState,
  LeaveGuard,
  LinkButton,
  Loaded,
  Menu,
  MenuItem,
  MenuLine,
  MenuLink,
  MenuText,
  NewerRecord,
  Notice,
  ReasonDialog,
  RefusalNotice,
  SignDialog,
  Skeleton,
  TabLinks,
} from '../ui';
import { tones } from './signs';

/** A refusal as the server gives it. */
export const exampleRefusal = (code: RefusalCode, messages: readonly string[]): Refusal => ({
  code,
  message: messages[0]!,
  problems: messages.map((message) => ({ message })),
  fieldError: () => undefined,
});

const refusals = [
  exampleRefusal('RULE_VIOLATED', ['Hành động khắc phục phải có người thực hiện và hạn.']),
  exampleRefusal('INVALID_INPUT', ['Còn hai chỗ cần sửa.', 'Chưa ghi nguyên nhân.']),
  exampleRefusal('VERSION_CONFLICT', ['Nội dung này vừa được lưu ở nơi khác.']),
  exampleRefusal('NETWORK', ['Không kết nối được với máy chủ.']),
];

/** Notices of every tone, refusals, and what stands where there is nothing yet, nothing at all, or a fault. */
export function Messages() {
  const query = { loading: false, refetch: () => {} };
  return (
    <>
      <For each={tones}>
        {({ tone, word }) => (
          <Notice tone={tone} title={word} actions={<Button size="s">Xem</Button>}>
            Nội dung của thông báo.
          </Notice>
        )}
      </For>
      <For each={refusals}>{(refusal) => <RefusalNotice refusal={refusal} onRetry={() => {}} />}</For>
      <NewerRecord
        fields={[{ label: 'Diễn giải', text: 'Hồ sơ trả muộn hai ngày.' }]}
        onKeepMine={() => {}}
        onTakeTheirs={() => {}}
      />
      <Skeleton lines={4} />
      <EmptyState title="Chưa có phiếu nào" actions={<Button look="primary">Báo cáo sự không phù hợp</Button>}>
        <p>Phiếu được phát hành sẽ có ở đây.</p>
      </EmptyState>
      <ErrorState title="Chưa tải được" refusal={refusals[3]} onRetry={() => {}} />
      <Loaded query={{ ...query, loading: true, error: undefined }} pick={() => null}>
        {() => <p>Không bao giờ hiện</p>}
      </Loaded>
      <Loaded query={{ ...query, data: { found: null }, error: undefined }} pick={(data) => data.found}>
        {() => <p>Không bao giờ hiện</p>}
      </Loaded>
      <Loaded query={{ ...query, data: { found: 'Đã tải' }, error: refusals[3] }} pick={(data) => data.found}>
        {(found) => <p>{found()}</p>}
      </Loaded>
    </>
  );
}

/** Menus and links to parts. */
export function Menus() {
  const [look, setLook] = createSignal('light');
  const [last, setLast] = createSignal('');
  return (
    <>
      <Buttons>
        <Menu>
          <MenuItem icon="print" onSelect={() => setLast('In')}>
            In
          </MenuItem>
          <MenuItem onSelect={() => setLast('Sửa')} disabled>
            Sửa (không dùng được)
          </MenuItem>
          <MenuLink icon="document" href="/widgets">
            Mở tài liệu
          </MenuLink>
          <MenuLine />
          <MenuItem danger onSelect={() => setLast('Bỏ')}>
            Bỏ bản dự thảo
          </MenuItem>
        </Menu>
        <Menu button="Tùy chọn" label="Tùy chọn hiển thị">
          <MenuText>
            <ChoiceGroup
              label="Nền"
              compact
              value={look()}
              onChange={setLook}
              options={[
                { value: 'light', label: 'Sáng' },
                { value: 'dark', label: 'Tối' },
              ]}
            />
          </MenuText>
        </Menu>
        <Show when={last()}>
          <span role="status">Đã chọn: {last()}</span>
        </Show>
      </Buttons>
      <TabLinks
        label="Các danh sách"
        tabs={[
          { label: 'Ở đây', href: '/widgets', count: 12 },
          { label: 'Chỗ khác', href: '/widgets?other=1' },
        ]}
      />
    </>
  );
}

const dialogs = {
  normal: 'Thường',
  wide: 'Rộng',
  sheet: 'Từ dưới lên',
  confirm: 'Hỏi lại',
  reason: 'Hỏi lý do',
  sign: 'Ký',
  refused: 'Bị từ chối',
};

/** Dialogs of every shape: one button opens each. */
export function Dialogs() {
  const [open, setOpen] = createSignal<keyof typeof dialogs>();
  const [isUnsent, setUnsent] = createSignal(false);
  const close = () => setOpen(undefined);
  return (
    <>
      <Buttons>
        <For each={Object.entries(dialogs)}>
          {([key, word]) => <Button onClick={() => setOpen(key as keyof typeof dialogs)}>{word}</Button>}
        </For>
      </Buttons>
      <Checkbox label="Có nội dung chưa gửi: đi nơi khác thì hỏi lại" value={isUnsent()} onChange={setUnsent} />
      <LeaveGuard unsent={isUnsent()} />
      <LinkButton href="/sign-in">Đi nơi khác</LinkButton>
      <For each={['normal', 'wide', 'sheet'] as const}>
        {(shape) => (
          <Dialog
            open={open() === shape}
            onClose={close}
            title={dialogs[shape]}
            shape={shape}
            actions={<Button onClick={close}>Xong</Button>}
          >
            <p>Nội dung của hộp thoại.</p>
          </Dialog>
        )}
      </For>
      <ConfirmDialog
        open={open() === 'confirm'}
        onClose={close}
        onConfirm={close}
        title="Bỏ bản dự thảo?"
        confirm="Bỏ bản dự thảo"
        danger
      >
        <p>Bản dự thảo sẽ mất.</p>
      </ConfirmDialog>
      <ReasonDialog
        open={open() === 'reason'}
        onClose={close}
        onConfirm={close}
        title="Trả lại kế hoạch"
        confirm="Trả lại"
      />
      <SignDialog
        open={open() === 'sign'}
        onClose={close}
        onSign={close}
        title="Phê duyệt"
        confirm="Ký"
        statement="Tôi phê duyệt tài liệu này."
      />
      <ConfirmDialog
        open={open() === 'refused'}
        onClose={close}
        onConfirm={() => false}
        title="Kết thúc cuộc đánh giá?"
        confirm="Kết thúc"
        command={{ busy: false, refusal: refusals[0] }}
      />
    </>
  );
}
