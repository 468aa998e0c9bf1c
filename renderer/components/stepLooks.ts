/** The mark of each step of a payment, at the station and where it is explained. Solid green is what is done or proven, and nothing else. */

import type { SaysKey, StepSays } from '../../app/contract/view.ts';
import type { IconName } from './Icon.tsx';

export type StepTone = 'plain' | 'wait' | 'ok' | 'attn' | 'ink';

export interface StepLook {
  readonly icon: IconName;
  readonly tone: StepTone;
}

const looks: Readonly<Record<StepSays, StepLook>> = {
  'step.identified': { icon: 'qr', tone: 'plain' },
  'step.joined': { icon: 'member', tone: 'ok' },
  'step.intended': { icon: 'locked', tone: 'plain' },
  'step.sent': { icon: 'send', tone: 'wait' },
  'step.repeated': { icon: 'again', tone: 'wait' },
  'step.unanswered': { icon: 'attention', tone: 'attn' },
  'step.refused': { icon: 'declined', tone: 'attn' },
  'step.notFound': { icon: 'question', tone: 'attn' },
  'step.approved': { icon: 'done', tone: 'ok' },
  'step.declined': { icon: 'declined', tone: 'attn' },
  'step.expired': { icon: 'ranOut', tone: 'attn' },
  'step.cancelRequested': { icon: 'close', tone: 'plain' },
  'step.taken': { icon: 'done', tone: 'plain' },
  'step.nothingTaken': { icon: 'close', tone: 'plain' },
  'step.calledOff': { icon: 'close', tone: 'plain' },
  'step.vendingEnded.done': { icon: 'done', tone: 'plain' },
  'step.vendingEnded.tooLate': { icon: 'ranOut', tone: 'attn' },
  'step.vendingEnded.fault': { icon: 'attention', tone: 'attn' },
  'step.vendingEnded.restarted': { icon: 'again', tone: 'attn' },
  'step.cancelSent': { icon: 'send', tone: 'wait' },
  'step.cancelled': { icon: 'cancelled', tone: 'ink' },
  'step.captureSent': { icon: 'send', tone: 'wait' },
  'step.captured': { icon: 'done', tone: 'ok' },
  'step.releaseSent': { icon: 'send', tone: 'wait' },
  'step.released': { icon: 'released', tone: 'ink' },
  'step.restReleased': { icon: 'released', tone: 'ink' },
  'step.refundAsked': { icon: 'released', tone: 'plain' },
  'step.refundSent': { icon: 'send', tone: 'wait' },
  'step.refunded': { icon: 'released', tone: 'ok' },
  'step.refundRefused': { icon: 'declined', tone: 'attn' },
  'step.operationRefused': { icon: 'declined', tone: 'attn' },
  'step.restarted': { icon: 'again', tone: 'plain' },
  'step.doubted': { icon: 'attention', tone: 'attn' },
  'step.receiptSent': { icon: 'receipt', tone: 'ok' },
  'step.receiptRefused': { icon: 'declined', tone: 'attn' },
  'step.purchaseRegistered': { icon: 'member', tone: 'ok' },
  'step.paidElsewhere': { icon: 'money', tone: 'ink' },
  'step.outside': { icon: 'outside', tone: 'attn' },
};

export function lookOfStep(key: SaysKey): StepLook {
  return isStep(key) ? looks[key] : { icon: 'signal', tone: 'plain' };
}

function isStep(key: SaysKey): key is StepSays {
  return Object.hasOwn(looks, key);
}
