/**
 * QR images. The service draws them on a host of its own, which a window may not reach; so the till fetches a picture
 * once and serves it from its own origin under a name that only those who were shown it can know. It fetches from the
 * service and from nobody else, whatever address an answer may hold.
 */

import { createHash } from 'node:crypto';
import { walletHosts } from '../../app/domain/walletAddress.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Log } from '../../app/ports/Log.ts';
import { pictureHeaders } from './headers.ts';

export interface Picture {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface QrImages {
  /** The address on this host that stands for the service's address of a picture; `null` if it is not one to fetch. */
  addressOf(url: string): string | null;
  /** The picture behind the last part of such an address, or `null` where it is unknown or cannot be had now. */
  picture(name: string): Promise<Picture | null>;
}

const largest = 300_000;
const kinds: readonly string[] = ['image/svg+xml', 'image/png'];
const deadlineMs = 8_000;
/** Where the service draws is its own matter and may change (payments.md 5.3): any host of the wallet's own names. */
const domains: readonly string[] = walletHosts.map((host) => host.slice('qr.'.length));
/** More codes than a sales unit has at its tills and one-time codes than are ever on screens at once. */
const mostAddresses = 1000;
const mostPictures = 50;

/** `service`: the address of the service that the till talks to. */
export function createQrImages(ports: {
  readonly service: string;
  readonly clock: Clock;
  readonly log: Log;
}): QrImages {
  const addresses = new Map<string, string>();
  const pictures = new Map<string, Promise<Picture | null>>();

  function addressOf(url: string): string | null {
    if (!isTheServices(url, ports.service)) return null;
    const name = createHash('sha256').update(url).digest('hex').slice(0, 40);
    // What stands on a screen is asked for with every state.
    keep(addresses, mostAddresses, name, url);
    return `/qr/${name}`;
  }

  async function fetched(url: string): Promise<Picture | null> {
    const abort = new AbortController();
    const done = new AbortController();
    void ports.clock.sleep(deadlineMs, done.signal).then(() => abort.abort());
    try {
      const answer = await fetch(url, { redirect: 'error', signal: abort.signal });
      const type = (answer.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      if (!answer.ok || !kinds.includes(type)) {
        await answer.body?.cancel();
        ports.log.warn('qrImage.refused', { status: answer.status, type });
        return null;
      }
      const body = await upTo(largest, answer);
      if (body === null) ports.log.warn('qrImage.tooLarge', {});
      return body === null ? null : { headers: { ...pictureHeaders, 'Content-Type': type }, body };
    } catch (thrown) {
      ports.log.warn('qrImage.unreached', { why: thrown instanceof Error ? thrown.message : String(thrown) });
      return null;
    } finally {
      done.abort();
    }
  }

  return {
    addressOf,
    async picture(name) {
      const url = addresses.get(name);
      if (url === undefined) return null;
      const coming = pictures.get(name) ?? fetched(url);
      keep(pictures, mostPictures, name, coming);
      const picture = await coming;
      // What failed may be asked again; what came is kept as long as its address.
      if (picture === null) pictures.delete(name);
      return picture;
    },
  };
}

/** As the newest; what was kept longest ago makes room. */
function keep<V>(all: Map<string, V>, most: number, name: string, value: V): void {
  all.delete(name);
  all.set(name, value);
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}

/** The wallet's own hosts, or, where a simulated service stands in for it, that one and no other port. */
function isTheServices(url: string, service: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin, hostname, port, username } = new URL(url);
  if (username !== '' || !['http:', 'https:'].includes(protocol)) return false;
  if (URL.canParse(service) && origin === new URL(service).origin) return true;
  return protocol === 'https:' && port === '' && domains.some((one) => `.${hostname}`.endsWith(`.${one}`));
}

async function upTo(limit: number, answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (answer.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
