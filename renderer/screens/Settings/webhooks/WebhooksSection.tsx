/** How the service tells this till of changes: the two registrations in plain words, and all that the sales unit has. */

import { useState } from 'react';
import type { WebhooksView, WebhookView } from '../../../../app/contract/view.ts';
import type { Fault } from '../../../../app/kernel/fault.ts';
import { Button } from '../../../components/Button.tsx';
import { Chip, type ChipProps } from '../../../components/Chip.tsx';
import { FaultNote } from '../../../components/FaultNote.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useNow } from '../../../stores/useNow.ts';
import { dateInWords, dayKey } from '../../../text/days.ts';
import { clock, useText, useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { company } from '../../../text/wallet.ts';
import { webhooksText } from '../../../text/webhooks.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { FactRow } from '../fields.tsx';
import './webhooks.css';
import { toldOf } from './road.ts';
import { useInsteadOfScan } from './useInsteadOfScan.ts';
import { useWebhooks, type WebhooksState } from './useWebhooks.ts';

type RegistrationState = WebhooksView['payments'];

const looks: Readonly<Record<RegistrationState, Omit<ChipProps, 'children'>>> = {
  registered: { icon: 'done', tone: 'ok' },
  failing: { icon: 'attention', tone: 'attn' },
  taken: { icon: 'stop', tone: 'problem' },
  none: { icon: 'cancelled', tone: 'neutral' },
};

export function WebhooksSection() {
  const t = useTextOf(webhooksText);
  const webhooks = useWebhooks(false);
  const { seen } = webhooks;
  return (
    <>
      {seen.kind === 'asking' && <p className="st-sentence">{fill(t.loading, { company })}</p>}
      {seen.kind === 'refused' && <FaultNote fault={seen.fault} />}
      {seen.kind === 'answered' && (
        <>
          <Standing view={seen.value} />
          <Registrations view={seen.value} webhooks={webhooks} />
        </>
      )}
      <div className="st-row">
        <Button icon="again" size="small" busy={webhooks.looking} onPress={webhooks.look}>
          {t.again}
        </Button>
      </div>
      <Needs />
    </>
  );
}

function Standing({ view }: { readonly view: WebhooksView }) {
  const t = useTextOf(webhooksText);
  const instead = useInsteadOfScan();
  const { url, payments, checkIns } = view;
  const near = url !== null && /^https?:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(url);
  const now = useNow(60_000);
  const { language } = useText();
  const time = (at: string | null) => {
    if (at === null) return t.never;
    return dayKey(at) === dayKey(now) ? clock(at) : `${dateInWords(at, language, now)}, ${clock(at)}`;
  };
  return (
    <div>
      <FactRow
        icon={<Icon name={url === null ? 'offline' : 'network'} />}
        name={t.address}
        sentence={url === null ? fill(t.noAddress, { company }) : near ? `${url} · ${t.nearAddress}` : url}
      />
      <FactRow icon={<Icon name="money" />} name={t.payments} sentence={t.paymentsSay[payments]}>
        <State of={payments} />
      </FactRow>
      <FactRow
        icon={<Icon name="qr" />}
        name={t.checkIns}
        sentence={fill(t.checkInsSay[url === null ? 'unreachable' : checkIns], { instead })}
      >
        <State of={checkIns} />
      </FactRow>
      <dl className="wh-facts">
        <Fact name={t.lastChecked} value={time(view.checkedAt)} />
        <Fact name={t.lastHeard} value={time(view.lastSeenAt)} />
        <Fact name={t.refused} value={String(view.refused)} more={t.refusedSays} />
      </dl>
      {view.refusedAt !== null && (
        <FactRow
          icon={<Icon name="attention" />}
          name={fill(t.forged.name, { time: time(view.refusedAt) })}
          sentence={fill(t.forged.what, { company })}
        />
      )}
    </div>
  );
}

/** What is the store's own to run, and what there is only one of. */
function Needs() {
  const t = useTextOf(webhooksText);
  return (
    <section aria-label={t.needs}>
      <h2>{t.needs}</h2>
      {t.needsSay.map(({ icon, name, what }) => (
        <FactRow key={name} icon={<Icon name={icon} />} name={name} sentence={fill(what, { company })} />
      ))}
    </section>
  );
}

function State({ of }: { readonly of: RegistrationState }) {
  const t = useTextOf(webhooksText);
  return <Chip {...looks[of]}>{t.states[of]}</Chip>;
}

function Fact(props: { readonly name: string; readonly value: string; readonly more?: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <b className="digits">{props.value}</b>
        {props.more && <span className="st-sentence"> {props.more}</span>}
      </dd>
    </div>
  );
}

function Registrations(props: { readonly view: WebhooksView; readonly webhooks: WebhooksState }) {
  const t = useTextOf(webhooksText);
  const { registrations } = props.view;
  const [doomed, setDoomed] = useState<WebhookView | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const close = () => {
    setDoomed(null);
    setFault(null);
  };
  const remove = async (id: string) => {
    setBusy(true);
    const refused = await props.webhooks.remove(id);
    setBusy(false);
    setFault(refused);
    if (refused === null) setDoomed(null);
  };
  return (
    <section className="st-stack" aria-label={t.registrations}>
      <h2>{t.registrations}</h2>
      {registrations === null && <p className="st-sentence">{fill(t.registrationsUnknown, { company })}</p>}
      {registrations?.length === 0 && <p className="st-sentence">{t.registrationsNone}</p>}
      <ul>
        {registrations?.map((one) => (
          <li key={one.id} className="st-fact wh-one">
            <Icon name={one.isThisTills ? 'proven' : 'attention'} />
            <div className="st-words">
              <p className="st-name">{one.url}</p>
              <p className="st-sentence">{fill(t.tellsOf, { what: inWords(one.events, t.tells) })}</p>
            </div>
            <Chip icon={one.isThisTills ? 'done' : 'question'} tone={one.isThisTills ? 'ok' : 'neutral'}>
              {one.isThisTills ? t.ours : t.foreign}
            </Chip>
            {!one.isThisTills && (
              <Button size="small" look="danger" icon="remove" onPress={() => setDoomed(one)}>
                {t.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {doomed !== null && (
        <ConfirmDialog
          title={t.removeTitle}
          subject={t.foreign}
          what={fill(t.removeWhat, { url: doomed.url })}
          yes={t.removeYes}
          keep={t.keep}
          busy={busy}
          fault={fault}
          onYes={() => void remove(doomed.id)}
          onClose={close}
        />
      )}
    </section>
  );
}

function inWords(
  events: readonly string[],
  t: { readonly payments: string; readonly checkIns: string; readonly other: string },
): string {
  const told = toldOf(events);
  return [
    told.payments ? t.payments : null,
    told.checkIns ? t.checkIns : null,
    told.other.length > 0 ? fill(t.other, { events: told.other.join(', ') }) : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
