/**
 * What a desktop listens to on its own machine, and only where it must: the webhooks of a store that has an address for
 * them, and the controller of an unattended machine, which may sell and nothing else. No page is served.
 */

import { join } from 'node:path';
import type { Audience } from '../../app/contract/audience.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Composition } from '../compose/composition.ts';
import { openHttpHost, usualPort } from '../http/http.ts';
import { keptTokens } from '../http/tokens.ts';
import { writeJsonFile } from '../settings/jsonFile.ts';

export interface LocalDoor {
  close(): Promise<void>;
}

/** `null` where nobody needs it; else the one line that says why it cannot be opened. */
export async function openLocalDoor(house: Composition): Promise<Result<LocalDoor | null, string>> {
  const unattended = house.kind === 'unattended';
  if (!unattended && !house.takesWebhooks) return ok(null);
  const admits: readonly Audience[] = unattended ? ['kiosk'] : [];
  const port = house.port ?? usualPort;
  const address = { host: '127.0.0.1', port };
  const { door, qrImages, health, receiveWebhook, clock, log } = house;
  try {
    const tokens = keptTokens(house.folder);
    const host = await openHttpHost(
      {
        door,
        tokens,
        admits,
        files: null,
        qrImages,
        health,
        receiveWebhook,
        customerScreen: () => undefined,
        clock,
        log,
      },
      address,
    );
    const url = `http://${address.host}:${host.port}/`;
    // Where a controller looks for it; the same words as in the line that the headless till prints.
    if (unattended) {
      const told = writeJsonFile(join(house.folder, 'controller.json'), {
        url,
        tokens: { kiosk: tokens.kiosk },
      });
      if (!told.ok) return await closed(host, `controller.json cannot be written in ${house.folder}`);
    }
    return ok(host);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    if (code === 'EADDRINUSE') return err(`port ${port} is in use`);
    return err(
      `cannot listen on ${address.host}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
}

async function closed(host: LocalDoor, why: string): Promise<Result<never, string>> {
  await host.close();
  return err(why);
}
