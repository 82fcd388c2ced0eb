import { useLocation } from '@solidjs/router';
import { PageHeader, TabLinks, type TabLink } from '../ui';
import { Badge } from '../ui';
import { said } from '../i18n';
import { auditLifecycle } from '../../api/audits/rules/planning/audit-lifecycle';
import type { AuditState } from '../../api/audits/rules/planning/audit-lifecycle';
import { auditTone } from './planning/state-labels';
import type { AuditOfPage } from './people';
import { useAuditWords } from './words';

/** The lists of the module. */
export function ModuleTabs() {
  const t = useAuditWords();
  const tabs = (): TabLink[] => [
    { label: t.rounds, href: '/audits' },
    { label: t.audits, href: '/audits/all' },
    { label: t.programmes, href: '/audits/programmes' },
  ];
  const location = useLocation();
  return <TabLinks label={t.parts} tabs={tabs().map((tab) => ({ ...tab, current: location.pathname === tab.href }))} />;
}

/** The state of an audit in a badge. */
export function AuditBadge(props: { state: AuditState }) {
  return <Badge tone={auditTone[props.state]}>{said(auditLifecycle.words[props.state].label)}</Badge>;
}

/** The head of every page of an audit, with its parts. */
export function AuditHead(props: { audit: AuditOfPage }) {
  const t = useAuditWords();
  const location = useLocation();
  const base = () => `/audits/${props.audit.id}`;
  const keptFindings = () => props.audit.findings.filter(({ state }) => state !== 'DROPPED').length;
  const tabs = (): TabLink[] => [
    { label: t.audit.overview, href: base() },
    ...(props.audit.lineCount > 0
      ? [{ label: t.audit.sheet, href: `${base()}/sheet`, count: props.audit.openLineCount || undefined }]
      : []),
    { label: t.audit.findings, href: `${base()}/findings`, count: keptFindings() || undefined },
    { label: t.audit.report, href: `${base()}/report` },
    { label: t.audit.history, href: `${base()}/history` },
  ];
  return (
    <>
      <PageHeader
        title={props.audit.unit.name}
        subtitle={`${props.audit.number} · ${props.audit.round.title}`}
        badge={<AuditBadge state={props.audit.state} />}
        crumbs={[
          { label: t.rounds, href: '/audits' },
          { label: props.audit.round.number, href: `/audits/rounds/${props.audit.round.id}` },
        ]}
      />
      <TabLinks
        label={t.audit.tabs}
        tabs={tabs().map((tab) => ({ ...tab, current: location.pathname === tab.href }))}
      />
    </>
  );
}
