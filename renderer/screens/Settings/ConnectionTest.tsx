/** The test of the connection: one row per product of the platform, each with a word and a sentence. */

import { useEffect, useRef } from 'react';
import type { ProductTest } from '../../../app/contract/calls.ts';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon, type IconName } from '../../components/Icon.tsx';
import { faultCode } from '../../text/faults.ts';
import { clockWithSeconds, useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import type { SettingsState } from './useSettings.ts';

const drawn: Readonly<Record<ProductTest['result'], IconName>> = {
  works: 'done',
  limited: 'attention',
  fails: 'close',
};

export function ConnectionTest({ test }: { readonly test: SettingsState['test'] }) {
  const t = useTextOf(settingsText);
  const card = useRef<HTMLElement>(null);
  // Below the keys where room is short: whoever presses Test must see what comes of it.
  useEffect(() => {
    const shown = card.current;
    if (test.kind === 'not' || shown === null) return;
    if (shown.getBoundingClientRect().top > window.innerHeight / 2) shown.scrollIntoView({ block: 'start' });
  }, [test.kind]);
  return (
    <section className="st-card" aria-live="polite" ref={card}>
      <header>
        <h2>{t.connection}</h2>
        {test.kind === 'asking' && (
          <p className="st-when">
            <Icon name="waiting" />
            {t.testing}
          </p>
        )}
        {test.kind === 'answered' && (
          <p className="st-when digits">{fill(t.testedAt, { time: clockWithSeconds(test.at) })}</p>
        )}
      </header>
      {test.kind === 'refused' && <FaultNote fault={test.fault} />}
      {test.kind === 'answered' ? (
        <ul>
          {test.value.map((row) => (
            <Row key={row.product} row={row} />
          ))}
        </ul>
      ) : (
        test.kind !== 'refused' && <p className="st-sentence">{t.notTested}</p>
      )}
    </section>
  );
}

function Row({ row }: { readonly row: ProductTest }) {
  const t = useTextOf(settingsText);
  const text = useText();
  const code = row.fault === null ? null : faultCode(row.fault);
  return (
    <li className={`st-test ${row.result}`}>
      <Icon name={drawn[row.result]} />
      <div className="st-words">
        <p className="st-name">{t.products[row.product] ?? row.product}</p>
        <p className="st-sentence">
          {row.fault === null ? t.resultWords[row.result] : text.fault(row.fault).says}
        </p>
        {code !== null && <p className="st-code code">{code}</p>}
      </div>
      <span className="st-result">{t.results[row.result]}</span>
    </li>
  );
}
