/**
 * `klubbkassa serve`: the till in plain Node. On stdout stands one line of JSON once it is ready and nothing else;
 * whatever there is to say besides goes to stderr.
 */

import { audiences } from '../../app/contract/audience.ts';
import type { Composition } from '../compose/composition.ts';
import { keyInFile } from '../compose/keys.ts';
import { rebuildLists } from '../compose/rebuildLists.ts';
import { compose } from '../compose.ts';
import { withCameraPage } from '../http/cameraPage.ts';
import { type HttpHost, openHttpHost, screenAddress, usualPort } from '../http/http.ts';
import { keptTokens, type Tokens } from '../http/tokens.ts';
import { rendererFiles } from '../pages/rendererFiles.ts';
import { findProgram } from '../program.ts';
import { startAnew } from '../startAnew.ts';
import { readArguments, type ServeOptions, usage } from './options.ts';

function fail(line: string): never {
  process.stderr.write(`klubbkassa: ${line}\n`);
  process.exit(1);
}

async function serve(options: ServeOptions): Promise<void> {
  const program = findProgram();
  /** The address stays the same over a drill, so that every page finds the till again. */
  let port = 0;
  const composed = await compose({
    environment: process.env,
    program,
    keys: keyInFile,
    startAnew: () => startAnew(process.execPath, argumentsAtPort(port)),
    unlocked: () => undefined,
    quit: () => void process.kill(process.pid, 'SIGTERM'),
  });
  if (!composed.ok) fail(composed.fault);
  const house = composed.value;
  const tokens = tokensOf(house);
  const host = await listen(options, house, tokens, program.pages);
  if (typeof host === 'string') {
    await house.close();
    fail(host);
  }
  port = host.port;
  const url = `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${host.port}/`;
  const ready = {
    url,
    tokens,
    profile: house.profile,
    screens: {
      till: screenAddress(url, tokens, 'manager'),
      customer: screenAddress(url, tokens, house.kind === 'unattended' ? 'kiosk' : 'display'),
      ...(house.trainingPhone === null ? {} : { phone: house.trainingPhone }),
    },
  };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  endOnSignal(async () => {
    await host.close();
    await house.close();
  });
}

async function rebuild(): Promise<void> {
  const rebuilt = await rebuildLists({ environment: process.env, keys: keyInFile });
  if (!rebuilt.ok) fail(rebuilt.fault);
  process.stdout.write(`${JSON.stringify(rebuilt.value)}\n`);
}

/** Node's own arguments, this script and its own, with the port that is in use: what stands last wins. */
function argumentsAtPort(port: number): readonly string[] {
  return [...process.execArgv, ...process.argv.slice(1), '--port', String(port)];
}

function tokensOf(house: Composition): Tokens {
  try {
    return keptTokens(house.folder);
  } catch (thrown) {
    return fail(`the tokens cannot be kept in ${house.folder}: ${messageOf(thrown)}`);
  }
}

/** The host, or the one line that says why there is none. */
async function listen(
  options: ServeOptions,
  house: Composition,
  tokens: Tokens,
  pages: string,
): Promise<HttpHost | string> {
  const parts = {
    door: house.door,
    tokens,
    admits: audiences,
    files: withCameraPage(rendererFiles(pages), house.cameraWanted),
    qrImages: house.qrImages,
    health: house.health,
    receiveWebhook: house.receiveWebhook,
    customerScreen: house.customerScreenIs,
    clock: house.clock,
    log: house.log,
  };
  const asked = options.port ?? house.port;
  try {
    return await openHttpHost(parts, { host: options.host, port: asked ?? usualPort });
  } catch (thrown) {
    const taken = codeOf(thrown) === 'EADDRINUSE';
    if (!taken || asked !== null) {
      return taken ? `port ${asked} is in use` : `cannot listen on ${options.host}: ${messageOf(thrown)}`;
    }
    // Nobody asked for that one: any that is free will do.
    return openHttpHost(parts, { host: options.host, port: 0 });
  }
}

function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // Whoever asks twice means it: what was journaled is safe.
      if (ending) process.exit(1);
      ending = true;
      close().then(
        () => process.exit(0),
        (thrown: unknown) => fail(`did not end in order: ${messageOf(thrown)}`),
      );
    });
  }
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : null;
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

// Whoever started the till may stop reading what it says; the till goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const read = readArguments(process.argv.slice(2));
if (!read.ok) fail(read.fault);
switch (read.value.kind) {
  case 'help':
    process.stdout.write(usage);
    break;
  case 'rebuild':
    await rebuild();
    break;
  case 'serve':
    await serve(read.value).catch((thrown: unknown) => fail(messageOf(thrown)));
}
