import { TabLinks } from '../ui';
import { useOrganizationWords } from './words';

/** Between the tree of units and the list of people. */
export function OrganizationTabs() {
  const t = useOrganizationWords();
  return (
    <TabLinks
      label={t.tabs}
      tabs={[
        { label: t.units, href: '/organization' },
        { label: t.people, href: '/organization/people' },
      ]}
    />
  );
}
