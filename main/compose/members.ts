/** Where this store keeps its members: inside the till, or a registry of its own over HTTP. */

import type { Clock } from '../../app/ports/Clock.ts';
import type { Members } from '../../app/ports/Members.ts';
import { createHttpRegistry } from '../members/http.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { Secrets } from '../settings/secrets.ts';

export function openMembers(
  { settings }: Configuration,
  embedded: Members,
  secrets: Secrets,
  clock: Clock,
): Members {
  if (settings.members.kind === 'embedded') return embedded;
  const token = secrets.get('registryToken');
  return createHttpRegistry({
    baseUrl: settings.members.url,
    token: token.ok ? (token.value ?? '') : '',
    clock,
  });
}
