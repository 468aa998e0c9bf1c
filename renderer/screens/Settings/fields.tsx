/** Fields bound to the form by name: label and hint from the texts, the problem beside it, fixed ones with the reason. */

import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { type Choice, ChoiceRows } from '../../components/ChoiceRows.tsx';
import { Field } from '../../components/Field.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useText, useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import { type FixedField, fixedWords } from './fixed.ts';
import type { FieldName, SettingsForm } from './form.ts';
import { longest, type Problems } from './problems.ts';

export interface FormAccess {
  readonly form: SettingsForm;
  readonly problems: Problems;
  readonly fixed: ReadonlyMap<FieldName, FixedField>;
  readonly change: (part: Partial<SettingsForm>) => void;
}

export const FormContext = createContext<FormAccess | null>(null);

export function useForm(): FormAccess {
  const access = useContext(FormContext);
  if (access === null) throw new Error('a settings field outside its form');
  return access;
}

/** Why this field cannot be changed here; `null` where it can. */
export function useFixedReason(name: FieldName): string | null {
  const t = useTextOf(settingsText);
  const fixed = useForm().fixed.get(name);
  return fixed === undefined ? null : fixedWords(fixed.variable, t);
}

export function useProblem(name: FieldName): string | null {
  const t = useTextOf(settingsText);
  const problem = useForm().problems[name];
  if (problem === undefined) return null;
  const most = name in longest ? longest[name as keyof typeof longest] : 0;
  return fill(t.problems[problem], { n: String(most) });
}

type TextName = {
  [K in FieldName]: SettingsForm[K] extends string ? (string extends SettingsForm[K] ? K : never) : never;
}[FieldName];

export function TextSetting(props: {
  readonly name: TextName;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'password' | 'url';
  readonly numeric?: boolean;
}) {
  const { form, change } = useForm();
  const { wallet } = useText();
  const reason = useFixedReason(props.name);
  const problem = useProblem(props.name);
  const hint = reason ?? (props.hint === undefined ? undefined : fill(props.hint, { w: wallet }));
  return (
    <Field
      label={props.label}
      value={form[props.name]}
      type={props.type ?? 'text'}
      disabled={reason !== null}
      {...(props.numeric && { inputMode: 'numeric' as const })}
      {...(hint !== undefined && { hint })}
      {...(problem !== null && { problem })}
      {...(reason !== null && { trailing: <Icon name="locked" /> })}
      onChange={(value) => change({ [props.name]: value })}
    />
  );
}

/** Radio rows of one setting. Fixed ones stay visible, the other choices off, with the reason underneath. */
export function ChoiceSetting<T extends string>(props: {
  readonly name: FieldName;
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly chosen: T;
  readonly onChoose: (value: T) => void;
}) {
  const reason = useFixedReason(props.name);
  const problem = useProblem(props.name);
  const choices = props.choices.map((choice) =>
    reason !== null && choice.value !== props.chosen ? { ...choice, off: true } : choice,
  );
  return (
    <div>
      <ChoiceRows
        label={props.label}
        choices={choices}
        chosen={props.chosen}
        onChoose={(value) => {
          if (reason === null) props.onChoose(value);
        }}
      />
      {reason !== null && <FixedNote>{reason}</FixedNote>}
      {problem !== null && <p className="st-problem">{problem}</p>}
    </div>
  );
}

export function FixedNote({ children }: { readonly children: string }) {
  return (
    <p className="st-fixed">
      <Icon name="locked" />
      {children}
    </p>
  );
}

/** A row that tells something and offers at most one thing: icon, name, sentence, and what stands at the end. */
export function FactRow(props: {
  readonly icon: ReactNode;
  readonly name: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="st-fact">
      {props.icon}
      <div className="st-words">
        <p className="st-name">{props.name}</p>
        <p className="st-sentence">{props.sentence}</p>
      </div>
      {props.children}
    </div>
  );
}
