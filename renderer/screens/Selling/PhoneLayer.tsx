/** The customer's number, or another phone of the customer, by keypad or keyboard. Digits turn into dots after a second; the eye shows them. */

import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Keypad } from '../../components/Keypad.tsx';
import { useStores } from '../../stores/context.tsx';
import { useText } from '../../text/index.ts';
import type { LayerProps } from './Layers.tsx';
import { grouped, readTyped } from './phoneDigits.ts';

const countries = ['47', '46', '45', '358'];
const dotsAfterMs = 1000;

export function PhoneLayer({ window, actions }: LayerProps) {
  const { selling, common } = useText();
  const { view } = useStores();
  const input = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const { phoneDigits: digits, phoneCountry: country, fault } = window;
  const hidden = useHiddenCount(digits.length);
  const other = window.layer === 'otherPhone';
  const title = other ? selling.otherPhone : selling.customersNumber;
  useEffect(() => input.current?.focus(), []);
  const type = (text: string) => {
    const read = readTyped(text, country);
    view.setState({ phoneDigits: read.digits, phoneCountry: read.country, fault: null });
  };
  return (
    <section className="over phonelayer" aria-label={title}>
      <div className="column">
        <div className="top">
          <h2 className="title">{title}</h2>
          <IconButton
            icon="close"
            label={common.close}
            outlined
            onPress={() => void actions.act({ do: 'close' })}
          />
        </div>
        <div className="number">
          <label className="country">
            <span className="unseen">{selling.country}</span>
            <select
              value={country}
              onChange={(event) => view.setState({ phoneCountry: event.target.value, fault: null })}
            >
              {countries.map((code) => (
                <option key={code} value={code}>
                  +{code}
                </option>
              ))}
            </select>
            <Icon name="down" />
          </label>
          <label className="digitsfield">
            <span className="unseen">{title}</span>
            <input
              ref={input}
              type="tel"
              inputMode="numeric"
              autoComplete="off"
              value={digits}
              onChange={(event) => type(event.target.value)}
            />
            <span className="drawn" aria-hidden="true">
              {grouped(digits, shown ? 0 : hidden)}
              <span className="caret" />
            </span>
          </label>
        </div>
        {fault?.at === 'layer' && <FaultNote fault={fault.fault} />}
        <Keypad
          onDigit={(digit) => type(digits + digit)}
          left={{
            icon: shown ? 'hide' : 'show',
            label: shown ? selling.hideDigits : selling.showDigits,
            pressed: shown,
            onPress: () => setShown(!shown),
          }}
          right={{ icon: 'erase', label: selling.erase, onPress: () => type(digits.slice(0, -1)) }}
        />
        <p className="small second">{other ? selling.otherPhoneSays : selling.digitsHint}</p>
      </div>
    </section>
  );
}

/** How many digits have been there for a second and are dots by now. */
function useHiddenCount(length: number): number {
  const [hidden, setHidden] = useState(length);
  useEffect(() => {
    const timer = setTimeout(() => setHidden(length), dotsAfterMs);
    return () => clearTimeout(timer);
  }, [length]);
  return Math.min(hidden, length);
}
