/** The chosen section. */

import type { SettingsView } from '../../../app/contract/calls.ts';
import { assertNever } from '../../../app/kernel/assertNever.ts';
import { ClubSection } from './ClubSection.tsx';
import { ScannerDoctor } from './doctor/ScannerDoctor.tsx';
import { ImportSection } from './ImportSection.tsx';
import { KeysSection } from './KeysSection.tsx';
import { CustomerScreenSection, LanguageSection, ModeSection } from './PlainSections.tsx';
import { StoreSection } from './StoreSection.tsx';
import type { SectionName } from './sections.ts';
import { ShopQrSection } from './shopQr/ShopQrSection.tsx';
import { TrainingSection } from './TrainingSection.tsx';
import type { SettingsState } from './useSettings.ts';
import { WebhooksSection } from './webhooks/WebhooksSection.tsx';

export function SectionBody(props: {
  readonly section: SectionName;
  readonly settings: SettingsState;
  readonly stored: SettingsView;
  readonly onSection: (section: SectionName) => void;
}) {
  const { section, settings, stored } = props;
  switch (section) {
    case 'store':
      return <StoreSection />;
    case 'keys':
      return <KeysSection stored={stored} test={settings.test} />;
    case 'scanner':
      return <ScannerDoctor savedAt={settings.savedAt} />;
    case 'customerScreen':
      return <CustomerScreenSection />;
    case 'shopQr':
      return <ShopQrSection onWebhooks={() => props.onSection('webhooks')} />;
    case 'webhooks':
      return <WebhooksSection />;
    case 'club':
      return <ClubSection stored={stored} />;
    case 'imports':
      return <ImportSection />;
    case 'language':
      return <LanguageSection />;
    case 'mode':
      return <ModeSection stored={stored} />;
    case 'training':
      return <TrainingSection />;
    default:
      return assertNever(section);
  }
}
