import { expect, test } from 'vitest';
import { isAdmitted } from '../http/admission.ts';
import { readArguments } from './options.ts';

test('nothing said is loopback and the usual port', () => {
  const usual = { ok: true, value: { kind: 'serve', host: '127.0.0.1', port: null } };
  expect(readArguments([])).toEqual(usual);
  expect(readArguments(['serve'])).toEqual(usual);
});

test('host and port are read in both forms', () => {
  const wanted = { ok: true, value: { kind: 'serve', host: 'localhost', port: 0 } };
  expect(readArguments(['serve', '--host', 'localhost', '--port', '0'])).toEqual(wanted);
  expect(readArguments(['--host=localhost', '--port=0'])).toEqual(wanted);
});

test('the lists can be made anew, and that takes no options', () => {
  expect(readArguments(['rebuild'])).toEqual({ ok: true, value: { kind: 'rebuild' } });
  expect(readArguments(['rebuild', '--port', '1']).ok).toBe(false);
});

test('an address that others can reach has to be meant', () => {
  for (const host of ['0.0.0.0', '::', '192.168.1.4', 'till.example', '127.0.0.1.example']) {
    const refused = readArguments(['serve', '--host', host]);
    expect(refused).toMatchObject({ ok: false, fault: expect.stringContaining('--insecure') });
    expect(readArguments(['serve', '--host', host, '--insecure'])).toMatchObject({ ok: true });
  }
});

test.each([[['--port', 'x']], [['--port']], [['--port', '65536']], [['--host']], [['--what']], [['sell']]])(
  '%j is not understood',
  (given) => {
    expect(readArguments(given).ok).toBe(false);
  },
);

test('bound to every address, the till answers to addresses and not to names', () => {
  const at = (host: string): boolean => isAdmitted({ host, origin: undefined }, '0.0.0.0');
  expect([at('192.168.1.4:80'), at('[fe80::1]:80'), at('localhost'), at('till.example')]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect(isAdmitted({ host: 'till.lan:1', origin: undefined }, 'till.lan')).toBe(true);
});
