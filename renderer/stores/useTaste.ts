/** Puts the taste of whoever stands here on the root element, where the style sheets look for it. */

import { useLayoutEffect } from 'react';
import type { Language } from '../text/language.ts';
import { useView } from './context.tsx';

export function useTaste(language: Language): void {
  const theme = useView((view) => view.theme);
  const size = useView((view) => view.size);
  const hand = useView((view) => view.hand);
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.setAttribute('data-size', size);
    root.setAttribute('data-hand', hand);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const apply = () => {
      const shown =
        theme !== 'auto' ? theme : contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
      root.setAttribute('data-theme', shown);
    };
    apply();
    dark.addEventListener('change', apply);
    contrast.addEventListener('change', apply);
    return () => {
      dark.removeEventListener('change', apply);
      contrast.removeEventListener('change', apply);
    };
  }, [language, theme, size, hand]);
}
