import { isAdministrative, isProcedure } from '../../api/documents/rules/index';
import { channelWords } from '../../api/procedures/rules/index';
import { formatBytes, formatDate, formatNumber, said } from '../i18n';
import type { ListPart, DraftPart, WholePart } from './draft-merge';
import { writtenSections, type Draft, type DraftValues } from './draft-values';
import type { Words } from './words.vi';

type EntryOf<K extends ListPart['list']> = DraftValues[K][number];

/** The parts of a draft by which two versions are compared, in the order of the writing screen. */
export function partsOf(kind: Draft['document']['kind'], t: Words, nameOf: (personId: string) => string): DraftPart[] {
  return [...common(t), ...(isProcedure(kind) ? ofProcedure(kind, t) : [sections(t)]), ...signers(t, nameOf)];
}

const lines = (...texts: (string | false | null | undefined)[]) => texts.filter(Boolean).join('\n');
const line = (...texts: (string | false | null | undefined)[]) => texts.filter(Boolean).join(' · ');
const text = (
  title: string,
  path: 'field' | 'nationalCode' | 'limitNote' | 'fee' | 'receivedAt' | 'conditions',
): WholePart => ({ title, paths: [path], words: (values) => values[path] });

const whole = (part: WholePart): WholePart => part;

/** A list part as the merge takes it: it reads entries only through these functions. */
const list = <K extends ListPart['list']>(part: Omit<ListPart<EntryOf<K>>, 'list'> & { list: K }): ListPart =>
  part as unknown as ListPart;

const common = (t: Words): DraftPart[] => [
  whole({
    title: t.changesTitle,
    paths: ['changeRows'],
    words: ({ changeRows }) =>
      changeRows
        .map(({ request, place, description }) => line(request, place, description))
        .filter(Boolean)
        .join('\n'),
  }),
  whole({
    title: t.fileTitle,
    paths: ['file'],
    words: ({ file }) => (file ? line(file.name, formatBytes(file.size)) : ''),
  }),
];

const sections = (t: Words): DraftPart =>
  list({
    title: t.contentTitle,
    list: 'sections',
    key: ({ key }) => key,
    words: ({ body }) => body,
    name: ({ key }) => (t.headings[key] ?? key).replace(/^\d\. /, ''),
  });

const signers = (t: Words, nameOf: (personId: string) => string): DraftPart[] => [
  whole({ title: t.reviewer, paths: ['reviewerId'], words: ({ reviewerId }) => nameOf(reviewerId) }),
  whole({ title: t.approver, paths: ['approverId'], words: ({ approverId }) => nameOf(approverId) }),
];

function ofProcedure(kind: Draft['document']['kind'], t: Words): DraftPart[] {
  return [
    ...writtenSections.map((key) =>
      whole({ title: t.headings[key]!, paths: [`texts.${key}`], words: ({ texts }) => texts[key] }),
    ),
    ...(isAdministrative(kind) ? general(t) : []),
    list({
      title: t.legalBases,
      list: 'legalBases',
      key: ({ number }) => number,
      name: ({ number }) => number,
      words: ({ title, issuedOn, effectiveOn, status }) =>
        lines(
          title,
          line(
            issuedOn && `${t.basisIssued} ${formatDate(issuedOn)}`,
            effectiveOn && `${t.basisEffective} ${formatDate(effectiveOn)}`,
          ),
          t.basisStatus[status],
        ),
    }),
    ...(isAdministrative(kind) ? [dossierParts(t)] : []),
    steps(t),
    list({
      title: t.headings['FORMS']!,
      list: 'forms',
      key: ({ code }) => code,
      name: ({ code }) => code,
      words: ({ title }) => title,
    }),
    list({
      title: t.headings['RECORDS']!,
      list: 'records',
      key: ({ title }) => title,
      name: ({ title }) => title,
      words: ({ title, retention, place }) =>
        lines(title, line(retention && `${t.keptFor}: ${retention}`, place && `${t.keptAt}: ${place}`)),
    }),
  ];
}

const general = (t: Words): DraftPart[] => [
  text(t.field, 'field'),
  text(t.nationalCode, 'nationalCode'),
  whole({
    title: t.limit,
    paths: ['limitUnit', 'limitValue'],
    words: ({ limitUnit, limitValue }) =>
      line(t.limitUnits[limitUnit], limitValue !== null && `${formatNumber(limitValue)} ${t.days}`),
  }),
  whole({
    title: t.dossierCount,
    paths: ['dossierCount'],
    words: ({ dossierCount }) => (dossierCount === null ? '' : t.dossiers(dossierCount)),
  }),
  text(t.limitNote, 'limitNote'),
  text(t.fee, 'fee'),
  text(t.receivedAt, 'receivedAt'),
  whole({
    title: t.channels,
    paths: ['channels'],
    words: ({ channels }) =>
      channels.map((channel) => (channelWords[channel] ? said(channelWords[channel]) : channel)).join(', '),
  }),
  text(t.conditions, 'conditions'),
];

const dossierParts = (t: Words): DraftPart =>
  list({
    title: t.dossierParts,
    list: 'dossierParts',
    key: ({ title }) => title,
    name: ({ title }) => title,
    words: ({ title, originalCopies, photocopies, note }) =>
      lines(title, `${t.original} ${originalCopies ?? 0} · ${t.copy} ${photocopies ?? 0}`, note),
  });

const steps = (t: Words): DraftPart =>
  list({
    title: t.stepsTitle,
    list: 'steps',
    key: ({ code }) => code,
    name: ({ code }) => code,
    words: ({ content, roleName, unitKind, hours, output, formCodes, after }) =>
      lines(
        content || t.blank,
        line(roleName || t.nobody, t.offices[unitKind as keyof typeof t.offices]),
        t.hours(formatNumber(hours ?? 0)),
        output && `${t.stepOutput}: ${output}`,
        formCodes && `${t.stepForms}: ${formCodes}`,
        after.length > 0 && t.afterSteps(after.join(', ')),
      ),
  });
