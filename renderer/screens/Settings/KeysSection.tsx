/** The sales unit's number and keys. What is stored shows six dots and the word; it can be replaced, never read. */

import type { SettingsView } from '../../../app/contract/calls.ts';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import { ConnectionTest } from './ConnectionTest.tsx';
import { TextSetting } from './fields.tsx';
import { keyNames } from './form.ts';
import { KeyRow } from './KeyRow.tsx';
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
