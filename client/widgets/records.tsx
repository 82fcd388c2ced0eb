import { createSignal } from 'solid-js';
import { formatDate } from '../i18n';
import {
  Badge,
  Button,
  Columns,
  DataTable,
  DescriptionList,
  DueDate,
  EmptyState,
  FilterBar,
  Grid,
  PageHeader,
  Pager,
  PaperTable,
  Prose,
  PageSection,
  StateCard,
  Timeline,
  type Column,
  type Sorting,
} from '../ui';
import type { Filters } from '../ui/filters';
import { dayFromNow } from './signs';

interface Row {
  number: string;
  gap: string;
  dueOn: string;
  score: number | null;
}
const rows: readonly Row[] = [
  { number: 'KPH-2026-014', gap: 'Hồ sơ quá hạn không có văn bản xin lỗi', dueOn: dayFromNow(-36), score: 0.708 },
  { number: 'KPH-2026-015', gap: 'Bảng rủi ro chép nguyên của năm trước', dueOn: dayFromNow(2), score: 1 },
  { number: 'KPH-2026-033', gap: 'Yêu cầu nộp thêm giấy tờ ngoài quy định', dueOn: dayFromNow(40), score: null },
];
const columns = [
  { key: 'number', header: 'Số phiếu', value: (row) => row.number, sort: 'number', nowrap: true },
  { key: 'gap', header: 'Nội dung', value: (row) => row.gap, primary: true, width: '12rem' },
  { key: 'due', header: 'Hạn', value: (row) => row.dueOn, kind: 'date', sort: 'due' },
  { key: 'score', header: 'Điểm', value: (row) => row.score, kind: 'percent', none: '—', align: 'end' },
  { key: 'kind', header: 'Loại', value: () => 'Nhẹ', deskOnly: true },
] as const satisfies readonly Column<Row>[];

/** Filters that stand in the page, as `useFilters` keeps them in the address. */
function useLocalFilters<F extends Record<string, string | string[]>>(defaults: F): Filters<F> {
  const [values, setValues] = createSignal(defaults);
  return {
    get values() {
      return values();
    },
    set: (next) => setValues(() => ({ ...values(), ...next })),
    reset: () => setValues(() => defaults),
    get count() {
      return Object.keys(defaults).filter((key) => String(values()[key]) !== String(defaults[key])).length;
    },
  };
}

/** A list with filters and order: filled, loading, refreshing and empty; the same columns on paper. */
export function Lists() {
  const [sorting, setSorting] = createSignal<Sorting>({ by: 'due', descending: false });
  const filters = useLocalFilters({ search: '', state: 'open', offices: ['a'], clause: '', from: '' });
  const pages = { from: 1, to: 50, total: 101, hasNext: true, hasPrevious: false, next: () => {}, previous: () => {} };
  return (
    <>
      <FilterBar
        filters={filters}
        search="search"
        searchLabel="Tìm số phiếu, nội dung"
        fields={[
          {
            name: 'state',
            label: 'Trạng thái',
            options: [
              { value: 'open', label: 'Đang mở' },
              { value: 'closed', label: 'Đã đóng' },
            ],
          },
          {
            name: 'offices',
            label: 'Phòng',
            kind: 'several',
            options: [
              { value: 'a', label: 'Văn phòng' },
              { value: 'b', label: 'Phòng Kinh tế' },
            ],
          },
          { name: 'clause', label: 'Điều khoản', kind: 'find', options: [{ value: '8.2.1', label: '8.2.1' }] },
          { name: 'from', label: 'Từ ngày', kind: 'date' },
        ]}
      />
      <DataTable
        caption="Danh sách có dòng"
        showCaption
        columns={columns}
        cells={{ due: (row) => <DueDate date={row.dueOn} /> }}
        rows={rows}
        href={() => '/widgets'}
        sorting={sorting()}
        onSort={setSorting}
      />
      <Pager pages={pages} />
      <DataTable caption="Đang lấy dòng mới" showCaption columns={columns} rows={rows.slice(0, 1)} refreshing />
      <DataTable caption="Đang tải" columns={columns} rows={[]} loading />
      <DataTable caption="Không có dòng" columns={columns} rows={[]} />
      <DataTable
        caption="Không có dòng, có việc để làm"
        columns={columns}
        rows={[]}
        empty={<EmptyState title="Không có phiếu nào khớp với bộ lọc" actions={<Button>Bỏ lọc</Button>} />}
      />
      <PaperTable caption="Cùng các cột, trên giấy" columns={columns} rows={rows} />
    </>
  );
}

/** What a record's page is made of. */
export function Records() {
  return (
    <>
      <PageHeader
        title="Bảng rủi ro chép nguyên của năm trước"
        subtitle="KPH-2026-015 · Phường Bạch Trúc"
        crumbs={[{ label: 'Sổ theo dõi', href: '/widgets' }]}
        badge={<Badge tone="info">Đang khắc phục</Badge>}
        actions={<Button look="primary">Báo đã xong</Button>}
      />
      <StateCard
        state="Đang khắc phục"
        tone="info"
        next="Báo xong hành động 1, rồi chuyển kiểm tra xác nhận."
        who="Người thực hiện: Bùi Phương Thủy"
        due={dayFromNow(-3)}
        mine
        actions={<Button look="primary">Báo đã xong</Button>}
      />
      <StateCard state="Đã đóng" tone="success" />
      <Columns
        main={
          <PageSection title="Có khung" lead="Một câu bên dưới tên." actions={<Button size="s">Sửa</Button>}>
            <DescriptionList
              facts={[
                { term: 'Điều khoản', value: '6.1.2' },
                { term: 'Phát hành', value: formatDate(dayFromNow(-40)) },
                { term: 'Diễn giải', value: 'Bảng rủi ro của năm nay giống hệt năm trước.', wide: true },
                { term: 'Không có giá trị', value: null },
              ]}
            />
          </PageSection>
        }
        side={
          <PageSection title="Không khung" bare>
            <Prose>{'Chữ như đã gõ,\ncó xuống dòng.'}</Prose>
          </PageSection>
        }
      />
      <Grid min={14}>
        <PageSection title="Thẻ một">Nội dung</PageSection>
        <PageSection title="Thẻ hai">Nội dung</PageSection>
        <PageSection>Không tên</PageSection>
      </Grid>
      <Timeline
        entries={[
          { at: '2026-11-12T02:00:00Z', what: 'Dương Kim Ngân phát hành phiếu.', icon: 'document' },
          {
            at: '2026-11-20T02:00:00Z',
            what: 'Bùi Phương Thủy gửi phản hồi.',
            note: 'Đã họp nhận diện rủi ro.',
            tone: 'info',
          },
          { at: '2026-11-25T02:00:00Z', what: 'Phạm Ngọc Lệ trả lại.', icon: 'warning', tone: 'warning' },
        ]}
      />
    </>
  );
}
