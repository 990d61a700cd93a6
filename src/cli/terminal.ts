/** What commands may use of the process: tests hand in their own. */
export interface Terminal {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  /** Standard output is a terminal. */
  readonly outIsTty: boolean;
  /** Standard error is a terminal. */
  readonly errIsTty: boolean;
  /** Machine output; resolves when the text is handed over. */
  out(text: string): Promise<void>;
  /** Progress, notes and errors. */
  err(text: string): void;
  /** Asks the user a yes-or-no question; absent when nobody sits at the terminal. Nothing but yes is true. */
  readonly confirm?: (question: string) => Promise<boolean>;
  /** Resolves when the user asks a long-running command to stop. */
  readonly stopped: Promise<void>;
}

/** Exit codes of the contract. */
export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The user can fix this: one plain line on standard error, exit code 2, no stack. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
