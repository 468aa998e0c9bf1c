/** How a customer at a machine is led to the instant at which its till dies: comes, approves or does not, takes or does not. */

import type { DisplayView, OfferView } from '../../app/contract/view.ts';
import type { Chance } from '../../main/simulation/chance.ts';
import { pause } from '../bench/wallTime.ts';
import type { Wallet } from '../fixtures/wallet.ts';
import { type Ask, instantPatienceMs } from './lives.ts';
import type { Motors } from './machineMotors.ts';
import { people } from './registry.ts';
import type { Sightings } from './sightings.ts';

/** Before the machine, with a phone. */
export interface Stand {
  readonly chance: Chance;
  readonly ask: Ask;
  readonly wallet: Pick<Wallet, 'customer' | 'scanCode'>;
  /** What the code on the machine says. */
  readonly code: string;
  readonly motors: Pick<Motors, 'jam'>;
  readonly until: Sightings<DisplayView>['until'];
  readonly tell: (what: string) => void;
  /** The till has died, and this customer has gone. */
  readonly isOver: () => boolean;
}

export interface MachineLead {
  readonly does: 'approve' | 'decline' | 'never';
  /** Either way unless told. */
  readonly comes?: 'byScan' | 'byChoosing';
  /** The cheapest of all, so that there is something to give back. */
  readonly cheapest?: true;
  readonly after: 'takes' | 'jams' | 'takesNothing' | 'goesAway';
}

const buys = { does: 'approve', after: 'takes' } as const;

export const machineLeads = {
  buys,
  buysByScan: { ...buys, comes: 'byScan', cheapest: true },
  buysByChoosing: { ...buys, comes: 'byChoosing' },
  jams: { does: 'approve', after: 'jams' },
  takesNothing: { does: 'approve', comes: 'byScan', after: 'takesNothing' },
  undecided: { does: 'never', after: 'takes' },
  undecidedByChoosing: { does: 'never', comes: 'byChoosing', after: 'takes' },
  declines: { does: 'decline', after: 'takes' },
  goesAway: { does: 'never', after: 'goesAway' },
} as const satisfies Readonly<Record<string, MachineLead>>;

export type MachineLeadName = keyof typeof machineLeads;

const lookAgainMs = 50;
const approveMs = 150;

export async function leadTo(stand: Stand, lead: MachineLead): Promise<void> {
  const { chance, ask, wallet, motors, until } = stand;
  const { phone } = chance.pick(people);
  motors.jam(lead.after === 'jams');
  await wallet.customer({ phone, does: lead.does, afterMs: approveMs });
  const chooses = lead.comes === undefined ? chance.happens(0.5) : lead.comes === 'byChoosing';
  const view = await until(({ machine }) => machine !== null, instantPatienceMs);
  const offers = [...(view?.machine?.offers ?? [])].sort((a, b) => a.price.minor - b.price.minor);
  const wanted = lead.cheapest === true || offers.length < 2 ? offers[0] : chance.pick(offers);
  if (wanted === undefined) return;
  const came = chooses ? await choose(stand, phone, wanted) : await scan(stand, phone);
  if (!came) return;
  const turn = (await until(({ machine }) => machine?.turn != null, instantPatienceMs))?.machine?.turn;
  if (turn == null) return;
  if (lead.after === 'goesAway') {
    await pause(chance.between(300, 600));
    await ask('vending.done', { turn });
    return;
  }
  const may = await until(({ machine }) => sells(machine?.phase), instantPatienceMs);
  if (may === null) return;
  if (!chooses && lead.after !== 'takesNothing') await ask('vending.take', { turn, sku: wanted.sku });
  const isTold = ({ machine }: DisplayView) =>
    machine?.phase === 'choosing' && (lead.after === 'takesNothing' || machine.items.length > 0);
  if ((await until(isTold, instantPatienceMs)) === null) return;
  await pause(chance.below(200));
  await ask('vending.done', { turn });
}

function sells(phase: string | undefined): boolean {
  return phase === 'choosing' || phase === 'dispensing';
}

async function scan({ ask, wallet, code, until, tell, isOver }: Stand, phone: string): Promise<boolean> {
  // The till has another address in each life, and the service has to know it before anybody's scan is heard of.
  while (!isOver()) {
    const known = await ask('webhooks.list', {});
    if (known?.ok && known.value.checkIns === 'registered') break;
    await pause(lookAgainMs);
  }
  tell(`scans the code: ${await wallet.scanCode(phone, code)}`);
  return (await until(({ machine }) => machine?.phase === 'asking', instantPatienceMs)) !== null;
}

async function choose(
  { ask, wallet, until, tell }: Stand,
  phone: string,
  { sku }: OfferView,
): Promise<boolean> {
  const asked = await ask('vending.choose', { sku });
  tell(`chooses ${sku}: ${asked === null ? 'nobody there' : asked.ok ? 'ok' : asked.fault.kind}`);
  if (!asked?.ok) return false;
  const shown = await until(({ qrImage }) => qrImage !== null, instantPatienceMs);
  if (shown === null || shown.qrImage === null) return false;
  await wallet.scanCode(phone, shown.qrImage);
  return true;
}
