/** The customer club: its name, where its members are kept, and whether the app tells them that they were seen. */

import type { SettingsView } from '../../../app/contract/calls.ts';
import { Switch } from '../../components/Switch.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import { ChoiceSetting, FixedNote, TextSetting, useFixedReason, useForm } from './fields.tsx';
import { KeyRow } from './KeyRow.tsx';

export function ClubSection({ stored }: { readonly stored: SettingsView }) {
  const t = useTextOf(settingsText);
  const { wallet } = useText();
  const { form, change } = useForm();
  const reason = useFixedReason('checkIn');
  return (
    <>
      <div className="st-pair">
        <TextSetting name="clubName" label={t.clubName.name} hint={t.clubName.what} />
      </div>
      <div className="st-stack">
        <h2>{t.registry}</h2>
        <ChoiceSetting
          name="membersKind"
          label={t.registry}
          choices={[
            {
              value: 'embedded' as const,
              name: t.registryEmbedded.name,
              description: t.registryEmbedded.what,
              icon: 'locked',
            },
            {
              value: 'http' as const,
              name: t.registryHttp.name,
              description: t.registryHttp.what,
              icon: 'network',
            },
          ]}
          chosen={form.membersKind}
          onChoose={(membersKind) => change({ membersKind })}
        />
        {form.membersKind === 'http' && (
          <>
            <TextSetting name="membersUrl" label={t.registryUrl.name} hint={t.registryUrl.what} type="url" />
            <KeyRow name="registryToken" stored={stored.keys.registryToken} />
          </>
        )}
      </div>
      <div>
        <Switch
          label={t.checkIn.name}
          hint={fill(t.checkIn.what, { w: wallet })}
          on={form.checkIn}
          disabled={reason !== null}
          onChange={(checkIn) => change({ checkIn })}
        />
        {reason !== null && <FixedNote>{reason}</FixedNote>}
      </div>
    </>
  );
}
