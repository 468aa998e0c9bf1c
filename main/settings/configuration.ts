/**
 * Everything a till is started with, read once and frozen: the environment first, then the files. Each profile has a
 * folder of its own under the home, so training data never mixes with real data; which profile is the till's stands in
 * `<home>/profile.json`, because the settings lie in the profile's folder.
 */

import { join } from 'node:path';
import { z } from 'zod';
import type { Currency } from '../../app/domain/money.ts';
import type { CallingCode } from '../../app/domain/msisdn.ts';
import type { HouseFault, JournalFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Instant } from '../../app/kernel/time.ts';
import { type Environment, type Profile, profiles, readEnvironment } from './environment.ts';
import { readJsonFile, writeJsonFile } from './jsonFile.ts';
import { callingCodeOf, currencyOf, parseSettings, type Settings, usualSettings } from './settings.ts';

export interface Configuration {
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
  /** Files that were no JSON, were set aside and replaced by what is usual; the manager is told. */
  readonly broken: readonly BrokenFile[];
}

export interface BrokenFile {
  readonly setAside: string;
  readonly fault: HouseFault;
}

export type ConfigurationFault = HouseFault | JournalFault;

const profileFile = z.strictObject({ profile: z.enum(profiles) });

/** Fault `settingInvalid` names the variable or the field; a till never starts on half understood settings. */
export function loadConfiguration(
  variables: Readonly<Record<string, string | undefined>>,
  now: Instant,
): Result<Configuration, ConfigurationFault> {
  const read = readEnvironment(variables);
  if (!read.ok) return read;
  const environment = read.value;
  const broken: BrokenFile[] = [];

  const profile = chosenProfile(environment, now, broken);
  if (!profile.ok) return profile;
  const dataFolder = join(environment.home, profile.value);
  const settings = readSettings(dataFolder, now, broken);
  if (!settings.ok) return settings;
  return ok(Object.freeze(joined(environment, profile.value, dataFolder, settings.value, broken)));
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
  broken: readonly BrokenFile[],
): Configuration {
  const { keys, apiUrl } = environment;
  const decided: Readonly<Record<string, unknown>> = { profile: environment.profile, apiUrl, ...keys };
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
    broken,
  };
}

function chosenProfile(
  environment: Environment,
  now: Instant,
  broken: BrokenFile[],
): Result<Profile, ConfigurationFault> {
  if (environment.profile !== null) return ok(environment.profile);
  const file = readJsonFile(profilePath(environment.home), now);
  if (!file.ok) return file;
  if (file.value.kind === 'broken') broken.push(file.value);
  if (file.value.kind !== 'read') return ok('training');
  const parsed = profileFile.safeParse(file.value.value);
  return parsed.success ? ok(parsed.data.profile) : err({ kind: 'settingInvalid', field: 'profile' });
}

function readSettings(
  dataFolder: string,
  now: Instant,
  broken: BrokenFile[],
): Result<Settings, ConfigurationFault> {
  const file = readJsonFile(settingsPath(dataFolder), now);
  if (!file.ok) return file;
  if (file.value.kind === 'broken') broken.push(file.value);
  return file.value.kind === 'read' ? parseSettings(file.value.value) : ok(usualSettings);
}

function settingsPath(dataFolder: string): string {
  return join(dataFolder, 'settings.json');
}

function profilePath(home: string): string {
  return join(home, 'profile.json');
}
