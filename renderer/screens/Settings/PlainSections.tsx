/** The sections that are one choice and a few facts: customer screen, language and names, training or live. */

import { CalendarDays, Languages } from 'lucide-react';
import type { SettingsView } from '../../../app/contract/calls.ts';
import { Banner } from '../../components/Banner.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Segment } from '../../components/Segment.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { fill, languageNames, languages } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import { ChoiceSetting, FactRow, FixedNote, useFixedReason, useForm } from './fields.tsx';
import { lacksKeys } from './form.ts';

export function CustomerScreenSection() {
  const t = useTextOf(settingsText);
  const { form, change } = useForm();
  return (
    <>
      <ChoiceSetting
        name="customerScreen"
        label={t.sections.customerScreen.name}
        choices={[
          {
            value: 'auto' as const,
            name: t.customerScreenAuto.name,
            description: t.customerScreenAuto.what,
            icon: 'screen',
          },
          {
            value: 'off' as const,
            name: t.customerScreenOff.name,
            description: t.customerScreenOff.what,
            icon: 'screenOff',
          },
        ]}
        chosen={form.customerScreen}
        onChoose={(customerScreen) => change({ customerScreen })}
      />
      <FactRow
        icon={<Icon name="hide" />}
        name={t.customerScreenPrivacy.name}
        sentence={t.customerScreenPrivacy.what}
      />
    </>
  );
}

export function LanguageSection() {
  const t = useTextOf(settingsText);
  const reason = useFixedReason('language');
  const { wallet } = useText();
  const { form, change } = useForm();
  return (
    <div className="st-halves">
      <div>
        <Segment
          label={t.languageTill}
          choices={languages.map((value) => ({ value, word: languageNames[value] }))}
          chosen={form.language}
          disabled={reason !== null}
          onChoose={(language) => change({ language })}
        />
        {reason !== null && <FixedNote>{reason}</FixedNote>}
      </div>
      <div className="st-stack">
        <h2>{t.walletName}</h2>
        <div>
          <FactRow
            icon={<Icon name="phone" />}
            name={wallet}
            sentence={fill(t.walletFollows, { market: t.markets[form.market] })}
          />
          <FactRow
            icon={<CalendarDays className="icon" aria-hidden="true" />}
            name={t.walletSwitch.name}
            sentence={t.walletSwitch.what}
          />
          <FactRow
            icon={<Languages className="icon" aria-hidden="true" />}
            name={t.languageCustomer.name}
            sentence={t.languageCustomer.what}
          />
        </div>
      </div>
    </div>
  );
}

export function ModeSection({ stored }: { readonly stored: SettingsView }) {
  const t = useTextOf(settingsText);
  const { form, change } = useForm();
  return (
    <>
      <ChoiceSetting
        name="profile"
        label={t.sections.mode.name}
        choices={[
          {
            value: 'training' as const,
            name: t.profiles.training.name,
            description: t.profiles.training.what,
            icon: 'training',
          },
          {
            value: 'test' as const,
            name: t.profiles.test.name,
            description: t.profiles.test.what,
            icon: 'signal',
          },
          {
            value: 'production' as const,
            name: t.profiles.production.name,
            description: t.profiles.production.what,
            icon: 'money',
          },
        ]}
        chosen={form.profile}
        onChoose={(profile) => change({ profile })}
      />
      {form.profile !== stored.profile && (
        <Banner tone="attn" icon="again" cause={t.profileChange} sentence={t.restartHow} />
      )}
      {form.profile !== 'training' && lacksKeys(stored, form) && (
        <Banner tone="attn" icon="attention" cause={t.keysMissing.name} sentence={t.keysMissing.what} />
      )}
      <FactRow icon={<Icon name="parked" />} name={t.profileApart.name} sentence={t.profileApart.what} />
    </>
  );
}
