import { describe, expect, it } from 'vitest';
import { ArgumentError, parseArguments, PARTS } from '../src/arguments.js';

function refusal(...argv: string[]): string {
  try {
    parseArguments(argv);
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    return (error as Error).message;
  }
  return 'accepted';
}

describe('the command line', () => {
  it('measures everything by default', () => {
    expect(parseArguments([])).toMatchObject({ quick: false, only: PARTS, json: null, compare: null, broker: null, source: false });
  });

  it('takes values behind a space and behind an equals sign', () => {
    const spaced = parseArguments(['--quick', '--json', 'out.json', '--compare', 'kafka.example:9092', '--compare-pid', '42']);
    const equal = parseArguments(['--quick', '--json=out.json', '--compare=kafka.example:9092', '--compare-pid=42']);
    expect(spaced).toEqual(equal);
    expect(spaced).toMatchObject({ quick: true, json: 'out.json', compare: { host: 'kafka.example', port: 9092 }, comparePid: 42 });
  });

  it('puts parts into their order, each once', () => {
    expect(parseArguments(['--only', 'latency,produce,latency']).only).toEqual(['produce', 'latency']);
  });

  it('takes an IPv6 address in brackets', () => {
    expect(parseArguments(['--broker', '[::1]:9092']).broker).toEqual({ host: '::1', port: 9092 });
  });

  it.each([
    [['--fast'], 'unknown argument --fast; --help lists them'],
    [['produce'], 'unknown argument produce; --help lists them'],
    [['--json'], '--json needs a value'],
    [['--json='], '--json needs a value'],
    [['--quick=yes'], '--quick takes no value'],
    [['--only', 'produce,consume'], '--only: "consume" is none of limits, micro, produce, fetch, latency, start, memory'],
    [['--only', 'produce,'], '--only: "" is none of limits, micro, produce, fetch, latency, start, memory'],
    [['--compare', 'kafka'], '--compare: "kafka" is not host:port'],
    [['--compare', 'kafka:0'], '--compare: "kafka:0" is not host:port'],
    [['--compare', 'kafka:70000'], '--compare: "kafka:70000" is not host:port'],
    [['--compare', '::1:9092'], '--compare: "::1:9092" is not host:port'],
    [['--compare', 'a:1', '--compare-pid', 'x'], '--compare-pid: "x" is not a process id'],
    [['--compare-pid', '1'], '--compare-pid goes with --compare'],
    [['--broker-pid', '1'], '--broker-pid goes with --broker'],
    [['--broker', 'a:1', '--source'], '--source is for a broker started here, not for --broker'],
  ])('refuses %j in one line', (argv, message) => {
    expect(refusal(...argv)).toBe(message);
  });
});
