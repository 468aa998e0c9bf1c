/** The sales unit's number and keys. What is stored shows six dots and the word; it can be replaced, never read. */

import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { SettingsView } from '../../../app/contract/calls.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { ConnectionTest } from './ConnectionTest.tsx';
import { FixedNote, TextSetting, useFixedReason, useForm } from './fields.tsx';
import { type KeyName, keyNames } from './form.ts';
import type { SettingsState } from './useSettings.ts';

export function KeysSection(props: { readonly stored: SettingsView; readonly test: SettingsState['test'] }) {
  const t = useTextOf(settingsText);
  return (
    <div className="st-keys">
      <div className="st-stack">
        {props.stored.profile === 'training' && (
          <p className="st-note">
            <Icon name="training" />
            {t.keysTraining}
          </p>
        )}
        <TextSetting
          name="merchantSerialNumber"
          label={t.merchantSerialNumber.name}
          hint={t.merchantSerialNumber.what}
          numeric
        />
        <div>
          {keyNames.map((name) => (
            <KeyRow key={name} name={name} stored={props.stored.keys[name]} />
          ))}
        </div>
      </div>
      <ConnectionTest test={props.test} />
    </div>
  );
}

function KeyRow({ name, stored }: { readonly name: KeyName; readonly stored: boolean }) {
  const t = useTextOf(settingsText);
  const { form, problems, change } = useForm();
  const reason = useFixedReason(name);
  const [open, setOpen] = useState(false);
  const typing = open || form[name] !== '' || problems[name] !== undefined;
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
