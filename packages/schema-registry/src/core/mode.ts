/** What may be done with a subject, and where that is looked up. */
import { contextOf, contextPrefix, defaultContext, globalContext } from './qualified-subject.js';

export type Mode = 'READWRITE' | 'READONLY' | 'READONLY_OVERRIDE' | 'IMPORT' | 'FORWARD';

const modes: readonly Mode[] = ['READWRITE', 'READONLY', 'READONLY_OVERRIDE', 'IMPORT', 'FORWARD'];

/** The mode of a word in any case; undefined for any other word. */
export function modeNamed(word: string): Mode | undefined {
  const upper = word.toUpperCase();
  return modes.find((mode) => mode === upper);
}

/** The key of what holds for the default context, and for every other that says nothing. */
export const globalScope = '';

/** Where config and mode of a subject are looked for, the nearest first: the subject, its context, all contexts. */
export function scopesOf(subject: string): string[] {
  const context = contextOf(subject);
  const ofContext = context === defaultContext ? globalScope : contextPrefix(context);
  return [...new Set([subject, ofContext, contextPrefix(globalContext)])];
}

export function modeInForce(stored: ReadonlyMap<string, Mode>, subject: string): Mode {
  // Read-only without exceptions: the global one wins over a subject's own.
  if (stored.get(globalScope) === 'READONLY_OVERRIDE') return 'READONLY_OVERRIDE';
  for (const scope of scopesOf(subject)) {
    const mode = stored.get(scope);
    if (mode !== undefined) return mode;
  }
  return 'READWRITE';
}

export function isReadOnly(mode: Mode): boolean {
  return mode === 'READONLY' || mode === 'READONLY_OVERRIDE';
}

/** Schemas come with the ids they have elsewhere. */
export function isImport(mode: Mode): boolean {
  return mode === 'IMPORT' || mode === 'FORWARD';
}
