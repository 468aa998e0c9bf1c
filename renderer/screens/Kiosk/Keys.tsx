/** The keys that stand at the foot of every moment: the other languages, and what makes the screen easier to use. */

import { ALargeSmall, ArrowDownToLine, Contrast, Ear, Languages, type LucideIcon } from 'lucide-react';
import { customerScreenText } from '../../text/customerScreen.ts';
import { useTextOf } from '../../text/index.ts';
import { kioskText } from '../../text/kiosk.ts';
import { type Language, languages } from '../../text/language.ts';
import type { Aids, ChangeAids } from './useAids.ts';

type Switch = 'larger' | 'contrast' | 'low' | 'aloud';

const switches: readonly { readonly is: Switch; readonly icon: LucideIcon }[] = [
  { is: 'larger', icon: ALargeSmall },
  { is: 'contrast', icon: Contrast },
  { is: 'low', icon: ArrowDownToLine },
  { is: 'aloud', icon: Ear },
];

export interface KeysProps {
  readonly aids: Aids;
  readonly change: ChangeAids;
  /** Whether there is a voice for this language. */
  readonly speaks: boolean;
}

export function Keys({ aids, change, speaks }: KeysProps) {
  const t = useTextOf(kioskText);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds a form's fields, and this is no form
    <div className="ks-keys" role="group" aria-label={t.aids}>
      {languages
        .filter((one) => one !== aids.language)
        .map((one) => (
          <LanguageKey key={one} language={one} onTouch={() => change({ language: one })} />
        ))}
      {switches
        .filter(({ is }) => is !== 'aloud' || speaks)
        .map(({ is, icon: Sign }) => (
          <button
            key={is}
            type="button"
            className="ks-key"
            aria-pressed={aids[is]}
            onClick={() => change({ [is]: !aids[is] })}
          >
            <Sign aria-hidden="true" />
            {t[is]}
          </button>
        ))}
    </div>
  );
}

/** In its own name, and read out in its own language: whoever needs it may understand no other. */
function LanguageKey(props: { readonly language: Language; readonly onTouch: () => void }) {
  const { language, onTouch } = props;
  const words = customerScreenText[language];
  return (
    <button type="button" className="ks-key" lang={language} aria-label={words.switchTo} onClick={onTouch}>
      <Languages aria-hidden="true" />
      {words.ownName}
    </button>
  );
}
