/** A pattern with `exec`, as RegExp has it, in time linear in the text. */
import { RE2JS } from 're2js';

export class LinearPattern {
  lastIndex = 0;
  readonly #pattern: RE2JS;

  /** @throws for what cannot run in linear time: look-around and back-references */
  constructor(pattern: RegExp) {
    const flags = (pattern.ignoreCase ? RE2JS.CASE_INSENSITIVE : 0) | (pattern.multiline ? RE2JS.MULTILINE : 0) | (pattern.dotAll ? RE2JS.DOTALL : 0);
    this.#pattern = RE2JS.compile(RE2JS.translateRegExp(pattern.source), flags);
  }

  exec(text: string): (string[] & { index: number; input: string }) | null {
    const matcher = this.#pattern.matcher(text);
    if (this.lastIndex > text.length || !matcher.find(this.lastIndex)) return null;
    this.lastIndex = matcher.end();
    const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, group) => matcher.group(group) ?? '');
    return Object.assign(groups, { index: matcher.start(), input: text });
  }
}
