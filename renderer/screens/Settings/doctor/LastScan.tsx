/** The newest scan: what the code is, in the largest words, whether it arrived well, and how it came. */

import type { ReactNode } from 'react';
import type { DoctorScanView } from '../../../../app/contract/view.ts';
import { Chip } from '../../../components/Chip.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { clockWithSeconds, useText, useTextOf } from '../../../text/index.ts';
import { fill } from '../../../text/language.ts';
import { scannerDoctorText } from '../../../text/scannerDoctor.ts';
import { settingsText } from '../../../text/settings.ts';
import { saidOf } from './said.ts';
import { symbologyName } from './symbology.ts';

export function LastScan({ scan }: { readonly scan: DoctorScanView | null }) {
  const t = useTextOf(scannerDoctorText);
  const { wallet } = useText();
  if (scan === null) {
    return (
      <div className="sd-waiting" role="status">
        <Icon name="scan" />
        <p className="sd-is">{t.invitation.name}</p>
        <p className="st-sentence">{fill(t.invitation.what, { w: wallet })}</p>
      </div>
    );
  }
  const said = saidOf(scan, t, wallet);
  return (
    <div className={said.well ? 'sd-last' : 'sd-last sd-attn'} role="status">
      <header>
        <p className="label">
          {t.lastCode} · <time>{clockWithSeconds(scan.at)}</time>
        </p>
        <Chip icon={said.well ? 'done' : 'attention'} tone={said.well ? 'ok' : 'attn'}>
          {said.chip}
        </Chip>
      </header>
      <div className="sd-what">
        <Icon name={said.icon} />
        <div>
          <p className="sd-is">{said.name}</p>
          <p className="sd-means">{said.what}</p>
          {said.next !== null && <p className="sd-next">{said.next}</p>}
        </div>
      </div>
      <HowItCame scan={scan} personal={said.personal} />
    </div>
  );
}

function HowItCame({ scan, personal }: { readonly scan: DoctorScanView; readonly personal: boolean }) {
  const t = useTextOf(scannerDoctorText);
  const { scannerModes } = useTextOf(settingsText);
  const { device, typed, symbology, length } = scan;
  const kind = symbology === null ? null : symbologyName(symbology, length);
  return (
    <dl className="sd-facts">
      <Fact name={t.kind}>{[kind, symbology].filter((one) => one !== null).join(' ') || t.kindNotTold}</Fact>
      <Fact name={t.length}>{length === 1 ? t.oneCharacter : fill(t.characters, { n: String(length) })}</Fact>
      <Fact name={t.device}>
        {device === null ? t.inThisWindow : `${device.name}, ${scannerModes[device.mode].name}`}
      </Fact>
      {typed !== null && <Fact name={t.ending}>{t.endings[typed.suffix]}</Fact>}
      {typed !== null && (
        <Fact name={t.pace}>{fill(t.perCharacter, { n: String(Math.round(typed.meanGapMs)) })}</Fact>
      )}
      {scan.shown !== '' && (
        <Fact name={t.arrivedAs} whole>
          <span className="sd-raw">{scan.shown}</span>
          {personal && (
            <span className="st-sentence">
              <Icon name="hide" /> {t.notKept}
            </span>
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly whole?: boolean; readonly children: ReactNode }) {
  return (
    <div className={props.whole ? 'sd-whole' : undefined}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
