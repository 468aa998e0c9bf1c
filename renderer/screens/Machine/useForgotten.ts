/** A manager's window that nobody has touched for five minutes closes: the next one to stand there is a customer. */

import { useEffect } from 'react';

const forgottenMs = 300_000;

export function useForgotten(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    let forget = setTimeout(() => window.close(), forgottenMs);
    const touched = () => {
      clearTimeout(forget);
      forget = setTimeout(() => window.close(), forgottenMs);
    };
    for (const event of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(event, touched, true);
    return () => {
      clearTimeout(forget);
      for (const event of ['pointerdown', 'keydown', 'wheel'])
        window.removeEventListener(event, touched, true);
    };
  }, [on]);
}
