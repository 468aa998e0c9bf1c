import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instant } from '../../app/kernel/time.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import { createLog, type LogLevel } from './log.ts';
import { redactText } from './redact.ts';

const clock: Clock = {
  now: () => instant(Date.UTC(2026, 2, 1, 8, 0, 0)),
  monotonic: () => 0,
  sleep: () => Promise.resolve(),
};

function aLog(given: { stderrLevel?: LogLevel; mostBytes?: number; mostFiles?: number } = {}) {
  const parent = mkdtempSync(join(tmpdir(), 'klubbkassa-log-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  const folder = join(parent, 'log');
  const stderr: string[] = [];
  const log = createLog({
    folder,
    clock,
    stderrLevel: 'silent',
    writeStderr: (line) => stderr.push(line),
    ...given,
  });
  return { folder, stderr, log, read: (file = 'till.log') => readFileSync(join(folder, file), 'utf8') };
}

describe('the log', () => {
  it('writes one JSON object a line, for the till alone', () => {
    const { log, read, folder } = aLog();
    log.info('payment.created', { reference: 'kk-01-7f3a', amount: 34900, retried: false, code: undefined });
    log.error('webhook.refused', { why: 'line\nbreak' });
    expect(
      read()
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        at: '2026-03-01T08:00:00.000Z',
        level: 'info',
        event: 'payment.created',
        reference: 'kk-01-7f3a',
        amount: 34900,
        retried: false,
      },
      { at: '2026-03-01T08:00:00.000Z', level: 'error', event: 'webhook.refused', why: 'line\nbreak' },
    ]);
    expect(statSync(join(folder, 'till.log')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['silent', 0],
    ['error', 1],
    ['warn', 2],
    ['info', 3],
  ] as const)('tells stderr what the level %s lets through', (stderrLevel, lines) => {
    const { log, stderr, read } = aLog({ stderrLevel });
    log.info('a');
    log.warn('b');
    log.error('c');
    expect(stderr.length).toBe(lines);
    expect(read().split('\n').length).toBe(4);
  });

  it('puts a full file away, keeps so many, and loses no line of those', () => {
    const { log, folder, read } = aLog({ mostBytes: 400, mostFiles: 3 });
    for (let i = 0; i < 30; i += 1) log.info('step', { i });
    expect(readdirSync(folder).sort()).toEqual(['till.1.log', 'till.2.log', 'till.log']);
    const kept = ['till.2.log', 'till.1.log', 'till.log']
      .flatMap((file) => read(file).trim().split('\n'))
      .map((line) => Number(JSON.parse(line).i));
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => 30 - kept.length + i));
    expect(readdirSync(folder).map((file) => statSync(join(folder, file)).size > 400)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('goes on when the disk refuses, says so once on stderr, and later how many lines are missing', () => {
    const { log, folder, stderr, read } = aLog();
    writeFileSync(folder, 'a file where the folder should be');
    log.info('one');
    log.info('two');
    expect(stderr.map((line) => JSON.parse(line).event)).toEqual(['log.notWritten']);
    rmSync(folder);
    log.info('three');
    expect(JSON.parse(read())).toMatchObject({ event: 'three', lost: 2 });
  });

  it('does not let a fact take the place of time or level', () => {
    const { log, read } = aLog();
    log.warn('event', { at: 'never', level: 'info' });
    expect(JSON.parse(read())).toEqual({ at: '2026-03-01T08:00:00.000Z', level: 'warn', event: 'event' });
  });
});

describe('redaction', () => {
  it.each([
    ['4791234567', '[number]'],
    ['pay +47 912 34 567 now', 'pay [number] now'],
    ['070-123 45 67', '[number]'],
    ['91.23.45.67', '[number]'],
    ['(0047) 91234567', '[number]'],
    ['https://qr.vipps.no/28/2/01/031/4791234567?v=1', '[qr]'],
    ['https://qr.mobilepay.dk/p/AbCdEf', '[qr]'],
    ['httpsÆ--qr.vipps.no-28-2-01-031-4791234567_v´1', '[qr]'],
    ['Authorization: Bearer abc.def', 'Authorization: [token]'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '[token]'],
    ['mail to somebody@example.com', 'mail to [email]'],
    ['GET /members?msisdn=4791234567', 'GET /members?[query]'],
    ['key 0f14ebcab0ec4b29ae0cb90d91b4a84aXYZ', 'key [secret]'],
  ])('takes %s out', (text, left) => {
    expect(redactText(text)).toBe(left);
  });

  it.each([
    '7ca1ab1e-0000-4000-8000-000012345678',
    '2026-03-01T08:00:00.000Z',
    'kk-01-7f3a9c',
    'T-01-000042',
    'payment.captured',
    'status 503 after 1200 ms',
    'POS-01 4.2.0',
  ])('leaves %s in', (text) => {
    expect(redactText(text)).toBe(text);
  });

  it('writes no value under a name that says what it is', () => {
    const { log, read } = aLog();
    log.info('x', {
      msisdn: '1',
      phone: 2,
      customerToken: 'a',
      client_secret: 'b',
      Authorization: 'c',
      name: 'd',
      email: 'e',
      pin: '1234',
    });
    const { at: _at, level: _level, event: _event, ...facts } = JSON.parse(read());
    expect(new Set(Object.values(facts))).toEqual(new Set(['[left out]']));
    expect(Object.keys(facts).length).toBe(8);
  });

  it('takes a number as long as a phone number out, and leaves times and amounts in', () => {
    const { log, read } = aLog();
    log.info('x', {
      value: 4791234567,
      short: 91234567,
      amount: 239900,
      until: 1_772_352_000_000,
      waitedMs: 1200,
    });
    expect(JSON.parse(read())).toMatchObject({
      value: '[number]',
      short: '[number]',
      amount: 239900,
      until: 1_772_352_000_000,
      waitedMs: 1200,
    });
  });

  it('leaves the names of things in, by which support finds them, and nothing else under such a name', () => {
    const { log, read } = aLog();
    const named = {
      reference: 'kk-01-12345678901a',
      saleId: 'b12345678',
      traceId: '00-4bf92f3577b34da6a3ce929d0e0e4736-01',
    };
    log.info('x', { ...named, key: '4791234567', id: 'call 4791234567' });
    expect(JSON.parse(read())).toMatchObject({ ...named, key: '[number]', id: 'call [number]' });
  });

  it('looks into the event and the names of facts too', () => {
    const { log, read } = aLog();
    log.info('scan 4791234567', { 'https://qr.vipps.no/28/2/01/031/4791234567?v=1': true });
    expect(read().includes('4791234567')).toBe(false);
  });
});
