/** What the clients need to know of the store's sales unit and of this software. Plain data, frozen by whoever makes it. */

export interface VippsConfig {
  /** `https://api.vipps.no`, `https://apitest.vipps.no` or the address of a training service; no trailing path. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly subscriptionKey: string;
  /** Merchant serial number: 4 to 10 digits. */
  readonly msn: string;
  /** Version of this software, told in every call. */
  readonly systemVersion: string;
  /** Names the till in a receipt that does not name one itself. */
  readonly posId: string;
  /** How the sales unit authenticates at Login: `client_secret_basic` or `client_secret_post` (portal setting). */
  readonly loginAuth: 'basic' | 'post';
  /** Scopes of an enrolment, space separated; `openid` is added where it is missing. */
  readonly scopes: string;
  /** The text a customer consents to, where the wallet's answer carries none of its own. */
  readonly consentText: string;
}

export const systemName = 'Klubbkassa';
export const pluginName = 'klubbkassa-till';

/** Longest value of a Vipps-System header that every API takes (payments.md 2.3). */
const mostHeaderLength = 30;

/** The headers that say who calls (payments.md 2.3), on every call of every API. */
export function systemHeaders(config: VippsConfig): Readonly<Record<string, string>> {
  const version = plain(config.systemVersion);
  return {
    'User-Agent': `${systemName}/${version}`,
    'Vipps-System-Name': systemName,
    'Vipps-System-Version': version,
    'Vipps-System-Plugin-Name': pluginName,
    'Vipps-System-Plugin-Version': version,
  };
}

/** Whether every key of the platform's APIs is there. */
export function hasPlatformKeys(config: VippsConfig): boolean {
  return hasLoginKeys(config) && present(config.subscriptionKey) && present(config.msn);
}

/** Login authenticates with client id and secret alone (identity-and-loyalty.md 1.3). */
export function hasLoginKeys(config: VippsConfig): boolean {
  return present(config.baseUrl) && present(config.clientId) && present(config.clientSecret);
}

function present(text: string): boolean {
  return text.trim() !== '';
}

function plain(text: string): string {
  const visible = text.replace(/[^\x21-\x7e]/g, '').slice(0, mostHeaderLength);
  return visible === '' ? '0' : visible;
}
