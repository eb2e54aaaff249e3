/** What `--add-config`, `--add-config-file` and `--delete-config` ask for. */
import { propertiesRecord } from '@millrace/config/properties';
import type { ConfigChange } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export interface ChangeFlags {
  addConfig?: string;
  addConfigFile?: string;
  deleteConfig?: string;
}

export function changesOf(flags: ChangeFlags, io: ToolIo): ConfigChange[] {
  const added = flags.addConfigFile === undefined ? parseAddConfig(flags.addConfig ?? '') : propertiesRecord(io.readText(flags.addConfigFile));
  const deleted = (flags.deleteConfig ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
  if (flags.deleteConfig !== undefined && deleted.length === 0) throw new ToolError('--delete-config names no setting');
  const both = deleted.filter((name) => name in added);
  if (both.length > 0) throw new ToolError(`Invalid config(s): ${both.join(',')} are both added and deleted`);
  return [...Object.entries(added).map(([name, value]) => ({ name, value })), ...deleted.map((name) => ({ name, value: null }))];
}

/** `k=v,k2=[a,b]`: commas between brackets belong to the value. */
export function parseAddConfig(text: string): Record<string, string> {
  const record: Record<string, string> = {};
  for (const pair of splitOutsideBrackets(text)) {
    const split = pair.indexOf('=');
    if (split <= 0) throw new ToolError('requirement failed: Invalid entity config: all configs to be added must be in the format "key=val".');
    record[pair.slice(0, split).trim()] = pair.slice(split + 1).trim().replaceAll(/[[\]]/g, '');
  }
  return record;
}

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text.charAt(at);
    if (character === '[') depth++;
    if (character === ']') depth--;
    if (at < text.length && (character !== ',' || depth > 0)) continue;
    parts.push(text.slice(begin, at));
    begin = at + 1;
  }
  return parts.filter((part) => part.trim() !== '');
}
