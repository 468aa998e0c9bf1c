/**
 * The way to the manager's window on a machine's screen: the store's mark held for three seconds. Nothing is drawn there,
 * so that no customer is led to it, and nothing opens without the PIN.
 */

import { useCallback, useEffect, useState } from 'react';
import { PinPad } from './PinPad.tsx';
import './kioskLock.css';

const holdMs = 3000;

export function WayIn() {
  const [held, setHeld] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!held) return;
    const long = setTimeout(() => setOpen(true), holdMs);
    return () => clearTimeout(long);
  }, [held]);
  const release = () => setHeld(false);
  const close = useCallback(() => setOpen(false), []);
  return (
    <>
      <div
        className="kl-corner"
        onPointerDown={() => setHeld(true)}
        onPointerUp={release}
        onPointerLeave={release}
        onPointerCancel={release}
      />
      {open && <PinPad onClose={close} />}
    </>
  );
}
