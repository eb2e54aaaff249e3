import { nodeIo } from './node-io.js';
import { runTool } from './run-tool.js';

process.exitCode = await runTool(process.argv.slice(2), nodeIo());
