/** The settings as the manager reads and changes them, and what tests and imports tell. */

import type { Currency } from '../domain/money.ts';
import type { Fault } from '../kernel/fault.ts';

/** Keys go in and never come out: a read tells only whether one is stored. */
export interface KeysView {
  readonly clientId: boolean;
  readonly clientSecret: boolean;
  readonly subscriptionKey: boolean;
  /** Of the store's own HTTP registry. */
  readonly registryToken: boolean;
}

export interface SettingsView {
  readonly store: { readonly name: string; readonly place: string; readonly tillNumber: string };
  readonly posId: string;
  readonly market: 'NO' | 'DK' | 'FI';
  readonly currency: Currency;
  readonly language: 'nb' | 'en';
  readonly clubName: string;
  readonly profile: 'training' | 'test' | 'production';
  readonly merchantSerialNumber: string;
  readonly keys: KeysView;
  readonly checkIn: boolean;
  readonly members: { readonly kind: 'embedded' } | { readonly kind: 'http'; readonly url: string };
  readonly scanner: { readonly kind: 'auto' | 'none' } | { readonly kind: 'device'; readonly id: string };
  /** Ids of the scanners that face the customer. */
  readonly customerScanners: readonly string[];
  /** Whether goods that a customer's scanner read go into the basket. */
  readonly customerScannerAddsGoods: boolean;
  /** A scanner on a serial port, beside `scanner`; `suffix` is what ends a code. */
  readonly serialScanner: { readonly id: string; readonly suffix: 'any' | 'cr' | 'lf' } | null;
  readonly customerScreen: 'auto' | 'off';
  /** Whom a customer of a machine may call, E.164; `null` where nobody is named. */
  readonly operatorPhone: string | null;
  /** The page of the headless host may read codes with a camera. The desktop's windows may not, whatever stands here. */
  readonly cameraScanner: boolean;
  /** Whether the manager's PIN has been set: it is what leads out of an unattended machine's screen. */
  readonly hasPin: boolean;
  /** Names of settings that the environment decides; they cannot be changed here. */
  readonly fixed: readonly string[];
}

export interface SettingsChange {
  readonly store?: SettingsView['store'];
  readonly posId?: string;
  readonly market?: SettingsView['market'];
  readonly language?: SettingsView['language'];
  readonly clubName?: string;
  readonly profile?: SettingsView['profile'];
  readonly merchantSerialNumber?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly subscriptionKey?: string;
  readonly registryToken?: string;
  readonly checkIn?: boolean;
  readonly members?: SettingsView['members'];
  readonly scanner?: SettingsView['scanner'];
  readonly customerScanners?: SettingsView['customerScanners'];
  readonly customerScannerAddsGoods?: boolean;
  readonly serialScanner?: SettingsView['serialScanner'];
  readonly customerScreen?: SettingsView['customerScreen'];
  readonly operatorPhone?: SettingsView['operatorPhone'];
  readonly cameraScanner?: boolean;
}

/** One product of the platform, asked with the stored keys. */
export interface ProductTest {
  readonly product: string;
  readonly result: 'works' | 'limited' | 'fails';
  readonly fault: Fault | null;
}

export interface ImportReport {
  readonly imported: number;
  readonly problems: readonly { readonly line: number; readonly why: string }[];
}
