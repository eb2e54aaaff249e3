import { runBroker } from './run-broker.js';

const stopRequested = new Promise<void>((resolve) => {
  process.on('SIGINT', () => resolve()).on('SIGTERM', () => resolve());
});

process.exitCode = await runBroker(process.argv.slice(2), {
  environment: process.env,
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  stopRequested,
});
