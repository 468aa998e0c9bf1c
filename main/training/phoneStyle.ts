/** Look of the simulated phone: neutral, light and dark, deliberately unlike any wallet. */

export const phoneStyle = `
:root { color-scheme: light dark; --ground: #e9eaec; --card: #fff; --ink: #1b1f24; --soft: #5c6570; --line: #d9dde2;
  --go: #17624a; --go-ink: #fff; --warn: #8a3b12; --note: #fff4d6; --note-ink: #5b4300; }
@media (prefers-color-scheme: dark) { :root { --ground: #101215; --card: #1c2025; --ink: #eef1f4; --soft: #a3acb6;
  --line: #333a42; --go: #6fd3ae; --go-ink: #06231a; --warn: #ffb48f; --note: #3a2f10; --note-ink: #ffe3a1; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 26rem; min-height: 100vh; margin: 0 auto; padding: 0 1rem 2rem; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: .75rem; padding: 1rem .25rem .5rem; }
header strong { font-size: 1.05rem; font-variant-numeric: tabular-nums; }
.practice { margin: 0 0 1rem; padding: .35rem .75rem; border-radius: .5rem; background: var(--note);
  color: var(--note-ink); font-size: .85rem; text-align: center; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1.1rem; margin: 0 0 1rem; }
.card.urgent { border-color: var(--go); border-width: 2px; }
h1, h2 { font-size: 1rem; margin: 0 0 .5rem; }
.soft { color: var(--soft); font-size: .9rem; margin: .25rem 0; }
.amount { font-size: 2.1rem; font-weight: 650; letter-spacing: -.01em; font-variant-numeric: tabular-nums; margin: .1rem 0 .4rem; }
.code { font: 600 1.7rem/1.2 ui-monospace, Menlo, Consolas, monospace; letter-spacing: .12em; text-align: center;
  padding: .6rem; border: 1px dashed var(--line); border-radius: .6rem; margin: .4rem 0; }
.qr { display: block; width: 15rem; max-width: 100%; margin: .25rem auto .5rem; border-radius: .6rem; background: #fff; }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .92rem; }
td { padding: .3rem 0; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td:last-child { text-align: right; white-space: nowrap; padding-left: .75rem; font-variant-numeric: tabular-nums; }
.row { display: flex; gap: .6rem; margin-top: .8rem; }
button { font: inherit; font-weight: 600; min-height: 3rem; flex: 1; border-radius: .75rem; border: 1px solid var(--line);
  background: transparent; color: var(--ink); cursor: pointer; padding: 0 1rem; }
button.go { background: var(--go); color: var(--go-ink); border-color: var(--go); }
button.small { min-height: 2.5rem; padding: .35rem 1rem; font-size: .9rem; width: 100%; }
button + button.small { margin-top: .5rem; }
button:focus-visible, input:focus-visible { outline: 3px solid var(--go); outline-offset: 2px; }
button:disabled { opacity: .5; cursor: default; }
input { font: inherit; width: 100%; min-height: 3rem; padding: 0 .8rem; border-radius: .75rem; border: 1px solid var(--line);
  background: var(--card); color: var(--ink); margin: .25rem 0 .75rem; }
.says { min-height: 1.5rem; color: var(--warn); text-align: center; margin: 0 0 .5rem; }
.says:empty { display: none; }
.past { display: flex; justify-content: space-between; gap: 1rem; padding: .45rem 0; border-top: 1px solid var(--line); }
[hidden] { display: none !important; }
`;
