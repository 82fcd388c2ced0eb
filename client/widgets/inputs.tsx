import { createSignal, For } from 'solid-js';
import {
  Checkbox,
  CheckList,
  ChoiceGroup,
  Combobox,
  createForm,
  DateInput,
  FieldGroup,
  FieldRow,
  Form,
  NumberInput,
  PasswordInput,
  RadioGroup,
  SearchBox,
  Select,
  TextArea,
  TextInput,
  type Option,
} from '../ui';
import { fold } from '../i18n';
import { exampleRefusal } from './surfaces';

const offices: readonly Option[] = [
  { value: 'office', label: 'Văn phòng HĐND và UBND', detail: 'Phường Bạch Trúc' },
  { value: 'economy', label: 'Phòng Kinh tế, Hạ tầng và Đô thị', detail: 'Phường Bạch Trúc' },
  { value: 'culture', label: 'Phòng Văn hóa - Xã hội', detail: 'Phường Nguyệt Thủy' },
  { value: 'centre', label: 'Trung tâm Phục vụ hành chính công', detail: 'Phường Nguyệt Thủy', disabled: true },
];
const many: readonly Option[] = Array.from({ length: 40 }, (_, at) => ({
  value: String(at),
  label: `Điều khoản ${at + 1}`,
}));

/** What every input can be: at rest, required with a hint, at fault, disabled. */
const states = [
  { hint: undefined },
  { required: true, hint: 'Một câu nói rõ cần ghi gì.' },
  { error: 'Hãy ghi nội dung này.' },
  { disabled: true },
] as const;

/** Finds offices a moment later, as a server does; "lỗi" fails. */
async function findOffices(text: string): Promise<readonly Option[]> {
  await new Promise((resolve) => setTimeout(resolve, 400));
  if (fold(text) === 'loi') throw new Error('not found');
  return offices.filter(({ label }) => fold(label).includes(fold(text)));
}

/** Inputs that are written in, each in every state. */
export function Fields() {
  const [text, setText] = createSignal('Hồ sơ trả muộn');
  const [number, setNumber] = createSignal<number | null>(2.5);
  const [day, setDay] = createSignal('2026-12-05');
  const [sought, setSought] = createSignal('');
  return (
    <>
      <SearchBox label="Tìm" value={sought()} onSearch={setSought} />
      <For each={states}>
        {(state) => (
          <>
            <FieldRow>
              <TextInput label="Một dòng" value={text()} onChange={setText} {...state} />
              <NumberInput label="Số" unit="ngày" step={0.5} value={number()} onChange={setNumber} {...state} />
              <DateInput label="Ngày" value={day()} onChange={setDay} {...state} />
            </FieldRow>
            <FieldRow>
              <PasswordInput
                label="Mật khẩu"
                autocomplete="new-password"
                value={text()}
                onChange={setText}
                {...state}
              />
              <TextArea label="Nhiều dòng" maxLength={200} value={text()} onChange={setText} {...state} />
            </FieldRow>
          </>
        )}
      </For>
    </>
  );
}

/** Inputs that are chosen from, each in every state. */
export function Choices() {
  const [one, setOne] = createSignal('office');
  const [clause, setClause] = createSignal('3');
  const [several, setSeveral] = createSignal<string[]>(['office']);
  const [found, setFound] = createSignal<Option | null>(offices[0]!);
  const [yes, setYes] = createSignal(true);
  const [result, setResult] = createSignal('pass');
  return (
    <>
      <For each={states}>
        {(state) => (
          <FieldRow>
            <Select label="Một trong vài" options={offices} value={one()} onChange={setOne} {...state} />
            <Select label="Một trong nhiều" options={many} value={clause()} onChange={setClause} {...state} />
            <Combobox label="Tìm ở đây" options={offices} value={found()} onChange={setFound} {...state} />
            <Combobox label="Tìm ở máy chủ" search={findOffices} value={found()} onChange={setFound} {...state} />
          </FieldRow>
        )}
      </For>
      <FieldRow>
        <Select label="Luôn có một" empty={null} options={offices} value={one()} onChange={setOne} />
        <Select label="Luôn có một trong nhiều" empty={null} options={many} value={clause()} onChange={setClause} />
        <Combobox label="Không bỏ được" clearable={false} options={offices} value={found()} onChange={setFound} />
      </FieldRow>
      <FieldRow>
        <RadioGroup label="Chọn một" options={offices} value={one()} onChange={setOne} />
        <CheckList label="Chọn vài" options={offices} value={several()} onChange={setSeveral} />
        <CheckList label="Chọn vài trong nhiều" options={many} value={several()} onChange={setSeveral} />
      </FieldRow>
      <ChoiceGroup
        label="Kết quả"
        value={result()}
        onChange={setResult}
        options={[
          { value: 'pass', label: 'Đạt', tone: 'success' },
          { value: 'fail', label: 'Không đạt', tone: 'danger' },
          { value: 'none', label: 'Không áp dụng' },
        ]}
      />
      <FieldGroup label="Nhóm ô của riêng mình" hint="Cho kiểu nhập mới, khi không có sẵn.">
        {(ids) => <progress aria-label="Ô nhập mới" aria-describedby={ids.describedBy} value={0.4} />}
      </FieldGroup>
      <FieldRow>
        <Checkbox label="Tôi đã đọc tài liệu này." value={yes()} onChange={setYes} />
        <Checkbox label="Có câu giải thích" hint="Một câu nói thêm." value={yes()} onChange={setYes} />
        <Checkbox label="Có chỗ sai" error="Hãy xác nhận." value={false} onChange={setYes} />
        <Checkbox label="Không dùng được" value={yes()} onChange={setYes} disabled />
      </FieldRow>
    </>
  );
}

/** A form as it begins (send it empty to see the faults), and one that the server has refused. */
export function Forms() {
  const initial = { gap: '', dueOn: '', office: null as Option | null };
  const form = createForm({ initial });
  const refused = createForm({ initial: { ...initial, gap: 'Hồ sơ trả muộn' } });
  return (
    <>
      <Form form={form} submit="Gửi" onSubmit={() => true} onCancel={() => form.reset()} noLeaveGuard>
        <TextInput label="Nội dung" required {...form.bind('gap')} />
        <DateInput label="Hạn" required {...form.bind('dueOn')} />
        <Combobox label="Đơn vị" options={offices} {...form.bind('office')} />
      </Form>
      <Form
        form={refused}
        submit="Gửi"
        danger
        noLeaveGuard
        onSubmit={() => false}
        command={{ busy: false, refusal: exampleRefusal('RULE_VIOLATED', ['Hạn phải sau hôm nay.']) }}
      >
        <TextInput label="Nội dung" required {...refused.bind('gap')} />
      </Form>
      <Form
        form={refused}
        submit="Gửi"
        noLeaveGuard
        allOptional
        onSubmit={() => false}
        command={{ busy: true, refusal: undefined }}
      >
        <TextInput label="Nội dung, đang gửi" {...refused.bind('gap')} />
      </Form>
    </>
  );
}
