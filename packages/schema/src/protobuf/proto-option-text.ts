import type { ProtoOption, ProtoOptionValue } from './proto-file.js';

const ESCAPES: Record<string, string> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
};

/** An option on a line of its own. */
export function optionLine(option: ProtoOption): string {
  return `option ${optionText(option)};\n`;
}

/** Options behind a field, with the blank before them; '' for none. */
export function bracketedOptionsText(options: readonly ProtoOption[]): string {
  return options.length === 0 ? '' : ` ${listText(options.map(optionText))}`;
}

/** Every line two blanks further in; empty lines too, as Confluent has them. */
export function indented(text: string): string {
  const lines = text.split('\n');
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `  ${line}\n`).join('');
}

function optionText(option: ProtoOption): string {
  const name = option.isParenthesized ? `(${option.name})` : option.name;
  if (option.value.kind === 'option') return `${name}.${optionText(option.value.option)}`;
  return `${name} = ${option.value.kind === 'list' ? listText(option.value.values.map(valueText)) : valueText(option.value)}`;
}

/** One element stays on the line. */
function listText(elements: readonly string[]): string {
  return elements.length === 1 ? `[${elements[0]}]` : bracketed('[', ']', elements);
}

function valueText(value: ProtoOptionValue): string {
  switch (value.kind) {
    case 'string':
      // eslint-disable-next-line no-control-regex
      return `"${value.text.replace(/[\u0007\b\f\n\r\t\v\\'"]/g, (character) => ESCAPES[character] ?? character)}"`;
    case 'map':
      return bracketed('{', '}', [...value.entries].map(([key, entry]) => `${key}: ${valueText(entry)}`));
    case 'list':
      return bracketed('[', ']', value.values.map(valueText));
    case 'option':
      return optionText(value.option);
    default:
      return value.text;
  }
}

function bracketed(open: string, close: string, elements: readonly string[]): string {
  const lines = elements.map((element, index) => indented(index < elements.length - 1 ? `${element},` : element));
  return `${open}\n${lines.join('')}${close}`;
}
