/** Above the day: back to the till, which day, and how it leaves the till: as a file, or on paper. */

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { dayPageText } from '../../text/day.ts';
import { dateInWords } from '../../text/days.ts';
import { useText, useTextOf } from '../../text/index.ts';
import { BackButton } from '../BackButton.tsx';
import { dayBefore, momentOf } from './dayModel.ts';

export interface DateChoice {
  /** The day that is shown, `null` until it was read. */
  readonly shown: string | null;
  /** The store's date now, as far as it is known. */
  readonly today: string | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** `null` chooses today. */
  readonly onChoose: (date: string | null) => void;
}

export function DayHead(props: {
  readonly choice: DateChoice;
  readonly now: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { wallet } = useText();
  const t = useTextOf(dayPageText);
  return (
    <div className="dayhead">
      <BackButton size="small" onPress={props.onClose} />
      <h1>{t.title(wallet)}</h1>
      <ChooseDay choice={props.choice} now={props.now} />
      {props.children}
    </div>
  );
}

function ChooseDay({ choice, now }: { readonly choice: DateChoice; readonly now: number }) {
  const { open, onOpen, shown, today } = choice;
  const { language } = useText();
  const t = useTextOf(dayPageText);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPress = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) onOpen(false);
    };
    document.addEventListener('pointerdown', onPress);
    return () => document.removeEventListener('pointerdown', onPress);
  }, [open, onOpen]);
  const words = shown === null ? t.chooseDay : dateInWords(momentOf(shown), language, now);
  return (
    <div className="daychoice" ref={place}>
      <button
        type="button"
        className="button outline small"
        aria-expanded={open}
        aria-label={`${t.chooseDay}: ${words}`}
        onClick={() => onOpen(!open)}
      >
        <Icon name="calendar" />
        <span className="words">{words}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {open && today !== null && <Days choice={choice} today={today} />}
    </div>
  );
}

function Days({ choice, today }: { readonly choice: DateChoice; readonly today: string }) {
  const t = useTextOf(dayPageText);
  const { onChoose, onOpen, shown } = choice;
  const [typed, setTyped] = useState(shown ?? today);
  const first = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    first.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const choose = (date: string | null) => {
    onOpen(false);
    onChoose(date);
  };
  const usable = typed !== '' && typed <= today;
  return (
    <fieldset className="days" ref={first} aria-label={t.chooseDay}>
      <Button look={shown === today ? 'pressed' : 'plain'} onPress={() => choose(null)}>
        {t.today}
      </Button>
      <Button
        look={shown === dayBefore(today) ? 'pressed' : 'plain'}
        onPress={() => choose(dayBefore(today))}
      >
        {t.yesterday}
      </Button>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (usable) choose(typed === today ? null : typed);
        }}
      >
        <label>
          <span>{t.anotherDay}</span>
          <input type="date" max={today} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <button type="submit" className="button outline usual" aria-disabled={!usable || undefined}>
          {t.showDay}
        </button>
      </form>
    </fieldset>
  );
}
