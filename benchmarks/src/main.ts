/** `npm run bench`: this machine first, then the broker on it. */
import { ArgumentError, parseArguments, USAGE } from './arguments.js';
import { runBench } from './run-bench.js';

try {
  const options = parseArguments(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else process.exitCode = await runBench(options, (line) => console.log(line), (text) => console.error(text));
} catch (error) {
  console.error(error instanceof ArgumentError ? `bench: ${error.message}` : error);
  process.exitCode = 1;
}
