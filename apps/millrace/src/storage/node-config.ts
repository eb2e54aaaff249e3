/** The properties file of a node, for the tools that work on its directories. */
import { loadBrokerConfig, problemText, type BrokerConfig } from '@millrace/config';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

export function nodeConfig(file: string, io: ToolIo): BrokerConfig {
  const { config, errors } = loadBrokerConfig({ text: io.readText(file), file });
  const [first] = errors;
  if (first !== undefined) throw new ToolError(problemText(first) + (errors.length === 1 ? '' : ` (and ${errors.length - 1} more)`));
  return config;
}
