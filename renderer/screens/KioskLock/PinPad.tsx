/** The PIN on a machine's screen. It goes away by itself, since whoever touched it may have walked on. */

import { useEffect, useRef, useState } from 'react';
import { mostPinDigits } from '../../../app/domain/pin.ts';
import type { Fault } from '../../../app/kernel/fault.ts';
import { useModal } from '../../components/Dialog.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { useDoor } from '../../stores/context.tsx';
import { useNow } from '../../stores/useNow.ts';
import { useTextOf } from '../../text/index.ts';
import { kioskLockText } from '../../text/kioskLock.ts';
import { counted } from '../../text/language.ts';

/** Without a touch for so long the customer's screen comes back. */
const forgottenMs = 30_000;

export function PinPad({ onClose }: { readonly onClose: () => void }) {
  const t = useTextOf(kioskLockText);
  const door = useDoor();
  const dialog = useModal();
  const input = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [asking, setAsking] = useState(false);
  const seconds = useSecondsUntil(fault?.kind === 'pinWait' ? fault.until : null);
  const held = asking || seconds > 0;

  // Anything typed or answered begins the time anew; the window's own clock does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `pin` and `fault` are what begins it
  useEffect(() => {
    const forget = setTimeout(onClose, forgottenMs);
    return () => clearTimeout(forget);
  }, [pin, fault, onClose]);
  useEffect(() => input.current?.focus(), []);

  const type = (digits: string) => setPin(digits.replace(/\D/g, '').slice(0, mostPinDigits));
  async function open() {
    if (held || pin === '') return;
    setAsking(true);
    const answer = await door.call('unlock', { pin });
    setAsking(false);
    setPin('');
    if (answer.ok) onClose();
    else setFault(answer.fault);
  }

  return (
    <dialog
      ref={dialog}
      className="kl-pad"
      aria-label={t.title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {/* No form: the page's policy lets none be sent. */}
      <div className="kl-inside">
        <h1>{t.title}</h1>
        <p>{t.what}</p>
        <input
          ref={input}
          type="password"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t.pin}
          value={pin}
          readOnly={held}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void open();
          }}
        />
        {fault !== null && <FaultNote fault={fault} />}
        {seconds > 0 && <p role="status">{counted(seconds, t.wait)}</p>}
        <Keypad
          onDigit={(digit) => {
            if (!held) type(pin + digit);
          }}
          left={{ icon: 'close', label: t.back, onPress: onClose }}
          right={{ icon: 'erase', label: t.erase, onPress: () => setPin(pin.slice(0, -1)) }}
        />
        <button
          type="button"
          className="kl-open"
          aria-disabled={held || pin === ''}
          onClick={() => void open()}
        >
          {t.open}
        </button>
      </div>
    </dialog>
  );
}

function useSecondsUntil(until: string | null): number {
  const now = useNow();
  return until === null ? 0 : Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
}
