import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { loadConfiguration, saveProfile, saveSettings } from './configuration.ts';
import { dataHome } from './dataHome.ts';
import { readEnvironment } from './environment.ts';
import { changedSettings, parseSettings, usualSettings } from './settings.ts';

function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-home-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return home;
}

function load(home: string, variables: Record<string, string> = {}) {
  const loaded = loadConfiguration({ ...variables, KLUBBKASSA_HOME: home });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.fault));
  return loaded.value;
}

function withFile(text: string): string {
  const home = aHome();
  mkdirSync(join(home, 'training'));
  writeFileSync(join(home, 'training', 'settings.json'), text);
  return home;
}

describe('the environment', () => {
  it('is read whole', () => {
    expect(
      readEnvironment({
        KLUBBKASSA_HOME: '/srv/till',
        KLUBBKASSA_PROFILE: 'test',
        KLUBBKASSA_API_URL: 'http://127.0.0.1:8080/',
        KLUBBKASSA_PORT: '0',
        KLUBBKASSA_LOG: 'warn',
        KLUBBKASSA_KIND: 'unattended',
        KLUBBKASSA_CLIENT_ID: ' an-id ',
        KLUBBKASSA_CLIENT_SECRET: 'a-secret',
        KLUBBKASSA_SUBSCRIPTION_KEY: 'a-key',
        KLUBBKASSA_MSN: '123456',
        KLUBBKASSA_WEBHOOK_URL: 'https://till.example.com/hook',
        KLUBBKASSA_OPERATOR_PHONE: '+4722000000',
        PATH: '/usr/bin',
      }),
    ).toEqual({
      ok: true,
      value: {
        home: '/srv/till',
        profile: 'test',
        apiUrl: 'http://127.0.0.1:8080',
        port: 0,
        logLevel: 'warn',
        kind: 'unattended',
        keys: {
          clientId: 'an-id',
          clientSecret: 'a-secret',
          subscriptionKey: 'a-key',
          merchantSerialNumber: '123456',
        },
        webhookUrl: 'https://till.example.com/hook',
        operatorPhone: '+4722000000',
      },
    });
  });

  it.each([
    ['KLUBBKASSA_PROFILE', 'prod'],
    ['KLUBBKASSA_API_URL', 'ftp://example.com'],
    ['KLUBBKASSA_API_URL', 'example.com'],
    ['KLUBBKASSA_PORT', '70000'],
    ['KLUBBKASSA_PORT', 'http'],
    ['KLUBBKASSA_LOG', 'verbose'],
    ['KLUBBKASSA_KIND', 'kiosk'],
    ['KLUBBKASSA_MSN', 'abc'],
  ])('refuses %s=%s by name', (field, value) => {
    expect(readEnvironment({ [field]: value })).toEqual({
      ok: false,
      fault: { kind: 'settingInvalid', field },
    });
  });

  it('takes an empty variable for none', () => {
    const read = readEnvironment({ KLUBBKASSA_PROFILE: '', KLUBBKASSA_PORT: ' ' });
    expect(read).toMatchObject({ ok: true, value: { profile: null, port: null } });
  });

  it.each([
    [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/klubbkassa'],
    [{}, 'linux', join(homedir(), '.local/share/klubbkassa')],
    [{}, 'darwin', join(homedir(), 'Library/Application Support/Klubbkassa')],
    [{ APPDATA: '/roaming' }, 'win32', '/roaming/Klubbkassa'],
    [{ KLUBBKASSA_HOME: '/srv/till', XDG_DATA_HOME: '/data' }, 'linux', '/srv/till'],
  ] as const)('finds the home of %j on %s', (variables, platform, home) => {
    expect(dataHome(variables, platform)).toBe(home);
  });
});

describe('settings', () => {
  it('have a default for every field', () => {
    expect(parseSettings({})).toEqual({ ok: true, value: usualSettings });
    expect(usualSettings).toMatchObject({
      market: 'NO',
      members: { kind: 'embedded' },
      checkIn: false,
      cameraScanner: false,
    });
  });

  it.each([
    [{ store: { name: 'A', place: 'B', tillNumber: '' } }, 'store.tillNumber'],
    [{ store: { name: 'A', place: 'B', tillNumber: '1', owner: 'C' } }, 'store.owner'],
    [{ shop: 'A' }, 'shop'],
    [{ market: 'SE' }, 'market'],
    [{ members: { kind: 'http' } }, 'members.url'],
    [{ members: { kind: 'ftp' } }, 'members.kind'],
    [{ checkIn: 'yes' }, 'checkIn'],
    [{ operatorPhone: '22000000' }, 'operatorPhone'],
    [[], ''],
  ])('refuse %j by the name of the field', (value, field) => {
    expect(parseSettings(value)).toEqual({ ok: false, fault: { kind: 'settingInvalid', field } });
  });

  it('are frozen to the ground', () => {
    expect(Object.isFrozen(usualSettings) && Object.isFrozen(usualSettings.store)).toBe(true);
    const changed = changedSettings(usualSettings, { posId: 'POS-07' });
    expect(changed).toEqual({ ok: true, value: { ...usualSettings, posId: 'POS-07' } });
    expect(changed.ok && Object.isFrozen(changed.value.members)).toBe(true);
    expect(changedSettings(usualSettings, { posId: '' })).toMatchObject({ fault: { field: 'posId' } });
  });
});

describe('a configuration', () => {
  it('is training with the usual settings on a fresh machine, and writes nothing', () => {
    const home = aHome();
    expect(load(home)).toMatchObject({
      profile: 'training',
      dataFolder: join(home, 'training'),
      kind: 'staffed',
      settings: usualSettings,
      currency: 'NOK',
      callingCode: '47',
      apiUrl: null,
      fixed: [],
    });
    expect(readdirSync(home)).toEqual([]);
  });

  it('has a folder for each profile, and the environment wins over the files', () => {
    const home = aHome();
    const finnish = changedSettings(usualSettings, {
      market: 'FI',
      apiUrl: 'https://gateway.example.com',
      merchantSerialNumber: '111111',
      operatorPhone: '+358201234567',
    });
    if (!finnish.ok) throw new Error('not valid');
    expect([saveProfile(home, 'test').ok, saveSettings(join(home, 'test'), finnish.value).ok]).toEqual([
      true,
      true,
    ]);
    expect(load(home)).toMatchObject({
      profile: 'test',
      currency: 'EUR',
      callingCode: '358',
      apiUrl: 'https://gateway.example.com',
      merchantSerialNumber: '111111',
    });
    expect(load(home, { KLUBBKASSA_OPERATOR_PHONE: '+4722000000' })).toMatchObject({
      environment: { operatorPhone: '+4722000000' },
      fixed: ['operatorPhone'],
    });
    expect(load(home, { KLUBBKASSA_OPERATOR_PHONE: '020 123 4567' })).toMatchObject({
      environment: { operatorPhone: '+358201234567' },
      fixed: ['operatorPhone'],
    });
    expect(load(home, { KLUBBKASSA_API_URL: 'http://127.0.0.1:1', KLUBBKASSA_MSN: '222222' })).toMatchObject({
      apiUrl: 'http://127.0.0.1:1',
      merchantSerialNumber: '222222',
      fixed: ['apiUrl', 'merchantSerialNumber'],
    });
    expect(load(home, { KLUBBKASSA_PROFILE: 'production' })).toMatchObject({
      dataFolder: join(home, 'production'),
      settings: usualSettings,
      fixed: ['profile'],
    });
    expect(statSync(join(home, 'test', 'settings.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(home, 'test'))).toEqual(['settings.json']);
  });

  it('does not start with a phone number that is none, and says how one is written', () => {
    const read = loadConfiguration({ KLUBBKASSA_HOME: aHome(), KLUBBKASSA_OPERATOR_PHONE: '02800' });
    const form = 'a whole phone number, with + and its country if it is a foreign one: +4722000000';
    const field = `KLUBBKASSA_OPERATOR_PHONE (${form})`;
    expect(read).toEqual({ ok: false, fault: { kind: 'settingInvalid', field } });
  });

  it('does not start on a file that is no JSON, names it and its line, and leaves it alone', () => {
    const home = withFile('{\n  "market": "FI",\n  "language" "en"\n}');
    const fault = { kind: 'fileUnreadable', line: 3, why: 'settings.json is no JSON' };
    expect(loadConfiguration({ KLUBBKASSA_HOME: home })).toEqual({ ok: false, fault });
    expect(readdirSync(join(home, 'training'))).toEqual(['settings.json']);
  });

  it('never takes a production store for training because a file was torn', () => {
    const home = aHome();
    writeFileSync(join(home, 'profile.json'), '{"profile":"produ');
    expect(loadConfiguration({ KLUBBKASSA_HOME: home })).toMatchObject({
      ok: false,
      fault: { kind: 'fileUnreadable', why: 'profile.json is no JSON' },
    });
  });

  it.each(['http://gateway.example.com', 'http://127.0.0.1.example.com'])(
    'sends no keys in clear to %s',
    (url) => {
      const variables = { KLUBBKASSA_HOME: aHome(), KLUBBKASSA_API_URL: url };
      expect(loadConfiguration(variables)).toMatchObject({ ok: false, fault: { kind: 'settingInvalid' } });
    },
  );

  it('takes no address for webhooks that the service would not call', () => {
    const of = (url: string) => loadConfiguration({ KLUBBKASSA_HOME: aHome(), KLUBBKASSA_WEBHOOK_URL: url });
    for (const url of [
      'https://till.example.com/webhooks',
      'https://till.example.com:8080/webhooks',
      'http://127.0.0.1:4780/webhooks',
    ])
      expect(of(url).ok).toBe(true);
    const fault = {
      kind: 'settingInvalid',
      field: 'KLUBBKASSA_WEBHOOK_URL (https, at port 443, 80 or 8080)',
    };
    for (const url of ['http://till.example.com/webhooks', 'https://till.example.com:4780/webhooks'])
      expect(of(url)).toEqual({ ok: false, fault });
  });

  it('does not start on a field it does not understand, and leaves the file alone', () => {
    const home = withFile('{"markt": "FI"}');
    expect(loadConfiguration({ KLUBBKASSA_HOME: home })).toEqual({
      ok: false,
      fault: { kind: 'settingInvalid', field: 'markt' },
    });
    expect(readdirSync(join(home, 'training'))).toEqual(['settings.json']);
  });

  it('refuses an unknown profile in the file', () => {
    const home = aHome();
    writeFileSync(join(home, 'profile.json'), '{"profile":"staging"}');
    expect(loadConfiguration({ KLUBBKASSA_HOME: home })).toEqual({
      ok: false,
      fault: { kind: 'settingInvalid', field: 'profile' },
    });
  });

  it('keeps the old settings when the new ones cannot be written', () => {
    const home = aHome();
    saveSettings(join(home, 'training'), usualSettings);
    const folder = join(home, 'training');
    mkdirSync(join(folder, 'settings.json.part'));
    expect(saveSettings(folder, { ...usualSettings, posId: 'POS-99' })).toEqual({
      ok: false,
      fault: { kind: 'storeReadOnly' },
    });
    expect(load(home).settings.posId).toBe('POS-01');
  });
});
