import type { Model } from '../state/model.ts';
import type { State } from '../state/state.ts';
import type { Preferences } from './preferences.ts';

/** What every view may use: the model it shows, and the ways to change something. */
export interface ViewContext {
  readonly model: Model;
  readonly preferences: Preferences;
  /** Another report to compare with, when one was opened. */
  readonly other?: import('../../../src/model/report.ts').Report;
  update(change: (now: State) => State): void;
  /** Tells screen readers, and shows a short note. */
  announce(text: string): void;
  setPreferences(change: Partial<Preferences>): void;
  openOther(file: File): void;
  closeOther(): void;
  /** Lines of a source file, when the user has opened the scanned folder. */
  readonly sources: import('./sources.ts').Sources;
}
