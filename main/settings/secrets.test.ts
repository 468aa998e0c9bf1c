/** The sales unit's keys in a file: sealed, and asked for again when they cannot be had. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { createVault } from '../journal/vault.ts';
import { createFileSecrets, withGiven } from './secrets.ts';

const now = instant(Date.UTC(2026, 2, 1, 8, 9, 10, 123));
const clock: Clock = { now: () => now, monotonic: () => 0, sleep: () => Promise.resolve() };
function aHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'klubbkassa-home-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  return home;
}

describe('secrets in a file', () => {
  const vault = (fill: number) => createVault(new Uint8Array(64).fill(fill));

  it('come back after a restart and are not readable in the file', () => {
    const folder = join(aHome(), 'test');
    const first = createFileSecrets(folder, vault(1), clock);
    expect([first.has('clientSecret'), first.get('clientSecret')]).toEqual([
      false,
      { ok: true, value: null },
    ]);
    first.put('clientSecret', 'very secret');
    first.put('webhook.1', 'hook');
    const second = createFileSecrets(folder, vault(1), clock);
    expect(second.get('clientSecret')).toEqual({ ok: true, value: 'very secret' });
    expect(second.has('webhook.1')).toBe(true);
    const path = join(folder, 'secrets.json');
    expect(readFileSync(path, 'utf8')).not.toContain('very secret');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('are asked for again when they cannot be opened, and can be put anew', () => {
    const folder = aHome();
    createFileSecrets(folder, vault(1), clock).put('clientId', 'id');
    const other = createFileSecrets(folder, vault(2), clock);
    expect([other.has('clientId'), other.get('clientId')]).toEqual([
      false,
      { ok: false, fault: { kind: 'secretsUnavailable' } },
    ]);
    other.put('clientId', 'new');
    expect(other.get('clientId')).toEqual({ ok: true, value: 'new' });
  });

  it.each(['[1]', '{"clientId": 7}'])('survive a file with %s in it as none', (text) => {
    const folder = aHome();
    writeFileSync(join(folder, 'secrets.json'), text);
    const secrets = createFileSecrets(folder, vault(1), clock);
    expect(secrets.get('clientId')).toEqual({ ok: true, value: null });
    secrets.put('clientId', 'id');
    expect(secrets.get('clientId')).toEqual({ ok: true, value: 'id' });
  });

  it('survive a broken file as none', () => {
    const folder = aHome();
    writeFileSync(join(folder, 'secrets.json'), '{"clientId": ');
    const secrets = createFileSecrets(folder, vault(1), clock);
    expect(secrets.get('clientId')).toEqual({ ok: true, value: null });
    expect(secrets.put('clientId', 'id').ok).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([
      'secrets.broken-2026-03-01T080910.123Z.json',
      'secrets.json',
    ]);
  });

  it('give way to what the environment has', () => {
    const folder = aHome();
    const secrets = createFileSecrets(folder, vault(1), clock);
    secrets.put('clientId', 'stored');
    secrets.put('clientSecret', 'stored');
    const both = withGiven(secrets, { clientId: 'given', clientSecret: null });
    expect([both.get('clientId'), both.get('clientSecret'), both.has('subscriptionKey')]).toEqual([
      { ok: true, value: 'given' },
      { ok: true, value: 'stored' },
      false,
    ]);
  });
});
