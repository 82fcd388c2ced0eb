import { For } from 'solid-js';
import { today } from '../i18n';
import {
  Avatar,
  Badge,
  BarList,
  Button,
  Buttons,
  DueDate,
  Icon,
  IconButton,
  LinkButton,
  PrintButton,
  ProgressBar,
  Stepper,
  type IconName,
  type Tone,
} from '../ui';
import { iconNames } from '../ui/icon';
import styles from './page.module.css';

export const tones: readonly { tone: Tone; word: string }[] = [
  { tone: 'neutral', word: 'Chưa bắt đầu' },
  { tone: 'info', word: 'Đang làm' },
  { tone: 'success', word: 'Đạt' },
  { tone: 'warning', word: 'Sắp đến hạn' },
  { tone: 'danger', word: 'Quá hạn' },
];

/** A day so many days from today, `YYYY-MM-DD`. */
export const dayFromNow = (days: number): string => today(new Date(Date.now() + days * 86_400_000));

/** Buttons of every look and size, at rest, busy and disabled. */
export function Buttonry() {
  return (
    <>
      <For each={['primary', 'secondary', 'quiet', 'danger'] as const}>
        {(look) => (
          <Buttons>
            <Button look={look}>Gửi phản hồi</Button>
            <Button look={look} icon="check">
              Có biểu tượng
            </Button>
            <Button look={look} size="s">
              Nhỏ
            </Button>
            <Button look={look} busy>
              Đang gửi
            </Button>
            <Button look={look} disabled>
              Không dùng được
            </Button>
            <LinkButton look={look} href="/widgets">
              Liên kết
            </LinkButton>
          </Buttons>
        )}
      </For>
      <Buttons>
        <IconButton icon="close" label="Đóng" />
        <IconButton icon="refresh" label="Tải lại" disabled />
        <LinkButton href="/icon.svg" download="soat.svg">
          Tải tệp
        </LinkButton>
        <PrintButton />
      </Buttons>
      <Button wide>Rộng hết cột</Button>
    </>
  );
}

/** Badges, due dates, bars, steps, avatars and every icon. */
export function Signs() {
  return (
    <>
      <Buttons>
        <For each={tones}>{({ tone, word }) => <Badge tone={tone}>{word}</Badge>}</For>
        <Badge tone="info" icon="clock">
          Biểu tượng khác
        </Badge>
      </Buttons>
      <Buttons>
        <DueDate date={dayFromNow(-2)} />
        <DueDate date={dayFromNow(0)} />
        <DueDate date={dayFromNow(3)} />
        <DueDate date={dayFromNow(30)} />
        <DueDate date={dayFromNow(-2)} done />
      </Buttons>
      <ProgressBar label="Đã chấm" value={0} max={28} />
      <ProgressBar label="Đã chấm" value={12} max={28} />
      <ProgressBar label="Đã chấm" value={28} max={28} hideLabel />
      <Stepper
        label="Các bước"
        steps={[
          { label: 'Phát hành', state: 'done', detail: 'Dương Kim Ngân, 12/11/2026' },
          { label: 'Phản hồi', state: 'current' },
          { label: 'Kiểm tra xác nhận', state: 'upcoming' },
        ]}
      />
      <BarList
        caption="Số phiếu theo phòng"
        labelHeader="Phòng"
        valueHeader="Phiếu"
        bars={[
          { label: 'Văn phòng HĐND và UBND', value: 7, href: '/widgets' },
          { label: 'Phòng Kinh tế, Hạ tầng và Đô thị', value: 3, tone: 'danger' },
          { label: 'Phòng Văn hóa - Xã hội', value: 0 },
          { label: 'Trung tâm Phục vụ hành chính công', value: null },
        ]}
        unknown="chưa có"
      />
      <Buttons>
        <Avatar name="Bùi Phương Thủy" />
        <Avatar name="Ngân" />
      </Buttons>
      <ul class={styles.icons}>
        <For each={iconNames}>
          {(name: IconName) => (
            <li>
              <Icon name={name} size="s" />
              <Icon name={name} />
              <Icon name={name} size="l" />
              <span>{name}</span>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
