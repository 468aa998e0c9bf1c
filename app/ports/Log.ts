/** The till's log. Facts are redacted by the adapter; nothing personal and no secret may be passed in the first place. */

export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  error(event: string, facts?: LogFacts): void;
}
