import { parseGoodAnswer } from '../../api/self-inspection/rules/questions';
import { toAnswer } from '../../api/self-inspection/rules/merge';
import { nonconformityDraft } from '../../api/self-inspection/rules/nonconformity';
import { useCommand } from '../graphql';
import { ReportFailingAnswerDocument } from '../graphql/generated/self-inspection/inspection';
import { createForm, Dialog, Form, RadioGroup, TextArea, toast } from '../ui';
import { useSelfInspectionWords } from './words';
import type { Inspection, Question } from './types';

type Answer = Inspection['answers'][number];

export interface ReportDialogProps {
  open: boolean;
  onClose: () => void;
  question: Question;
  /** The answer as the server has it. */
  answer: Answer;
  onDone?: (answer: Answer) => void;
}

/** Makes a nonconformity out of a failing answer: everything is filled in, one tap confirms. */
export function ReportDialog(props: ReportDialogProps) {
  const t = useSelfInspectionWords();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t.reportTitle(props.question.code)}
      shape="wide"
      dismissible={false}
    >
      <p>{t.reportLead}</p>
      <ReportForm {...props} />
    </Dialog>
  );
}

function ReportForm(props: ReportDialogProps) {
  const t = useSelfInspectionWords();
  const report = useCommand(ReportFailingAnswerDocument);
  const { question, answer } = props;
  const draft = nonconformityDraft(
    { ...question, good: parseGoodAnswer(question.answerType, question.goodAnswer) },
    toAnswer(answer)!,
  );
  const form = createForm({ initial: { ...draft } as Record<keyof typeof draft, string> });
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.report}
      command={report}
      onCancel={props.onClose}
      onSubmit={async ({ severity, requirement, evidence, gap }) => {
        const done = await report.run({
          answerId: answer.id,
          severity: severity as 'MAJOR' | 'MINOR',
          requirement,
          evidence,
          gap,
        });
        if (!done) return false;
        toast(t.reportDone(done.reportFailingAnswer.nonconformity!.number));
        props.onDone?.(done.reportFailingAnswer);
        return true;
      }}
      onDone={props.onClose}
    >
      <TextArea label={t.gap} required rows={2} {...form.bind('gap')} />
      <TextArea label={t.evidence} required rows={2} {...form.bind('evidence')} />
      <TextArea label={t.requirement} required rows={2} {...form.bind('requirement')} />
      <RadioGroup
        label={t.severity}
        required
        options={[
          { value: 'MINOR', label: t.severities.MINOR },
          { value: 'MAJOR', label: t.severities.MAJOR },
        ]}
        {...form.bind('severity')}
      />
    </Form>
  );
}
