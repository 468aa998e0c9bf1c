/** What a shift plays in: the service in a process of its own, the line to it, the club's registry. Each has its own. */

import type { Chance } from '../../main/simulation/chance.ts';
import { startWallet, type Wallet } from '../fixtures/wallet.ts';
import type { KillHost } from './hosts.ts';
import { type Line, openLine } from './line.ts';
import { openRegistry, type Registry } from './registry.ts';
import { openServiceBooks, type ServiceBooks } from './serviceBooks.ts';

export interface Scene {
  readonly host: KillHost;
  readonly line: Line;
  readonly registry: Registry;
  readonly service: ServiceBooks;
  readonly environment: Readonly<Record<string, string>>;
  readonly chance: Chance;
  readonly wallet: Pick<Wallet, 'customer' | 'scanCode'>;
  close(): Promise<void>;
}

export async function openScene(host: KillHost, chance: Chance): Promise<Scene> {
  const { timesFaster } = host;
  const wallet = await startWallet({ timesFaster });
  const registry = openRegistry();
  const line = await openLine(wallet.url, registry);
  const environment = {
    ...wallet.environment,
    ...host.environment,
    KLUBBKASSA_API_URL: line.url,
    KLUBBKASSA_LOG: 'error',
  };
  const service = await openServiceBooks(wallet.url, timesFaster);
  return {
    ...{ host, line, registry, service, environment, chance, wallet },
    async close() {
      await line.close();
      await wallet.close();
    },
  };
}
