import { createSignal, For, Show } from 'solid-js';
import { stepOffices, stepRoles } from '../../api/procedures/rules/index';
import { formatNumber } from '../i18n';
import {
  Badge,
  Button,
  Buttons,
  CheckList,
  Combobox,
  FieldRow,
  IconButton,
  NumberInput,
  Select,
  TextArea,
  TextInput,
  type FormState,
} from '../ui';
import type { StepValues, WrittenDraft } from './draft-values';
import { addStep, moveEntry, removeStep, renameStep, renumber } from './step-editing';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

export interface StepsEditorProps {
  form: FormState<WrittenDraft>;
  /** Codes of steps that a check has found fault with. */
  faulty: ReadonlySet<string>;
}

/** The steps of a procedure, one fold for each: added, moved, removed, with predecessors, hours, role and office. */
export function StepsEditor(props: StepsEditorProps) {
  const t = useDocumentWords();
  const [open, setOpen] = createSignal<StepValues>();
  const steps = () => props.form.values.steps;
  const change = (next: StepValues[]) => props.form.set('steps', next);
  const toggle = (step: StepValues, isOpen: boolean) => {
    if (isOpen) setOpen(step);
    else if (open() === step) setOpen(undefined);
  };
  return (
    <div class={styles.entries}>
      <For each={steps()}>
        {(step, index) => (
          <details
            class={styles.step}
            open={open() === step}
            onToggle={(event) => toggle(step, event.currentTarget.open)}
          >
            <summary class={styles.summary}>
              <strong>{step.code}</strong>
              <span class={styles.what}>{step.content || t.blank}</span>
              <span
                class={styles.who}
              >{`${step.roleName || t.nobody} · ${t.hours(formatNumber(step.hours ?? 0))}`}</span>
              <Show when={props.faulty.has(step.code)}>
                <Badge tone="danger">{t.blocking}</Badge>
              </Show>
            </summary>
            <Show when={open() === step}>
              <div class={styles.stepBody}>
                <StepFields form={props.form} step={step} index={index} />
                <div class={styles.tools}>
                  <IconButton
                    icon="up"
                    label={t.moveUp(step.code)}
                    disabled={index() === 0}
                    onClick={() => change(moveEntry(steps(), index(), -1))}
                  />
                  <IconButton
                    icon="down"
                    label={t.moveDown(step.code)}
                    disabled={index() === steps().length - 1}
                    onClick={() => change(moveEntry(steps(), index(), 1))}
                  />
                  <IconButton
                    icon="trash"
                    label={t.remove(step.code)}
                    onClick={() => change(removeStep(steps(), index()))}
                  />
                </div>
              </div>
            </Show>
          </details>
        )}
      </For>
      <Buttons>
        <Button
          icon="plus"
          onClick={() => {
            change(addStep(steps()));
            setOpen(steps().at(-1));
          }}
        >
          {t.addStep}
        </Button>
        <Button look="quiet" onClick={() => change(renumber(steps()))}>
          {t.renumber}
        </Button>
      </Buttons>
    </div>
  );
}

const roleOptions = stepRoles.map((role, index) => ({ value: String(index), label: role.roleName }));

function StepFields(props: { form: FormState<WrittenDraft>; step: StepValues; index: () => number }) {
  const t = useDocumentWords();
  const at = (name: keyof StepValues) => `steps.${props.index()}.${name}`;
  const set = (name: keyof StepValues, value: unknown) => props.form.bind<unknown>(at(name)).onChange(value);
  const others = () =>
    props.form.values.steps
      .filter(({ code }) => code !== props.step.code)
      .map(({ code, content }) => ({ value: code, label: `${code} ${content}` }));
  const chooseRole = (value: string | undefined) => {
    const role = value === undefined ? undefined : stepRoles[Number(value)];
    set('roleKey', role?.roleKey ?? '');
    set('roleName', role?.roleName ?? '');
    if (role) set('unitKind', role.unitKind);
  };
  const rename = (code: string) => {
    for (const { index, after } of renameStep(props.form.values.steps, props.step.code, code))
      props.form.bind<string[]>(`steps.${index}.after`).onChange(after);
    set('code', code);
  };
  return (
    <div class={styles.fields}>
      <FieldRow>
        <TextInput label={t.stepCode} width={6} value={props.step.code} onChange={rename} name={at('code')} required />
        <NumberInput
          label={t.stepHours}
          unit={t.hoursUnit}
          min={0}
          step={0.25}
          {...props.form.bind<number | null>(at('hours'))}
        />
      </FieldRow>
      <TextArea label={t.stepContent} rows={2} {...props.form.bind<string>(at('content'))} />
      <FieldRow>
        <Combobox
          label={t.stepRole}
          options={roleOptions}
          value={props.step.roleName ? { value: props.step.roleKey, label: props.step.roleName } : null}
          onChange={(option) => chooseRole(option?.value)}
        />
        <Select
          label={t.stepOffice}
          options={stepOffices.map((office) => ({ value: office, label: t.offices[office] }))}
          {...props.form.bind<string>(at('unitKind'))}
        />
      </FieldRow>
      <FieldRow>
        <TextInput label={t.stepOutput} {...props.form.bind<string>(at('output'))} />
        <TextInput label={t.stepForms} hint={t.stepFormsHint} {...props.form.bind<string>(at('formCodes'))} />
      </FieldRow>
      <CheckList label={t.stepAfter} options={others()} {...props.form.bind<string[]>(at('after'))} />
    </div>
  );
}
