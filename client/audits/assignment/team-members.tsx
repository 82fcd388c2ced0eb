import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { useCommand } from '../../graphql';
import { SetTeamDocument } from '../../graphql/generated/audits/assignment/teams';
import { ProposePlanAmendmentDocument } from '../../graphql/generated/audits/assignment/amendments';
import {
  Button,
  Buttons,
  EmptyState,
  type FormState,
  IconButton,
  LinkButton,
  ReasonDialog,
  RefusalNotice,
  Select,
  Stack,
  toast,
} from '../../ui';
import { parts } from '../people';
import { useAssignmentWords } from './words';
import {
  type Chosen,
  type Days,
  Newer,
  type TeamPageData,
  type TeamPart,
  type TeamAssignment,
  isOvertaken,
  shownRefusal,
  filled,
} from './team-forms';
import styles from '../audits.module.css';

/** Who is on the team, each with a part. */
export function TeamMembers(props: {
  assignments: TeamAssignment[];
  set: ((assignments: TeamAssignment[]) => void) | undefined;
}) {
  const t = useAssignmentWords();
  return (
    <Show when={props.assignments.length > 0} fallback={<EmptyState icon="users" title={t.teamPage.nobody} />}>
      <Stack>
        <For each={props.assignments}>
          {(assignment) => (
            <div class={styles.member}>
              <strong>{assignment.name}</strong>
              <Select
                label={t.teamPage.partOf(assignment.name)}
                hideLabel
                empty={null}
                options={parts.map((value) => ({ value, label: t.part[value] }))}
                value={assignment.part}
                disabled={!props.set}
                onChange={(part) =>
                  props.set?.(
                    props.assignments.map((each) =>
                      each.personId === assignment.personId ? { ...each, part: part as TeamPart } : each,
                    ),
                  )
                }
              />
              <Show when={props.set}>
                {(set) => (
                  <IconButton
                    icon="trash"
                    label={t.teamPage.remove(assignment.name)}
                    onClick={() => set()(props.assignments.filter(({ personId }) => personId !== assignment.personId))}
                  />
                )}
              </Show>
            </div>
          )}
        </For>
      </Stack>
    </Show>
  );
}

/** Saves the team; after the approval of the plan, proposes team and days as an amendment. */
export function SaveTeam(props: {
  form: FormState<Chosen>;
  days: FormState<Days>;
  audit: TeamPageData['audit'];
  mode: string;
  own: number;
  onSaved: (version: number) => void;
}) {
  const t = useAssignmentWords();
  const navigate = useNavigate();
  const [save, propose] = [useCommand(SetTeamDocument), useCommand(ProposePlanAmendmentDocument)];
  const [asking, setAsking] = createSignal(false);
  const members = () => props.form.values.assignments.map(({ personId, part }) => ({ personId, part }));
  const versions = () => ({ own: props.own, version: props.audit.version });
  const back = () => navigate(`/audits/rounds/${props.audit.round.id}`);
  async function send() {
    if (isOvertaken(props.form, versions())) return;
    const done = await save.run({
      id: props.audit.id,
      version: Math.max(props.form.version, props.own),
      members: members(),
    });
    if (!done) return;
    props.onSaved(done.setTeam.version);
    toast(t.teamPage.saved);
  }
  return (
    <>
      <Newer
        form={props.form}
        {...versions()}
        label={t.teamPage.chosen}
        saved={
          props.audit.members.map(({ person, part }) => `${person.fullName} (${t.part[part]})`).join(', ') || t.noTeam
        }
      />
      <RefusalNotice refusal={shownRefusal(save, props.form)} onRetry={() => void send()} />
      <Show when={props.mode === 'prepare'}>
        <Buttons>
          <Button look="primary" busy={save.busy} onClick={() => void send()}>
            {t.teamPage.save}
          </Button>
          <LinkButton look="quiet" href={`/audits/rounds/${props.audit.round.id}`}>
            {t.teamPage.back}
          </LinkButton>
        </Buttons>
      </Show>
      <Show when={props.mode === 'amendPlan'}>
        <Buttons>
          <Button
            look="primary"
            disabled={isOvertaken(props.form, versions()) || isOvertaken(props.days, versions())}
            onClick={() => setAsking(true)}
          >
            {t.teamPage.propose}
          </Button>
        </Buttons>
        <ReasonDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t.teamPage.propose}
          label={t.teamPage.amendmentReason}
          confirm={t.teamPage.propose}
          command={propose}
          onConfirm={async (reason) => {
            const change = { auditId: props.audit.id, members: members(), ...filled(props.days.values) };
            const done = await propose.run({
              id: props.audit.round.id,
              version: props.audit.round.version,
              reason,
              changes: [change],
            });
            if (!done) return false;
            props.form.saved();
            props.days.saved();
            toast(t.teamPage.proposed);
            back();
            return true;
          }}
        />
      </Show>
    </>
  );
}
