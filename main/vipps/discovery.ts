/**
 * Where Login's endpoints are and which keys it signs with (identity-and-loyalty.md 1.1): read from the discovery
 * document and its key set, never built in. The document's own address is the one fixed path.
 */

import type { z } from 'zod';
import type { RemoteFault } from '../../app/kernel/fault.ts';
import { err, ok, type Result } from '../../app/kernel/result.ts';
import type { Clock } from '../../app/ports/Clock.ts';
import type { Ids } from '../../app/ports/Ids.ts';
import { type CachedDocument, createCachedDocument, type Fetched, maxAgeMs } from './cachedDocument.ts';
import { readAs } from './call.ts';
import type { Client } from './client.ts';
import { systemHeaders, type VippsConfig } from './config.ts';
import { faultOf, isSuccess } from './errors.ts';
import { repeatRead } from './retry.ts';
import { type Discovery, discoverySchema, type KeySet, keySetSchema } from './wire/login.ts';

export interface LoginDirectory {
  discovery(): Promise<Result<Discovery, RemoteFault>>;
  /** `fresh`: after a token came with a key that is not in the set at hand. */
  keys(fresh: boolean): Promise<Result<KeySet, RemoteFault>>;
}

const api = 'login';
const discoveryPath = '/access-management-1.0/access/.well-known/openid-configuration';
const deadlineMs = 8_000;
const attemptMs = 4_000;

export function createLoginDirectory(
  config: VippsConfig,
  deps: { readonly client: Client; readonly clock: Clock; readonly ids: Ids },
): LoginDirectory {
  const { client, clock } = deps;

  function fetchAs<Schema extends z.ZodType>(
    name: string,
    url: string,
    schema: Schema,
  ): Promise<Result<Fetched<z.output<Schema>>, RemoteFault>> {
    return repeatRead(deps, { attempts: 2, until: clock.monotonic() + deadlineMs }, async () => {
      const sent = await client.send({
        api,
        name,
        method: 'GET',
        url,
        headers: systemHeaders(config),
        deadlineMs: attemptMs,
      });
      if (!sent.ok) return sent;
      if (!isSuccess(sent.value)) return err(documentFault(faultOf(api, sent.value, clock.now())));
      const read = readAs(schema, api, sent);
      return read.ok ? ok({ document: read.value, maxAgeMs: maxAgeMs(sent.value.headers) }) : read;
    });
  }

  const discovery: CachedDocument<Discovery> = createCachedDocument(clock, async () => {
    const fetched = await fetchAs('discovery', discoveryPath, discoverySchema);
    if (!fetched.ok || endpointsAreSafe(fetched.value.document, config.baseUrl)) return fetched;
    return err({ kind: 'badAnswer', service: { api, code: 'endpoints' } });
  });

  const keys: CachedDocument<KeySet> = createCachedDocument(clock, async () => {
    const found = await discovery.get();
    return found.ok ? fetchAs('keys', found.value.jwks_uri, keySetSchema) : found;
  });

  return { discovery: discovery.get, keys: (fresh) => (fresh ? keys.refetch() : keys.get()) };
}

/** A missing document is a wrong address or a service in trouble, never an answer to the call that needed it. */
function documentFault(fault: RemoteFault): RemoteFault {
  switch (fault.kind) {
    case 'notFound':
    case 'conflict':
    case 'rejected':
    case 'forbidden':
    case 'unauthorised':
      return { kind: 'badAnswer', service: fault.service };
    default:
      return fault;
  }
}

/** The client's secret goes to these addresses: encrypted, or to the very origin that is configured. */
function endpointsAreSafe(found: Discovery, baseUrl: string): boolean {
  const own = new URL(baseUrl).origin;
  return [
    found.token_endpoint,
    found.userinfo_endpoint,
    found.jwks_uri,
    found.backchannel_authentication_endpoint,
  ].every((address) => {
    const url = new URL(address);
    return url.protocol === 'https:' || url.origin === own;
  });
}
