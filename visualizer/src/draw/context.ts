import type { Report } from '../../../src/model/report.ts';
import type { SortKey } from '../data/tool-rows.ts';
import type { FixProgress } from '../state/minimum-fix.ts';
import type { Model } from '../state/model.ts';
import type { State } from '../state/state.ts';
import type { Preferences } from './preferences.ts';

/** Small choices that last as long as the page. */
export interface Local {
  readonly toolSort: { readonly key: SortKey; readonly down: boolean };
  /** Why the last opened file was no report. */
  readonly problem?: string;
  /** Chains shown in the list. */
  readonly limit: number;
  readonly playing: boolean;
  /** How far the search for the smallest fix is, while it runs. */
  readonly search?: FixProgress;
}

/** What every view may use: the model it shows, and the ways to change something. */
export interface ViewContext {
  readonly model: Model;
  readonly preferences: Preferences;
  /** Another report to compare with, when one was opened. */
  readonly other?: Report;
  update(change: (now: State) => State): void;
  /** Tells screen readers, and shows a short note. */
  announce(text: string): void;
  setPreferences(change: Partial<Preferences>): void;
  openOther(file: File): void;
  closeOther(): void;
  /** Looks for the smallest set of changes that leaves no open chain, and tries it. */
  proposeFix(): void;
  stopFix(): void;
  /** Starts or stops telling the chosen chain's story. */
  togglePlay(): void;
  /** Shows the whole picture. */
  fit(): void;
  /** What belongs to this visit and not into the address. */
  readonly local: Local;
  setLocal(change: Partial<Local>): void;
  /** Lines of a source file, when the user has opened the scanned folder. */
  readonly sources: import('./sources.ts').Sources;
}
