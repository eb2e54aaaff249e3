/**
 * Which of other people's programs this machine has. What is missing is null or named `missing: …`,
 * which tests put into their titles when they skip, and which `CI=true` counts as a failure (scripts/test.mjs).
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's Python: the modules come from its packages, which another Python on the path does not see. */
export const PYTHON = '/usr/bin/python3';

function runs(command: string, ...commandArguments: string[]): boolean {
  return spawnSync(command, commandArguments, { stdio: 'ignore' }).status === 0;
}

/** Null, or what is missing. */
export function missingKcat(): string | null {
  return runs('kcat', '-V') ? null : 'missing: kcat';
}

/** Null, or what is missing. */
export function missingPythonModules(...modules: string[]): string | null {
  return runs(PYTHON, '-c', `import ${modules.join(', ')}`) ? null : `missing: Python modules ${modules.join(', ')}`;
}

/** The class path of Apache Kafka's clients, or null and what is missing. */
export function javaClients(): { classPath: string; missing: string | null } {
  return jars('kafka', /^kafka-clients-.*\.jar$/, 'MILLRACE_KAFKA_JARS');
}

/** The class path of Apache Kafka's command-line tools, or null and what is missing. */
export function javaTools(): { classPath: string; missing: string | null } {
  return jars('kafka-tools', /^kafka-tools-\d.*\.jar$/, 'MILLRACE_KAFKA_TOOLS_JARS');
}

function jars(name: string, one: RegExp, variable: string): { classPath: string; missing: string | null } {
  const directory = process.env[variable] ?? join(import.meta.dirname, '../.cache', name);
  const classPath = join(directory, '*');
  if (!runs('java', '-version') || !runs('javac', '-version')) return { classPath, missing: 'missing: java and javac' };
  const there = existsSync(directory) && readdirSync(directory).some((file) => one.test(file));
  return { classPath, missing: there ? null : `missing: the jars of ${name}, which .ci/run fetches` };
}

/** A title that says why its tests are skipped. */
export function titled(name: string, missing: string | null): string {
  return missing === null ? name : `${name} (${missing})`;
}
