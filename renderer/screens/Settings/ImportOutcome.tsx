/** What became of a file: how much is in, and the lines that are not, each with its reason. */

import { Icon } from '../../components/Icon.tsx';
import { useTextOf } from '../../text/index.ts';
import { fill } from '../../text/language.ts';
import { settingsText } from '../../text/settings.ts';
import type { ImportState } from './ImportSection.tsx';
import { importWhy } from './importWhy.ts';

/** More lines than this nobody reads on a till; the rest is counted. */
const mostShown = 100;

export function ImportOutcome({ state }: { readonly state: Exclude<ImportState, { kind: 'refused' }> }) {
  const t = useTextOf(settingsText);
  if (state.kind === 'none') return null;
  if (state.kind === 'reading') {
    return (
      <p className="st-outcome">
        <Icon name="waiting" />
        {fill(t.importing, { file: state.file })}
      </p>
    );
  }
  if (state.kind === 'trouble') {
    return (
      <p className="st-outcome attn">
        <Icon name="attention" />
        <span>
          <b>{state.file}</b> {t[state.trouble]}
        </span>
      </p>
    );
  }
  const { imported, problems } = state.report;
  const n = String(imported);
  const took = imported === 0 ? t.importedNone : imported === 1 ? t.importedOne : fill(t.imported, { n });
  const count = String(problems.length);
  const left = problems.length === 1 ? t.problemsOne : fill(t.problemsMany, { n: count });
  return (
    <>
      <p className={problems.length > 0 ? 'st-outcome attn' : 'st-outcome ok'}>
        <Icon name={problems.length > 0 ? 'attention' : 'done'} />
        <span>
          <b>{state.file}</b> {took} {problems.length > 0 && left} {imported === 0 && t.importedNoneNext}
        </span>
      </p>
      {problems.length > 0 && (
        <table className="st-lines">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.why}</th>
            </tr>
          </thead>
          <tbody>
            {problems.slice(0, mostShown).map((problem) => (
              <tr key={`${problem.line} ${problem.why}`}>
                <td className="digits">{problem.line}</td>
                <td>{importWhy(problem.why, t.whys)}</td>
              </tr>
            ))}
            {problems.length > mostShown && (
              <tr>
                <td />
                <td>{fill(t.moreProblems, { n: String(problems.length - mostShown) })}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </>
  );
}
