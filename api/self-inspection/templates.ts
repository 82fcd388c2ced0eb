import { sql } from 'kysely';
import { fire, isId, refuseForbidden, refuseNotFound } from '../access/index.js';
import { Document } from '../documents/index.js';
import { isWithin, Person, Unit } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { refuse } from '../rules/refusal.js';
import { tidyText } from '../rules/text.js';
import { Clause } from '../standards/index.js';
import { command, type Tx } from '../commands/index.js';
import type { CreateTemplateInput, QuestionInput, SaveTemplateDraftInput } from './inputs.js';
import { keeps, ownerActors, type OwnerFacts } from './policy.js';
import { templateVersionLifecycle, type TemplateVersionEvent } from './rules/index.js';
import { formOf, questionsOf } from './lock.js';
import { InspectionQuestion, InspectionTemplate, TemplateVersion } from './template.js';

/**
 * Makes a template with an empty draft of its first version.
 * @throws Refusal FORBIDDEN for people who do not manage the owner's templates, DUPLICATE for a code in use
 */
export const createTemplate = command('selfInspection.createTemplate', async (tx, input: CreateTemplateInput) => {
  const owner = await keptOwner(tx, input.ownerId);
  const { code, title, titleEn, frequency, minutes } = input;
  const template = tx.create(InspectionTemplate, {
    id: newId(tx.now),
    owner,
    code: tidyText(code),
    title: tidyText(title),
    titleEn: tidyText(titleEn),
    frequency,
    minutes,
  });
  newDraft(tx, template, 1);
  tx.record(template, placeOfTemplate(owner));
  return template;
});

/**
 * Makes the draft of a new version, with the questions of the newest one. The published version
 * stays in use until the new one is published.
 * @throws Refusal DUPLICATE when there is a draft already
 */
export const createTemplateVersion = command(
  'selfInspection.createTemplateVersion',
  async (tx, input: { templateId: string }) => {
    const template = await tx.lock(InspectionTemplate, input.templateId);
    const owner = await assertKept(tx, template);
    const [newest] = await tx.em.find(
      TemplateVersion,
      { template: template.id },
      { orderBy: { number: 'desc' }, limit: 1 },
    );
    if (newest?.state === 'DRAFT') {
      refuse('DUPLICATE', {
        vi: `Mẫu này đang có dự thảo lần ${newest.number}. Hãy sửa tiếp dự thảo đó.`,
        en: `There is a draft of version ${newest.number} already. Go on with it.`,
      });
    }
    const draft = newDraft(tx, template, (newest?.number ?? 0) + 1);
    const questions = newest ? await questionsOf(tx, newest.id) : [];
    const ownProcedures = await tx.em.find(
      Document,
      { id: { $in: questions.flatMap(({ procedure }) => procedure?.id ?? []) }, authority: owner.id },
      { fields: ['id'] },
    );
    for (const question of questions) {
      const {
        position,
        code,
        groupCode,
        groupTitle,
        text,
        textEn,
        answerType,
        goodAnswer,
        weight,
        critical,
        clause,
        evidence,
        hint,
        shownWhen,
        basis,
      } = question;
      tx.create(InspectionQuestion, {
        id: newId(tx.now),
        templateVersion: draft,
        position,
        code,
        groupCode,
        groupTitle,
        text,
        textEn,
        answerType,
        goodAnswer,
        weight,
        critical,
        clause,
        procedure: ownProcedures.find(({ id }) => id === question.procedure?.id) ?? null,
        evidence,
        hint,
        shownWhen,
        basis,
      });
    }
    tx.record(draft, placeOfTemplate(owner));
    return draft;
  },
);

/**
 * Replaces the questions of a draft. Whether they form a valid form is checked when it is published.
 * @throws Refusal TRANSITION_NOT_ALLOWED for a version that is no draft, INVALID_INPUT on
 *   `questions.<index>.…` for a code twice, an unknown clause, a document of another authority than
 *   the owner's
 */
export const saveTemplateDraft = command(
  'selfInspection.saveTemplateDraft',
  async (tx, input: SaveTemplateDraftInput) => {
    const { version, owner } = await lockVersion(tx, input.id, input.version);
    if (!keeps(tx.viewer, owner)) refuseForbidden();
    if (version.state !== 'DRAFT') {
      refuse('TRANSITION_NOT_ALLOWED', {
        vi: 'Mẫu đã ban hành thì không sửa được. Hãy lập phiên bản mới.',
        en: 'A published template is frozen. Make a new version.',
      });
    }
    const kept = new Map((await questionsOf(tx, version.id)).map((question) => [question.code, question]));
    const seen = new Set<string>();
    for (const [position, content] of input.questions.entries()) {
      const written = await questionOf(tx, content, position, owner);
      if (seen.has(written.code)) {
        refuse(
          'INVALID_INPUT',
          {
            vi: `Mã câu hỏi ${written.code} bị trùng: hãy đặt mã khác.`,
            en: `The code ${written.code} is used twice: choose another.`,
          },
          { field: `questions.${position}.code` },
        );
      }
      seen.add(written.code);
      const question = kept.get(written.code);
      if (question) Object.assign(question, written);
      else tx.create(InspectionQuestion, { id: newId(tx.now), templateVersion: version, ...written });
    }
    for (const [code, question] of kept) if (!seen.has(code)) tx.em.remove(question);
    version.stateSince = tx.now;
    tx.record(version, placeOfTemplate(owner));
    return version;
  },
);

/**
 * Publishes a draft: it can no longer change, new periods use it, and the version before is retired.
 * @throws Refusal INVALID_INPUT for a code twice, a good answer that does not fit the question, or a condition
 *   that names no earlier question
 */
export const publishTemplateVersion = command(
  'selfInspection.publishTemplateVersion',
  async (tx, input: { id: string; version: number }) => {
    const { version, owner } = await lockVersion(tx, input.id, input.version);
    fireVersion(tx, version, owner, 'publish');
    formOf(await questionsOf(tx, version.id));
    const before = await tx.em.findOne(TemplateVersion, {
      template: version.template.id,
      state: 'PUBLISHED',
      id: { $ne: version.id },
    });
    if (before) {
      before.state = templateVersionLifecycle.transition(before.state, 'retire').to;
      before.stateSince = before.retiredAt = tx.now;
      await tx.em.flush();
      tx.record(before, { ...placeOfTemplate(owner), verb: 'selfInspection.retireTemplateVersion' });
    }
    version.publishedAt = tx.now;
    version.publishedBy = tx.em.getReference(Person, tx.viewer.personId, { wrapped: true });
    tx.record(version, placeOfTemplate(owner));
    return version;
  },
);

/** Takes a version out of use: new periods do not use it; open inspections keep it. */
export const retireTemplateVersion = command(
  'selfInspection.retireTemplateVersion',
  async (tx, input: { id: string; version: number }) => {
    const { version, owner } = await lockVersion(tx, input.id, input.version);
    fireVersion(tx, version, owner, 'retire');
    version.retiredAt = tx.now;
    tx.record(version, placeOfTemplate(owner));
    return version;
  },
);

/**
 * The owner of templates and schedules that the viewer manages: an authority, or a unit above the authorities.
 * @throws Refusal NOT_FOUND, FORBIDDEN, INVALID_INPUT on `ownerId` for an office, whose templates the rest of its
 *   authority would not see
 */
export async function keptOwner(tx: Tx, ownerId: string): Promise<Unit> {
  const owner = (isId(ownerId) ? await tx.em.findOne(Unit, { id: ownerId }) : null) ?? refuseNotFound();
  if (!keeps(tx.viewer, owner)) refuseForbidden();
  if (owner.authority && !owner.isAuthority) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Mẫu phiếu và lịch thuộc về cả cơ quan. Hãy chọn cơ quan thay vì phòng.',
        en: 'Templates and schedules belong to a whole authority. Choose it instead of an office.',
      },
      { field: 'ownerId' },
    );
  }
  return owner;
}

/**
 * Checks that a template is used only for the units of its owner and below it, whose people can read it.
 * @throws Refusal INVALID_INPUT on `templateId`
 */
export async function assertTemplateFor(tx: Tx, template: InspectionTemplate, unitId: string): Promise<void> {
  const { rows } = await sql<{ holds: boolean }>`
    select ${isWithin(sql`${unitId}::uuid`, sql`${template.owner.id}::uuid`)} as holds`.execute(tx.kysely);
  if (rows[0]!.holds) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: 'Mẫu phiếu này là của một cơ quan khác. Hãy chọn mẫu của cơ quan mình hoặc mẫu dùng chung.',
      en: 'This template is another authority’s. Choose an own one, or one that is shared.',
    },
    { field: 'templateId' },
  );
}

/** The unit of a template or schedule in the trail. */
export const placeOfTemplate = (owner: OwnerFacts) => ({
  unitId: owner.id,
  authorityId: owner.isAuthority ? owner.id : null,
});

async function assertKept(tx: Tx, template: InspectionTemplate): Promise<Unit> {
  const owner = await template.owner.loadOrFail();
  if (!keeps(tx.viewer, owner)) refuseForbidden();
  return owner;
}

async function lockVersion(
  tx: Tx,
  id: string,
  versionSeen: number,
): Promise<{ version: TemplateVersion; owner: Unit }> {
  const version = await tx.lock(TemplateVersion, id, versionSeen);
  const template = await version.template.loadOrFail();
  return { version, owner: await template.owner.loadOrFail() };
}

function fireVersion(tx: Tx, version: TemplateVersion, owner: Unit, event: TemplateVersionEvent): void {
  version.state = fire(templateVersionLifecycle, version.state, event, ownerActors(tx.viewer, owner));
  version.stateSince = tx.now;
}

function newDraft(tx: Tx, template: InspectionTemplate, number: number): TemplateVersion {
  return tx.create(TemplateVersion, {
    id: newId(tx.now),
    template,
    number,
    state: templateVersionLifecycle.initial,
    stateSince: tx.now,
  });
}

async function questionOf(tx: Tx, input: QuestionInput, position: number, owner: Unit) {
  const { code, groupCode, groupTitle, text, textEn, answerType, goodAnswer, weight, critical, evidence } = input;
  const field = `questions.${position}`;
  return {
    position,
    answerType,
    weight,
    critical,
    evidence,
    code: tidyText(code),
    groupCode: tidyText(groupCode),
    groupTitle: tidyText(groupTitle),
    text: tidyText(text),
    textEn: tidyText(textEn) || tidyText(text),
    goodAnswer: tidyText(goodAnswer),
    clause: input.clauseId ? await clauseOf(tx, input.clauseId, `${field}.clauseId`) : null,
    procedure: input.procedureId ? await procedureOf(tx, input.procedureId, owner, `${field}.procedureId`) : null,
    hint: tidyText(input.hint) || null,
    shownWhen: tidyText(input.shownWhen) || null,
    basis: tidyText(input.basis) || null,
  };
}

async function clauseOf(tx: Tx, id: string, field: string): Promise<Clause> {
  const found = isId(id) ? await tx.em.findOne(Clause, { id }) : null;
  return (
    found ??
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Điều khoản được chọn không còn nữa. Hãy chọn lại.',
        en: 'The clause that was chosen does not exist. Choose again.',
      },
      { field },
    )
  );
}

/** A document of the owner of the template: questions are only about rules that apply to the people who answer. */
async function procedureOf(tx: Tx, id: string, owner: Unit, field: string): Promise<Document> {
  const isOwn = isId(id) && (await tx.em.count(Document, { id, authority: owner.id })) > 0;
  if (isOwn) return tx.find(Document, id);
  return refuse(
    'INVALID_INPUT',
    owner.isAuthority
      ? {
          vi: 'Quy trình gắn với câu hỏi phải là tài liệu của cơ quan có mẫu phiếu này. Hãy chọn lại.',
          en: 'A question can only be about a document of the authority of this template. Choose again.',
        }
      : {
          vi: 'Mẫu dùng chung cho nhiều cơ quan nên câu hỏi không gắn với quy trình của một cơ quan. Hãy bỏ chọn quy trình.',
          en: 'Many authorities share this template, so a question is about no one’s procedure. Leave it out.',
        },
    { field },
  );
}
