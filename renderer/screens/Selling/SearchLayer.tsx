/** Find an item by a part of its name, its number or its barcode. The primary adds the chosen result. */

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ProductFound } from '../../../app/contract/calls.ts';
import { formatAmount } from '../../../app/domain/money.ts';
import { Button } from '../../components/Button.tsx';
import { FaultNote } from '../../components/FaultNote.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Keycap } from '../../components/Keycap.tsx';
import { Over } from '../../components/Over.tsx';
import { useText } from '../../text/index.ts';
import type { LayerProps } from './Layers.tsx';
import { searchOf } from './searchText.ts';

export function SearchLayer({ view, window, actions }: LayerProps) {
  const { selling, common } = useText();
  const input = useRef<HTMLInputElement>(null);
  const { found, chosenFound, searchText, fault } = window;
  useEffect(() => input.current?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || found === null || found.length === 0) return;
    event.preventDefault();
    const index = Math.min(found.length - 1, Math.max(0, chosenFound + step));
    void actions.act({ do: 'chooseFound', index });
  };
  const head = (
    <>
      <div className="searchfield typing">
        <Icon name="search" />
        <input
          ref={input}
          type="text"
          aria-label={selling.findItem}
          value={searchText}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => void actions.search(event.target.value)}
          onKeyDown={onKey}
        />
        {found !== null && <span className="second small digits">{selling.found(found.length)}</span>}
      </div>
      <Button icon="close" keycap="Esc" onPress={() => void actions.act({ do: 'close' })}>
        {common.close}
      </Button>
    </>
  );
  return (
    <Over label={selling.findItem} head={head} foot={<SearchFoot />}>
      {fault?.at === 'layer' && (
        <div className="layerfault">
          <FaultNote fault={fault.fault} />
        </div>
      )}
      {found === null || found.length === 0 ? (
        <p className="layerhint" role="status">
          {found === null ? selling.typeToSearch : selling.notFound}
        </p>
      ) : (
        <ul className="results">
          {found.map((product, index) => (
            <Result
              key={product.sku}
              product={product}
              chosen={index === chosenFound}
              typed={searchOf(searchText).text}
              club={view.till.clubName}
              onChoose={() => void actions.act({ do: 'chooseFound', index })}
            />
          ))}
        </ul>
      )}
    </Over>
  );
}

function Result(props: {
  readonly product: ProductFound;
  readonly chosen: boolean;
  readonly typed: string;
  readonly club: string;
  readonly onChoose: () => void;
}) {
  const { product, chosen, typed, club, onChoose } = props;
  const { selling } = useText();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <li ref={row} className={chosen ? 'result chosen' : 'result'}>
      <button type="button" tabIndex={-1} aria-pressed={chosen} onClick={onChoose}>
        <span className="key">{chosen && <Keycap>Enter</Keycap>}</span>
        <span className="words">
          <b>
            <Marked name={product.name} typed={typed} />
          </b>
          <span className="second small code">{product.sku}</span>
        </span>
        {product.memberPrice && (
          <span className="saving small">
            <Icon name="member" />
            {club || selling.member} {formatAmount(product.memberPrice)}
          </span>
        )}
        <span className="price digits">{formatAmount(product.price)}</span>
      </button>
    </li>
  );
}

/** Shows where the typed letters are found. */
function Marked({ name, typed }: { readonly name: string; readonly typed: string }) {
  const at = typed === '' ? -1 : name.toLocaleLowerCase().indexOf(typed.toLocaleLowerCase());
  if (at < 0) return name;
  return (
    <>
      {name.slice(0, at)}
      <mark>{name.slice(at, at + typed.length)}</mark>
      {name.slice(at + typed.length)}
    </>
  );
}

function SearchFoot() {
  const { keys, scanStillAdds } = useText().selling;
  return (
    <>
      <span className="keyhint">
        <Keycap>↑</Keycap>
        <Keycap>↓</Keycap> {keys.choose}
      </span>
      <span className="keyhint">
        <Keycap>Enter</Keycap> {keys.addOne}
      </span>
      <span className="keyhint">
        <Keycap>5</Keycap>
        <Keycap>*</Keycap> {keys.five}
      </span>
      <span className="last">{scanStillAdds}</span>
    </>
  );
}
