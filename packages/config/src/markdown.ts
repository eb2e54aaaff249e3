/** A table of settings as Markdown. */
import { allowedByCheck } from './check.js';
import type { Effect, Setting } from './setting.js';

/** `effectOf` adds a column that says whether a setting does something. */
export function settingsMarkdown(settings: readonly Setting[], effectOf?: (name: string) => Effect): string {
  const shown = settings.filter((setting) => setting.internal !== true);
  const columns = ['setting', 'type', 'default', 'allowed', ...(shown.some((setting) => setting.update) ? ['update'] : []), ...(effectOf ? ['effect'] : []), 'meaning'];
  const lines = shown.map((setting) => cells(setting, columns, effectOf).map(escapeCell).join(' | '));
  return [columns.join(' | '), columns.map(() => '---').join(' | '), ...lines].map((line) => `| ${line} |`).join('\n');
}

function cells(setting: Setting, columns: readonly string[], effectOf: ((name: string) => Effect) | undefined): string[] {
  return columns.map((column) => {
    switch (column) {
      case 'setting':
        return `\`${setting.name}\``;
      case 'type':
        return setting.type.toLowerCase();
      case 'default':
        return defaultInWords(setting);
      case 'allowed':
        return (setting.check === undefined ? null : allowedByCheck(setting.check)) ?? '';
      case 'update':
        return setting.update ?? '';
      case 'effect':
        return effectInWords[effectOf?.(setting.name) ?? 'none-yet'];
      default:
        return setting.doc;
    }
  });
}

const effectInWords: Record<Effect, string> = { yes: 'yes', 'none-yet': 'not yet', protects: 'stops the start' };

function defaultInWords(setting: Setting): string {
  if (setting.required === true) return 'required';
  if (setting.default === null) return '';
  return setting.default === '' ? 'empty' : `\`${setting.default.replaceAll(',', ', ')}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
