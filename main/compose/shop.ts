/**
 * The settings of this till as the contract has them: read, changed, kept. A change goes to the profile that it names; a
 * till that runs takes over at once what it can and goes on with the rest at its next start.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingsChange, SettingsView } from '../../app/contract/calls.ts';
import type { Fault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import {
  type Configuration,
  loadConfiguration,
  saveProfile,
  saveSettings,
} from '../settings/configuration.ts';
import type { SecretName, Secrets } from '../settings/secrets.ts';
import { changedSettings, currencyOf, type Settings } from '../settings/settings.ts';

export interface Shop {
  /** As this till shows itself now: what it was started with, and of later changes those that take effect at once. */
  settings(): Settings;
  /** What was kept last; the till that runs may have been started with something else. */
  view(): SettingsView;
  change(change: SettingsChange): Result<{ readonly settings: SettingsView; readonly restart: boolean }>;
}

export interface ShopParts {
  readonly configuration: Configuration;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The secrets of a profile's folder; those that the environment gives win. */
  readonly secretsOf: (folder: string) => Result<Secrets>;
  readonly hasPin: () => boolean;
  /** Told of what takes effect while the till runs. */
  readonly applied: (settings: Settings) => void;
}

const secretNames = [
  'clientId',
  'clientSecret',
  'subscriptionKey',
  'registryToken',
] as const satisfies readonly SecretName[];

/** What a running till takes over at once. */
const live = (settings: Settings) => {
  const {
    language,
    clubName,
    scanner,
    customerScanners,
    customerScannerAddsGoods,
    cameraScanner,
    serialScanner,
    operatorPhone,
  } = settings;
  return {
    language,
    clubName,
    scanner,
    customerScanners,
    customerScannerAddsGoods,
    cameraScanner,
    serialScanner,
    operatorPhone,
  };
};

export function openShop(parts: ShopParts): Shop {
  const { configuration: running } = parts;
  let kept: Configuration = running;
  let shown: Settings = running.settings;

  function change(wanted: SettingsChange): Result<{ settings: SettingsView; restart: boolean }> {
    const {
      profile = kept.profile,
      clientId,
      clientSecret,
      subscriptionKey,
      registryToken,
      ...rest
    } = wanted;
    const refused = decidedElsewhere(wanted);
    if (refused !== null) return err({ kind: 'settingInvalid', field: refused });

    const target = profile === kept.profile ? ok(kept) : configurationOf(profile);
    if (!target.ok) return target;
    const settings = changedSettings(target.value.settings, rest);
    if (!settings.ok) return settings;

    const given = { clientId, clientSecret, subscriptionKey, registryToken };
    const stored = putSecrets(target.value.dataFolder, given);
    if (!stored.ok) return stored;
    const saved = saveSettings(target.value.dataFolder, settings.value);
    if (!saved.ok) return saved;
    if (profile !== kept.profile) {
      const chosen = saveProfile(running.environment.home, profile);
      if (!chosen.ok) return chosen;
    }
    kept = merged(target.value, settings.value);
    const here = profile === running.profile;
    if (here) {
      shown = { ...shown, ...live(settings.value) };
      parts.applied(shown);
    }
    const restart = !here || newKeys(given) || differs(settings.value, running.settings);
    return ok({ settings: view(), restart });
  }

  /** A profile that was never used begins with the store's settings as they are now, but without its sales unit. */
  function configurationOf(profile: SettingsView['profile']): Result<Configuration, Fault> {
    const loaded = loadConfiguration({ ...parts.variables, KLUBBKASSA_PROFILE: profile });
    if (!loaded.ok || existsSync(join(loaded.value.dataFolder, 'settings.json'))) return loaded;
    const { apiUrl: _gateway, merchantSerialNumber: _unit, ...shared } = kept.settings;
    const begun = changedSettings(loaded.value.settings, shared);
    return begun.ok ? ok(merged(loaded.value, begun.value)) : begun;
  }

  function putSecrets(
    folder: string,
    given: Readonly<Record<(typeof secretNames)[number], string | undefined>>,
  ): Result<void> {
    const names = secretNames.filter((name) => given[name] !== undefined);
    if (names.length === 0) return ok();
    const secrets = parts.secretsOf(folder);
    if (!secrets.ok) return secrets;
    for (const name of names) {
      const put = secrets.value.put(name, given[name] ?? '');
      if (!put.ok) return put;
    }
    return ok();
  }

  /** Where the environment has one, it is that. */
  function phoneOf(settings: Settings): string | null {
    return running.environment.operatorPhone ?? settings.operatorPhone;
  }

  function decidedElsewhere(wanted: SettingsChange): string | null {
    return Object.keys(wanted).find((name) => running.fixed.includes(name)) ?? null;
  }

  function view(): SettingsView {
    const { settings, profile, dataFolder } = kept;
    const secrets = parts.secretsOf(dataFolder);
    const has = (name: SecretName): boolean => secrets.ok && secrets.value.has(name);
    return {
      store: settings.store,
      posId: settings.posId,
      market: settings.market,
      currency: currencyOf[settings.market],
      language: settings.language,
      clubName: settings.clubName,
      profile,
      merchantSerialNumber: kept.merchantSerialNumber,
      keys: {
        clientId: has('clientId'),
        clientSecret: has('clientSecret'),
        subscriptionKey: has('subscriptionKey'),
        registryToken: has('registryToken'),
      },
      checkIn: settings.checkIn,
      members: settings.members,
      scanner: settings.scanner,
      customerScanners: settings.customerScanners,
      customerScannerAddsGoods: settings.customerScannerAddsGoods,
      serialScanner: settings.serialScanner,
      customerScreen: settings.customerScreen,
      operatorPhone: phoneOf(settings),
      cameraScanner: settings.cameraScanner,
      hasPin: parts.hasPin(),
      fixed: running.fixed,
    };
  }

  return { settings: () => ({ ...shown, operatorPhone: phoneOf(shown) }), view, change };
}

function merged(configuration: Configuration, settings: Settings): Configuration {
  const { merchantSerialNumber } = configuration.environment.keys;
  return {
    ...configuration,
    settings,
    merchantSerialNumber: merchantSerialNumber ?? settings.merchantSerialNumber,
  };
}

function newKeys(given: object): boolean {
  return Object.values(given).some((value) => value !== undefined);
}

/** Whether the till that runs goes on with something else than what is kept now. */
function differs(kept: Settings, running: Settings): boolean {
  return JSON.stringify({ ...kept, ...live(running) }) !== JSON.stringify(running);
}
