import { MAX_NESTING_DEPTH } from '../limits.js';
import { SchemaError } from '../schema-error.js';

/** A file of TypeScript types while it is written: each type once, under a name of its own. */
export class TypeFile {
  readonly #names = new Map<string, string>();
  readonly #nodes = new Map<object, string>();
  readonly #titles = new Map<string, { readonly contentOf: () => string; readonly name: string }[]>();
  readonly #taken = new Set<string>(RESERVED);
  readonly #declarations: string[] = [];
  #depth = 0;

  /**
   * The identifier of a type; the first time, `declare` writes it.
   *
   * @param key what makes it this type and no other
   * @param wanted the name that it would like
   */
  named(key: string, wanted: string, declare: (name: string) => string): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    return this.#declare(wanted, declare, (name) => this.#names.set(key, name));
  }

  /**
   * The identifier of a named type, found by the node that stands for it: what it holds may be as long as the whole schema,
   * and is looked at only where other nodes have the same title.
   *
   * @param contentOf what makes it this type among those of its title
   */
  ofNode(node: object, title: string, contentOf: () => string, wanted: string, declare: (name: string) => string): string {
    const known = this.#nodes.get(node);
    if (known !== undefined) return known;
    const namesakes = this.#titles.get(title) ?? [];
    this.#titles.set(title, namesakes);
    const content = namesakes.length === 0 ? undefined : contentOf();
    const same = namesakes.find((other) => other.contentOf() === content);
    if (same !== undefined) {
      this.#nodes.set(node, same.name);
      return same.name;
    }
    return this.#declare(wanted, declare, (name) => {
      this.#nodes.set(node, name);
      namesakes.push({ contentOf, name });
    });
  }

  #declare(wanted: string, declare: (name: string) => string, onNamed: (name: string) => void): string {
    const name = this.free(wanted);
    onNamed(name);
    // The place is taken before the inside is written, so that the outer type stands first.
    const at = this.#declarations.push('') - 1;
    if (++this.#depth > MAX_NESTING_DEPTH) throw new SchemaError('LIMIT_EXCEEDED', name, `Types lead deeper than ${MAX_NESTING_DEPTH}`);
    this.#declarations[at] = declare(name);
    this.#depth--;
    return name;
  }

  /** An identifier that no other type has. */
  free(wanted: string): string {
    const base = identifier(wanted);
    let name = base;
    for (let count = 2; this.#taken.has(name); count++) name = `${base}${count}`;
    this.#taken.add(name);
    return name;
  }

  text(): string {
    return this.#declarations.map((declaration) => `${declaration}\n`).join('\n');
  }
}

const RESERVED = [
  ...['any', 'unknown', 'never', 'string', 'number', 'boolean', 'bigint', 'symbol', 'object', 'void', 'null', 'undefined', 'true', 'false', 'this', 'type', 'interface', 'enum', 'class', 'const'],
  ...['export', 'import', 'default', 'function', 'return', 'new', 'in', 'is', 'if', 'else', 'for', 'do', 'while', 'switch', 'case', 'var', 'let', 'package', 'private', 'public', 'protected', 'static'],
  ...['try', 'catch', 'throw', 'finally', 'typeof', 'instanceof', 'delete', 'with', 'yield', 'await', 'async', 'extends', 'implements', 'super', 'break', 'continue', 'debugger'],
  ...['Date', 'Uint8Array', 'Record', 'Array', 'Map', 'Set', 'Promise', 'Object', 'Function', 'String', 'Number', 'Boolean', 'Error'],
];

/** Words apart by anything else become one in camel case; what is an identifier stays as it is. */
function identifier(text: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(text)) return text;
  const words = text.split(/[^A-Za-z0-9_$]+/).filter((word) => word !== '');
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z_$]/.test(joined) ? joined : `T${joined}`;
}

/** A member's name, in quotes where it must be. */
export function memberName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** A comment above a declaration or, further in, above a member; '' for none. */
export function comment(text: string | undefined, indent = ''): string {
  if (text === undefined || text.trim() === '') return '';
  const lines = text.trim().replaceAll('*/', '*\\/').split(/\r\n|[\r\n\u2028\u2029]/);
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd() + '\n').join('')}${indent} */\n`;
}

/** The members of a type in braces, a line each. */
export function block(members: readonly string[]): string {
  return members.length === 0 ? '{}' : `{\n${members.join('')}}`;
}

/** Types beside each other, each once. */
export function unionText(types: readonly string[]): string {
  return types.length === 0 ? 'never' : [...new Set(types)].join(' | ');
}

/** A type that can stand before `[]`. */
export function element(type: string): string {
  return /^(?:[\w$]+|\{\}|"[^"]*")$/.test(type) ? type : `(${type})`;
}
