/** Which service this till talks to and as whom. */

import type { Result } from '../../app/kernel/result.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { Secrets } from '../settings/secrets.ts';
import { trainingKeys } from '../training/index.ts';
import type { VippsConfig } from '../vipps/index.ts';

const addresses = {
  test: 'https://apitest.vipps.no',
  production: 'https://api.vipps.no',
} as const;

const noKeys = { clientId: '', clientSecret: '', subscriptionKey: '', merchantSerialNumber: '' } as const;

/** `simulated`: address of the simulated service that runs inside, where one does. */
export function serviceOf(
  configuration: Configuration,
  secrets: Secrets,
  parts: { readonly simulated: string | null; readonly version: string },
): VippsConfig {
  const { profile, settings } = configuration;
  const training = profile === 'training';
  const baseUrl = parts.simulated ?? configuration.apiUrl ?? (training ? '' : addresses[profile]);
  const usual = training ? trainingKeys : noKeys;
  // The service inside knows its own keys only, whatever else is stored here.
  const key = (name: 'clientId' | 'clientSecret' | 'subscriptionKey'): string =>
    (parts.simulated === null && textOf(secrets.get(name))) || usual[name];
  return {
    baseUrl,
    clientId: key('clientId'),
    clientSecret: key('clientSecret'),
    subscriptionKey: key('subscriptionKey'),
    msn: (parts.simulated === null && configuration.merchantSerialNumber) || usual.merchantSerialNumber,
    systemVersion: parts.version,
    posId: settings.posId,
    loginAuth: 'basic',
    scopes: 'openid name phoneNumber email',
    consentText: `Membership of the customer club of ${settings.clubName || settings.store.name}`,
  };
}

/** A secret that cannot be opened counts as missing: the calls then answer `notConfigured`, and settings ask for it. */
function textOf(found: Result<string | null>): string {
  return found.ok ? (found.value ?? '') : '';
}
