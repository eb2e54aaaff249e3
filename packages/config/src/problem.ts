/** What is wrong with a setting, and where it stands. */

export interface ConfigProblem {
  name: string;
  /** As given; null when it is missing, and for passwords. */
  value: string | null;
  /** What is wrong, as a sentence. */
  reason: string;
  /** What would be right, in words. */
  allowed: string | null;
  /** Where the value was given: `server.properties:12`, `--override`, `KAFKA_NUM_PARTITIONS`. */
  origin: string | null;
}

/** One line for a person: place, key, value, what is wrong, what is allowed. */
export function problemText(problem: ConfigProblem): string {
  const place = problem.origin === null ? '' : `${problem.origin}: `;
  const allowed = problem.allowed === null ? '' : ` (allowed: ${problem.allowed})`;
  return place + problemMessage(problem) + allowed;
}

/** The text that Kafka puts into responses: key, value and what is wrong. */
export function problemMessage(problem: ConfigProblem): string {
  if (problem.value === null) return problem.reason;
  return `Invalid value ${problem.value} for configuration ${problem.name}: ${problem.reason}`;
}
