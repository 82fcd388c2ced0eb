import { TabLinks } from '../ui';
import { useSelfInspectionWords } from './words';

/** The parts of the module. */
export function ModuleTabs() {
  const t = useSelfInspectionWords();
  return (
    <TabLinks
      label={t.places}
      tabs={[
        { label: t.tabs.forms, href: '/inspections' },
        { label: t.tabs.overview, href: '/inspections/overview' },
        { label: t.tabs.templates, href: '/inspections/templates' },
        { label: t.tabs.schedules, href: '/inspections/schedules' },
      ]}
    />
  );
}
