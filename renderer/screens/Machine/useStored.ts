/** The settings as they were kept when the page opened; `null` until they are here. */

import { useEffect, useState } from 'react';
import type { SettingsView } from '../../../app/contract/calls.ts';
import { useDoor } from '../../stores/context.tsx';

export function useStored(): SettingsView | null {
  const door = useDoor();
  const [stored, setStored] = useState<SettingsView | null>(null);
  useEffect(() => {
    void door.call('settings.get', {}).then((answer) => {
      if (answer.ok) setStored(answer.value);
    });
  }, [door]);
  return stored;
}
