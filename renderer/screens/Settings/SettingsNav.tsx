/** The sections at the left, with a word behind each that is unsaved or wrong. */

import {
  Download,
  Dumbbell,
  GraduationCap,
  KeyRound,
  Languages,
  type LucideIcon,
  Monitor,
  QrCode,
  ScanLine,
  Store,
  Users,
  Webhook,
} from 'lucide-react';
import type { CodeRoad } from '../../../app/contract/view.ts';
import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { settingsText } from '../../text/settings.ts';
import type { FieldName } from './form.ts';
import type { Problems } from './problems.ts';
import { type SectionName, sectionMark } from './sections.ts';

const drawn: Readonly<Record<SectionName, LucideIcon>> = {
  store: Store,
  keys: KeyRound,
  scanner: ScanLine,
  customerScreen: Monitor,
  shopQr: QrCode,
  webhooks: Webhook,
  club: Users,
  imports: Download,
  language: Languages,
  mode: GraduationCap,
  training: Dumbbell,
};

export function SettingsNav(props: {
  readonly section: SectionName;
  readonly sections: readonly SectionName[];
  readonly changed: ReadonlySet<FieldName>;
  readonly problems: Problems;
  readonly storeCode: CodeRoad;
  readonly onChoose: (section: SectionName) => void;
}) {
  const t = useTextOf(settingsText);
  return (
    <nav className="st-nav" aria-label={t.navigation}>
      {props.sections.map((name) => {
        const Drawing = drawn[name];
        const mark = sectionMark(name, props.changed, props.problems, props.storeCode);
        return (
          <button
            key={name}
            type="button"
            aria-current={name === props.section ? 'page' : undefined}
            onClick={() => props.onChoose(name)}
          >
            <Drawing className="icon" aria-hidden="true" />
            <span className="st-navname">{t.sections[name].name}</span>
            {mark === 'unsaved' && <span className="st-dot" role="img" aria-label={t.markUnsaved} />}
            {mark === 'trouble' && (
              <span className="st-trouble" role="img" aria-label={t.markTrouble}>
                <Icon name="attention" />
              </span>
            )}
            {mark === 'problem' && (
              <span className="st-wrong" role="img" aria-label={t.markProblem}>
                <Icon name="attention" />
              </span>
            )}
          </button>
        );
      })}
    </nav>
  );
}
