/**
 * Everything a till is started with, read once and frozen: the environment first, then the files. Each profile has a
 * folder of its own under the home, so training data never mixes with real data; which profile is the till's stands in
 * `<home>/profile.json`, because the settings lie in the profile's folder.
 */

import { join } from 'node:path';
import { z } from 'zod';
import type { Currency } from '../../app/domain/money.ts';
import { type CallingCode, callingCodeOf, readCallable } from '../../app/domain/msisdn.ts';
import type { HouseFault, JournalFault } from '../../app/kernel/fault.ts';
import { isLoopback } from '../../app/kernel/loopback.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import { type Environment, type Profile, profiles, readEnvironment } from './environment.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { currencyOf, parseSettings, type Settings, usualSettings } from './settings.ts';

export interface Configuration {
  /** Its phone number as E.164, read as one of the store's country. */
  readonly environment: Environment;
  readonly profile: Profile;
  /** `<home>/<profile>`: journal, settings, log, keys of this profile. */
  readonly dataFolder: string;
  readonly kind: 'staffed' | 'unattended';
  readonly settings: Settings;
  readonly currency: Currency;
  readonly callingCode: CallingCode;
  /** An address in place of the profile's own; `null` for none. */
  readonly apiUrl: string | null;
  /** `''` where neither environment nor settings have it. */
  readonly merchantSerialNumber: string;
  /** Names of settings that the environment decides. */
  readonly fixed: readonly string[];
}

export type ConfigurationFault = HouseFault | JournalFault;

const profileFile = z.strictObject({ profile: z.enum(profiles) });

/**
 * Fault `settingInvalid` names the variable or the field, `fileUnreadable` the file that is no JSON. A till never starts on
 * half understood settings: a production store that opened in training would believe money that is not there.
 */
export function loadConfiguration(
  variables: Readonly<Record<string, string | undefined>>,
): Result<Configuration, ConfigurationFault> {
  const read = readEnvironment(variables);
  if (!read.ok) return read;
  const environment = read.value;
  const profile = chosenProfile(environment);
  if (!profile.ok) return profile;
  const dataFolder = join(environment.home, profile.value);
  const settings = readSettings(dataFolder);
  if (!settings.ok) return settings;
  const phone = callableIn(environment, callingCodeOf[settings.value.market]);
  if (!phone.ok) return phone;
  const understood = { ...environment, operatorPhone: phone.value };
  const configuration = joined(understood, profile.value, dataFolder, settings.value);
  // Keys in clear over a network are everybody's; a simulated service on this machine is another matter.
  if (!isPrivate(configuration.apiUrl)) return err({ kind: 'settingInvalid', field: 'apiUrl (https only)' });
  if (!isReachable(environment.webhookUrl)) {
    const form = 'https, at port 443, 80 or 8080';
    return err({ kind: 'settingInvalid', field: `KLUBBKASSA_WEBHOOK_URL (${form})` });
  }
  return ok(Object.freeze(configuration));
}

/** On disk when it answers ok; a running till goes on with what it was started with. */
export function saveSettings(dataFolder: string, settings: Settings): Result<void, JournalFault> {
  return writeJsonFile(settingsPath(dataFolder), settings);
}

/** The profile of the next start, where the environment does not decide it. */
export function saveProfile(home: string, profile: Profile): Result<void, JournalFault> {
  return writeJsonFile(profilePath(home), { profile });
}

function joined(
  environment: Environment,
  profile: Profile,
  dataFolder: string,
  settings: Settings,
): Configuration {
  const { keys, apiUrl, operatorPhone } = environment;
  const decided: Readonly<Record<string, unknown>> = {
    profile: environment.profile,
    apiUrl,
    operatorPhone,
    ...keys,
  };
  return {
    environment,
    profile,
    dataFolder,
    kind: environment.kind ?? 'staffed',
    settings,
    currency: currencyOf[settings.market],
    callingCode: callingCodeOf[settings.market],
    apiUrl: apiUrl ?? settings.apiUrl,
    merchantSerialNumber: keys.merchantSerialNumber ?? settings.merchantSerialNumber,
    fixed: Object.keys(decided).filter((name) => decided[name] !== null),
  };
}

function callableIn(
  { operatorPhone: written }: Environment,
  home: CallingCode,
): Result<string | null, HouseFault> {
  const callable = written === null ? null : readCallable(written, home);
  if (written === null || callable !== null) return ok(callable);
  const form = 'a whole phone number, with + and its country if it is a foreign one: +4722000000';
  return err({ kind: 'settingInvalid', field: `KLUBBKASSA_OPERATOR_PHONE (${form})` });
}

/** Whether what is sent to this address cannot be read on the way: https, or a service on this machine. */
function isPrivate(apiUrl: string | null): boolean {
  if (apiUrl === null) return true;
  const { protocol, hostname } = new URL(apiUrl);
  return protocol === 'https:' || isLoopback(hostname);
}

/** Whether the service would take it for webhooks (payments.md 6.1); one on this machine is for a service on this machine. */
function isReachable(webhookUrl: string | null): boolean {
  if (webhookUrl === null) return true;
  const { protocol, hostname, port } = new URL(webhookUrl);
  return isLoopback(hostname) || (protocol === 'https:' && usualPorts.includes(port));
}

/** Of https, as `URL` writes them: 443 is none. */
const usualPorts: readonly string[] = ['', '80', '8080'];

function chosenProfile(environment: Environment): Result<Profile, ConfigurationFault> {
  if (environment.profile !== null) return ok(environment.profile);
  const file = readJsonFile(profilePath(environment.home));
  if (!file.ok) return file;
  if (file.value.kind === 'broken') return err(file.value.fault);
  if (file.value.kind === 'missing') return ok('training');
  const parsed = profileFile.safeParse(file.value.value);
  return parsed.success ? ok(parsed.data.profile) : err({ kind: 'settingInvalid', field: 'profile' });
}

function readSettings(dataFolder: string): Result<Settings, ConfigurationFault> {
  const file = readJsonFile(settingsPath(dataFolder));
  if (!file.ok) return file;
  if (file.value.kind === 'broken') return err(file.value.fault);
  return file.value.kind === 'read' ? parseSettings(file.value.value) : ok(usualSettings);
}

function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}

function profilePath(home: string): string {
  return join(home, 'profile.json');
}
