/** The page `docs/mutations.md`. */

import { ruleOf } from '../shrink.ts';
import { type Found, mostSeeds } from './mutate.ts';

export function mutationsPage(found: readonly Found[]): string {
  const rows = found.map(({ mutation, seeds, problem }) => {
    const cells = [
      mutation.name,
      `\`${mutation.file}\``,
      seeds ?? 'not found',
      problem === null ? '' : ruleOf(problem),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  const caught = found.filter(({ seeds }) => seeds !== null).length;
  return `# Planted mistakes, and how soon they are found

\`npm run mutations -- --write\` plants each of these mistakes in the till's source, one at a time, while it is loaded
(\`main/simulation/mutations/table.ts\`), lives days of the simulation from seed 1 on, and writes this page. The auditor knows
nothing of the mistake; it holds the service's books against the journal and the screens. A mistake that is not found within
${mostSeeds} seeds fails \`npm test\`, and so does a row whose line has gone from the source.

${caught} of ${found.length} are found.

| mistake | file | seeds until it is found | rule that is broken |
| --- | --- | ---: | --- |
${rows.join('\n')}
`;
}
