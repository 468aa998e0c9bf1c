/** The sections that are one choice and a few facts: customer screen, language and names, training or live. */

import { CalendarDays, Languages } from 'lucide-react';
import type { SettingsView } from '../../../app/contract/calls.ts';
import { Banner } from '../../components/Banner.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { fill, languages } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import { ChoiceSetting, FactRow, useForm } from './fields.tsx';

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
  const { wallet } = useText();
  const { form, change } = useForm();
  return (
    <div className="st-halves">
      <div className="st-stack">
        <h2>{t.languageTill}</h2>
        <ChoiceSetting
          name="language"
          label={t.languageTill}
          choices={languages.map((value) => ({ value, name: t.languages[value], icon: 'person' as const }))}
          chosen={form.language}
          onChoose={(language) => change({ language })}
        />
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
      <FactRow icon={<Icon name="parked" />} name={t.profileApart.name} sentence={t.profileApart.what} />
    </>
  );
}
