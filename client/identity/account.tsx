import { PageHeader } from '../ui/page-header';
import { useIdentityWords } from './words';

/** The own account. */
export default function Account() {
  const t = useIdentityWords();
  return <PageHeader title={t.account} />;
}
