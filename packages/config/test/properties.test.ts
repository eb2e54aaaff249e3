import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseProperties, PropertiesError, propertiesRecord } from '@millrace/config';

describe('properties files', () => {
  it('reads what Java reads, with the line where each entry begins', () => {
    const text = [
      '# a comment', '! another', '', 'a=1', '  b : 2', 'c 3', 'd', 'e\\ f=g', 'list=one,\\', '    two,\\', '  three', 'tab=\\tx\\u0041\\\\', 'eq==x', 'win=C:\\\\dir',
      'last=no newline\\',
    ].join('\n');
    expect(parseProperties(text)).toEqual([
      { key: 'a', value: '1', line: 4 },
      { key: 'b', value: '2', line: 5 },
      { key: 'c', value: '3', line: 6 },
      { key: 'd', value: '', line: 7 },
      { key: 'e f', value: 'g', line: 8 },
      { key: 'list', value: 'one,two,three', line: 9 },
      { key: 'tab', value: '\txA\\', line: 12 },
      { key: 'eq', value: '=x', line: 13 },
      { key: 'win', value: 'C:\\dir', line: 14 },
      { key: 'last', value: 'no newline', line: 15 },
    ]);
  });

  it('takes line ends of every system, keeps blanks at the end of a value, and does not continue a comment', () => {
    expect(parseProperties('# x\\\r\na=1 \r\nb=2\rc=3')).toEqual([
      { key: 'a', value: '1 ', line: 2 },
      { key: 'b', value: '2', line: 3 },
      { key: 'c', value: '3', line: 4 },
    ]);
  });

  it('lets the last of a key win', () => {
    expect(propertiesRecord('a=1\na=2')).toEqual({ a: '2' });
  });

  it('names the line of a broken escape', () => {
    expect(() => parseProperties('a=1\nb=\\u12')).toThrow(PropertiesError);
    expect(() => parseProperties('a=1\nb=\\u12')).toThrow('line 2');
  });

  it('reads back whatever is written with escapes', () => {
    const escape = (text: string): string => [...text].map((unit) => unit.split('').map((half) => `\\u${half.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')).join('');
    fc.assert(fc.property(fc.string({ minLength: 1, unit: 'binary' }), fc.string({ unit: 'binary' }), (key, value) => {
      expect(parseProperties(`${escape(key)}=${escape(value)}`)).toEqual([{ key, value, line: 1 }]);
    }));
  });
});
