/** The ☰ menu: payments, the day, settings, the customer's phone in training, help, and the taste of whoever stands here. */

import { useEffect, useRef } from 'react';
import type { CashierView } from '../../../app/contract/view.ts';
import { Button, IconButton } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Segment } from '../../components/Segment.tsx';
import { useStores, useView } from '../../stores/context.tsx';
import { dayPageText } from '../../text/day.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { languageNames, languages } from '../../text/language.ts';
import './MenuButton.css';
import type { Action } from './modelTypes.ts';

export function MenuButton(props: {
  readonly view: CashierView;
  readonly act: (action: Action) => Promise<void>;
}) {
  const { view: views } = useStores();
  const open = useView((view) => view.menuOpen);
  const { common } = useText();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = () => views.setState({ menuOpen: false });
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) close();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey);
    };
  }, [open, views]);
  return (
    <div className="menuplace" ref={place}>
      <IconButton
        icon="menu"
        label={common.menu}
        expanded={open}
        onPress={() => views.setState({ menuOpen: !open })}
      />
      {open && <Menu {...props} />}
    </div>
  );
}

function Menu({ view, act }: Parameters<typeof MenuButton>[0]) {
  const text = useText();
  const t = text.common;
  const dayText = useTextOf(dayPageText);
  const { view: views } = useStores();
  const taste = useView((one) => one);
  return (
    <div className="menu" role="menu" aria-label={t.menu}>
      <Button
        icon="history"
        look="plain"
        keycap="F8"
        onPress={() => void act({ do: 'open', layer: 'payments' })}
      >
        {t.payments}
      </Button>
      <Button icon="calendar" look="plain" onPress={() => void act({ do: 'open', layer: 'day' })}>
        {dayText.menu}
      </Button>
      <Button icon="settings" look="plain" onPress={() => void act({ do: 'open', layer: 'settings' })}>
        {t.settings}
      </Button>
      <Button icon="help" look="plain" keycap="F1" onPress={() => void act({ do: 'open', layer: 'help' })}>
        {t.help}
      </Button>
      {view.trainingPhone && (
        <a className="button plain usual" href={view.trainingPhone} target="_blank" rel="noreferrer">
          <Icon name="phone" />
          {t.customersPhone}
        </a>
      )}
      <div className="taste">
        <Segment
          label={t.look}
          choices={(['auto', 'light', 'dark', 'contrast'] as const).map((value) => ({
            value,
            word: t.themes[value],
          }))}
          chosen={taste.theme}
          onChoose={(theme) => views.setState({ theme })}
        />
        <Segment
          label={t.textSize}
          choices={(['100', '125', '150'] as const).map((value) => ({ value, word: `${value} %` }))}
          chosen={taste.size}
          onChoose={(size) => views.setState({ size })}
        />
        <Segment
          label={t.hand}
          choices={(['right', 'left'] as const).map((value) => ({ value, word: t.hands[value] }))}
          chosen={taste.hand}
          onChoose={(hand) => views.setState({ hand })}
        />
        <Segment
          label={t.language}
          choices={languages.map((value) => ({ value, word: languageNames[value] }))}
          chosen={text.language}
          onChoose={(language) => views.setState({ language })}
        />
        <p className="small second">{t.thisUserOnly}</p>
      </div>
    </div>
  );
}
