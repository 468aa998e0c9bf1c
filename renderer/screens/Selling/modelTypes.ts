/** What the cashier's screen shows, decided before anything is drawn. Words are in, so a component only places them. */

import type { Money } from '../../../app/domain/money.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import type { BannerProps } from '../../components/Banner.tsx';
import type { ChipProps } from '../../components/Chip.tsx';
import type { Choice } from '../../components/ChoiceRows.tsx';
import type { IconName } from '../../components/Icon.tsx';
import type { StationMark } from '../../components/Station.tsx';
import type { TimelineRow } from '../../components/Timeline.tsx';
import type { Layer } from '../../stores/viewStore.ts';
import type { Face } from './face.ts';

/** Everything a key or a touch can ask for on this screen. */
export type Action =
  | { readonly do: 'open'; readonly layer: Exclude<Layer, 'none'> }
  | { readonly do: 'close' }
  | { readonly do: 'chooseWay'; readonly way: 'push' | 'qr' }
  | { readonly do: 'request'; readonly via: 'push' | 'qr' }
  | { readonly do: 'resend'; readonly via: 'push' | 'qr' }
  | { readonly do: 'cancelPayment' }
  | { readonly do: 'resendTo' }
  | { readonly do: 'explain'; readonly saleId: string }
  | { readonly do: 'retry'; readonly saleId: string }
  | { readonly do: 'park' }
  | { readonly do: 'recall'; readonly saleId: string }
  | { readonly do: 'discard' }
  | { readonly do: 'next' }
  | { readonly do: 'paidElsewhere' }
  | { readonly do: 'invite' }
  | { readonly do: 'stopInvitation' }
  | { readonly do: 'inviteAgain' }
  | { readonly do: 'clearCustomer' }
  | { readonly do: 'takeArrival'; readonly id: string }
  | { readonly do: 'dismissArrival'; readonly id: string }
  | { readonly do: 'setPhone' }
  | { readonly do: 'add'; readonly sku: string; readonly quantity: number }
  | { readonly do: 'setQuantity'; readonly lineId: string; readonly quantity: number }
  | { readonly do: 'remove'; readonly lineId: string }
  | { readonly do: 'undoRemove' }
  | { readonly do: 'chooseLine'; readonly lineId: string }
  | { readonly do: 'chooseFound'; readonly index: number }
  | { readonly do: 'chooseParked'; readonly index: number }
  | { readonly do: 'seen'; readonly attention: string };

export interface ButtonModel {
  readonly label: string;
  readonly icon: IconName;
  readonly keycap?: string;
  readonly look?: 'outline' | 'plain' | 'pressed' | 'danger';
  readonly disabled?: boolean;
  readonly action: Action;
}

export interface PrimaryModel {
  readonly look: 'go' | 'listen' | 'hold';
  readonly label: string;
  readonly second?: string;
  readonly icon: IconName;
  readonly keycap?: string;
  /** Tells apart two turns that share a label. */
  readonly turn: string;
  /** `null` when there is nothing to press. */
  readonly action: Action | null;
}

/** A sentence around one bold part, marked `{sum}` in the text. */
export interface Emphasised {
  readonly before: string;
  readonly strong: string;
  readonly after: string;
}

export interface CustomerModel {
  readonly mark: StationMark;
  readonly icon: IconName;
  readonly sheet: boolean;
  readonly chip: ChipProps | null;
  /** First name, the mask, or a question; `null` where the buttons say enough. */
  readonly headline: { readonly words: string; readonly mask: string | null } | null;
  readonly sentence: string | null;
  readonly saving: Emphasised | null;
  /** The comparison code of an invitation on its way. */
  readonly code: string | null;
  readonly buttons: readonly ButtonModel[];
  readonly mayClear: boolean;
  /** That a check-in is about to end or has ended, and what that means. */
  readonly checkIn: { readonly says: string; readonly comfort: string | null } | null;
  readonly fault: Fault | null;
}

/** Somebody who checked in on the store's own code and is not served yet. */
export interface ArrivalModel {
  readonly id: string;
  /** `null` until the wallet has said who it is. */
  readonly mask: string | null;
  /** What stands in the place of the mask, or beside it. */
  readonly words: string | null;
  /** Whose code was scanned, where the till has several. */
  readonly place: string | null;
  readonly icon: IconName;
  readonly left: { readonly short: string; readonly spoken: string };
  /** Serve or try again; `null` while it is looked up. */
  readonly serve: ButtonModel | null;
  readonly dismiss: ButtonModel;
}

export interface ArrivalsModel {
  readonly rows: readonly ArrivalModel[];
  /** Why nobody of them can be served now. */
  readonly reason: string | null;
}

export interface HelpRow {
  readonly key: string;
  readonly icon: IconName;
  readonly name: string;
  readonly sentence: string;
  readonly keycap: string | null;
  /** `null` where only the customer can do it. */
  readonly action: Action | null;
}

export type PaymentBody =
  | { readonly kind: 'sentence' }
  | {
      readonly kind: 'ways';
      readonly choices: readonly Choice<'push' | 'qr' | 'phone'>[];
      readonly chosen: 'push' | 'qr';
    }
  | {
      readonly kind: 'watching';
      readonly sketch: { readonly store: string; readonly sum: string } | null;
      readonly qrImage: string | null;
      readonly there: string;
      readonly what: Emphasised;
      readonly say: string;
    }
  | { readonly kind: 'helps'; readonly rows: readonly HelpRow[] }
  | { readonly kind: 'steps'; readonly rows: readonly TimelineRow[] }
  | {
      readonly kind: 'checking';
      readonly lead: string;
      readonly next: string;
      readonly facts: readonly CheckingFact[];
    };

export interface CheckingFact {
  readonly key: string;
  readonly icon: IconName;
  readonly words: string;
}

export interface PaymentModel {
  readonly mark: StationMark;
  readonly icon: IconName;
  readonly sheet: boolean;
  readonly chip: ChipProps | null;
  readonly headline: string;
  readonly look: 'plain' | 'quiet' | 'large' | 'problem' | 'paid';
  readonly live: 'status' | 'alert';
  readonly amount: Money | null;
  readonly sentence: string | null;
  readonly money: { readonly tone: 'ok' | 'attn' | 'wait'; readonly words: string } | null;
  readonly body: PaymentBody;
  readonly foot: readonly { readonly icon: IconName; readonly words: string; readonly breathes?: boolean }[];
  readonly reference: string | null;
  readonly fault: Fault | null;
}

export interface LineModel {
  readonly id: string;
  readonly quantity: number;
  readonly name: string;
  /** Unit price and VAT, where they say something. */
  readonly facts: readonly string[];
  readonly saving: string | null;
  readonly discount: string | null;
  readonly total: Money;
  readonly chosen: boolean;
}

export interface BasketModel {
  readonly head:
    | { readonly kind: 'search' }
    | {
        readonly kind: 'says';
        readonly icon: IconName;
        readonly words: string;
        /** What opens the basket again. */
        readonly change: ButtonModel | null;
      };
  readonly park: ButtonModel | null;
  readonly parked: ButtonModel;
  readonly lines: readonly LineModel[];
  readonly frozen: boolean;
  readonly empty: boolean;
  readonly last: {
    readonly when: string;
    readonly sum: string;
    readonly state: string;
    readonly good: boolean;
  } | null;
  readonly removed: string | null;
  readonly totals: readonly {
    readonly key: string;
    readonly name: string;
    readonly value: string;
    /** Gives way where room is short. */
    readonly note: string | null;
    readonly good: boolean;
  }[];
  readonly total: Money | null;
  readonly totalLabel: string;
  readonly paid: boolean;
  readonly fault: Fault | null;
}

export interface SellingModel {
  /** One word for where the sale is; for tests and for `data-face`. */
  readonly face: Face;
  readonly banners: readonly (Omit<BannerProps, 'action' | 'onClose'> & {
    readonly key: string;
    readonly dismiss: Action | null;
  })[];
  readonly basket: BasketModel;
  readonly customer: CustomerModel;
  readonly arrivals: ArrivalsModel;
  readonly payment: PaymentModel;
  readonly secondary: readonly ButtonModel[];
  readonly primary: PrimaryModel;
  /** What each key does now; Enter is always the primary. */
  readonly keys: ReadonlyMap<string, Action>;
  readonly pageFault: Fault | null;
}
