/** Properties of clients from a file and from flags, the flags winning; older names of both still work. */
import { looseKeyValues, newerOf, propertiesFile } from './command.js';
import type { ToolIo } from './io.js';

export interface ClientPropertyFlags {
  commandConfig?: string;
  commandProperty?: string[];
}

/** `older`: the names that these flags had before Kafka 4.2. */
export function clientProperties(flags: ClientPropertyFlags, older: { configFlag: string; config: string | undefined; propertyFlag: string; property: string[] | undefined }, io: ToolIo): Record<string, string> {
  const config = newerOf(io, { flag: older.configFlag, value: older.config }, { flag: '--command-config', value: flags.commandConfig });
  const property = newerOf(io, { flag: older.propertyFlag, value: older.property }, { flag: '--command-property', value: flags.commandProperty });
  return { ...propertiesFile(io, config), ...looseKeyValues(property) };
}
