/** The settings page's own state and its calls at the door. What is typed lives here until it is saved or left. */

import { useCallback, useEffect, useState } from 'react';
import type { ProductTest, SettingsView } from '../../../app/contract/calls.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useDoor } from '../../stores/context.tsx';
import { type Asked, asked } from './asked.ts';
import { changedFields, changeOf, type FieldName, formOf, type SettingsForm } from './form.ts';
import { fieldNamed, type Problems, problemsIn } from './problems.ts';

export interface SettingsState {
  readonly stored: Asked<SettingsView>;
  readonly form: SettingsForm | null;
  readonly changed: ReadonlySet<FieldName>;
  readonly problems: Problems;
  readonly saving: boolean;
  readonly saveFault: Fault | null;
  readonly savedAt: number | null;
  /** Something saved applies only after the till was started again. */
  readonly restart: boolean;
  readonly test: Asked<readonly ProductTest[]>;
  load(): void;
  change(part: Partial<SettingsForm>): void;
  discard(): void;
  /** Tells whether the till has it now, and if not, which fields are wrong (none where the fault is of no field). */
  save(): Promise<'saved' | Problems>;
  runTest(): void;
  closeFault(): void;
}

const nothing: ReadonlySet<FieldName> = new Set();

export function useSettings(): SettingsState {
  const door = useDoor();
  const [stored, setStored] = useState<Asked<SettingsView>>({ kind: 'asking' });
  const [form, setForm] = useState<SettingsForm | null>(null);
  const [saving, setSaving] = useState(false);
  const [tried, setTried] = useState(false);
  const [saveFault, setSaveFault] = useState<Fault | null>(null);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [restart, setRestart] = useState(false);
  const [test, setTest] = useState<Asked<readonly ProductTest[]>>({ kind: 'not' });

  const take = useCallback((view: SettingsView) => {
    setStored({ kind: 'answered', value: view, at: Date.now() });
    setForm(formOf(view));
    setTried(false);
    setSaveFault(null);
  }, []);

  const load = useCallback(() => {
    setStored({ kind: 'asking' });
    void door.call('settings.get', {}).then((answer) => {
      if (answer.ok) take(answer.value);
      else setStored({ kind: 'refused', fault: answer.fault });
    });
  }, [door, take]);

  useEffect(load, [load]);

  const view = stored.kind === 'answered' ? stored.value : null;
  const changed = view && form ? changedFields(view, form) : nothing;
  const found = view && form ? problemsIn(view, form) : {};
  // Half an address or number is not wrong while it is being typed; it is once saving was tried.
  const shown = tried ? found : withoutHalfTyped(found);
  const refused = saveFault?.kind === 'settingInvalid' ? fieldNamed(saveFault.field) : null;
  const problems: Problems = refused === null ? shown : { ...shown, [refused]: 'notAccepted' };

  return {
    stored,
    form,
    changed,
    problems,
    saving,
    saveFault,
    savedAt,
    restart,
    test,
    load,
    change: (part) => {
      setForm((now) => (now === null ? null : { ...now, ...part }));
      setSaveFault(null);
    },
    discard: () => {
      if (view !== null) take(view);
    },
    closeFault: () => setSaveFault(null),
    save: async () => {
      if (view === null || form === null || saving) return {};
      setTried(true);
      if (Object.keys(found).length > 0) return found;
      setSaving(true);
      const answer = await door.call('settings.update', changeOf(view, form));
      setSaving(false);
      if (answer.ok) {
        take(answer.value.settings);
        setSavedAt(Date.now());
        setRestart((before) => before || answer.value.restart);
        return 'saved';
      }
      setSaveFault(answer.fault);
      const field = answer.fault.kind === 'settingInvalid' ? fieldNamed(answer.fault.field) : null;
      return field === null ? {} : { [field]: 'notAccepted' };
    },
    runTest: () => {
      setTest({ kind: 'asking' });
      void door.call('settings.test', {}).then((answer) => setTest(asked(answer)));
    },
  };
}

function withoutHalfTyped(problems: Problems): Problems {
  return Object.fromEntries(
    Object.entries(problems).filter(([, problem]) => problem === 'tooLong' || problem === 'missing'),
  );
}
