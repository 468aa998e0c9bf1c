/** One key: whether it is stored, and a field to replace it. What is stored never comes out. */

import { KeyRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { FixedNote, TextSetting, useFixedReason, useForm } from './fields.tsx';
import type { SecretField } from './form.ts';

export function KeyRow({ name, stored }: { readonly name: SecretField; readonly stored: boolean }) {
  const t = useTextOf(settingsText);
  const { form, problems, change } = useForm();
  const reason = useFixedReason(name);
  const [open, setOpen] = useState(false);
  const typed = form[name];
  const before = useRef(typed);
  // Saving empties the field; then the row says again that a key is stored.
  useEffect(() => {
    if (before.current !== '' && typed === '') setOpen(false);
    before.current = typed;
  }, [typed]);
  const typing = open || typed !== '' || problems[name] !== undefined;
  if (typing && reason === null) {
    return (
      <div className="st-key open">
        <TextSetting name={name} label={`${t[name]} · ${t.newValue}`} type="password" />
        <Button
          size="small"
          look="plain"
          onPress={() => {
            change({ [name]: '' });
            setOpen(false);
          }}
        >
          {stored ? t.keep : t.leaveEmpty}
        </Button>
      </div>
    );
  }
  return (
    <div className="st-key">
      <KeyRound className="icon" aria-hidden="true" />
      <div className="st-words">
        <p className="st-name">{t[name]}</p>
        <p className={stored ? 'st-stored' : 'st-sentence'}>
          {stored && <Icon name="proven" />}
          {stored ? t.stored : t.notStored}
          {stored && (
            <span className="st-dots" aria-hidden="true">
              ••••••
            </span>
          )}
        </p>
        {reason !== null && <FixedNote>{reason}</FixedNote>}
      </div>
      {reason === null && (
        <Button
          size="small"
          label={`${stored ? t.replace : t.enter}: ${t[name]}`}
          onPress={() => setOpen(true)}
        >
          {stored ? t.replace : t.enter}
        </Button>
      )}
    </div>
  );
}
