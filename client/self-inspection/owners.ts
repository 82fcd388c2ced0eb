import { createMemo } from 'solid-js';
import { grantsFor } from '../shell/grants-for';
import { currentGrants, useViewer } from '../shell/viewer';

/**
 * For whom the reader keeps templates and schedules: the authorities in which he or she is quality
 * manager; for the lead agency's quality manager the province too. The server decides anyway.
 */
export function useOwners(): () => { value: string; label: string }[] {
  const viewer = useViewer();
  return createMemo(() => {
    const own = grantsFor(viewer(), 'selfInspection.template');
    const province = own.length > 0 ? currentGrants(viewer()).filter(({ role }) => role === 'LEAD_AGENCY') : [];
    return [...new Map([...province, ...own].map(({ unit }) => [unit.id, unit.name]))].map(([value, label]) => ({
      value,
      label,
    }));
  });
}
