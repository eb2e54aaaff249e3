/** SCRAM credentials of users. */
import type { AdminPort, ConfigChange, ScramMechanism } from '../admin-port.js';
import type { ToolIo } from '../io.js';
import { ToolError } from '../tool-error.js';

const leastIterations = 4096;

/** Null for all users. One without credentials is passed over. */
export async function describeCredentials(user: string | null, admin: AdminPort, io: ToolIo): Promise<void> {
  for (const { user: name, credentials } of await admin.describeCredentials(user === null ? null : [user])) {
    const list = credentials.map(({ mechanism, iterations }) => `${mechanism}=iterations=${iterations}`);
    io.out(`SCRAM credential configs for user-principal '${name}' are ${list.join(', ')}`);
  }
}

/** Each change is named as its mechanism; a value is `[iterations=n,]password=text`. */
export async function alterCredentials(user: string, changes: readonly ConfigChange[], admin: AdminPort): Promise<void> {
  await admin.alterCredentials(changes.map(({ name, value }) => ({ user, mechanism: name as ScramMechanism, ...(value !== null && credentialOf(name, value)) })));
}

function credentialOf(mechanism: string, text: string): { iterations: number; password: string } {
  const match = /^(?:iterations=(-?\d+),)?password=(.*)$/s.exec(text);
  if (match === null) throw new ToolError(`Invalid credential property ${mechanism}: it must be of the form [iterations=${leastIterations},password=…]`);
  const iterations = Number(match[1] ?? leastIterations);
  if (iterations < leastIterations) throw new ToolError(`Iterations ${iterations} is less than the minimum ${leastIterations} required for ${mechanism}`);
  const password = match[2] ?? '';
  if (password === '') throw new ToolError(`${mechanism}: the password is empty`);
  return { iterations, password };
}
