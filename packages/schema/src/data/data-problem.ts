/** Why bytes are not data of a schema. */
export interface DataProblem {
  readonly detail: string;
  /** In the data: `$.lines[3].sku`. */
  readonly place: string;
}

/** Looks at bytes; undefined where there is nothing wrong with them. */
export type DataCheck = (bytes: Uint8Array) => DataProblem | undefined;

/** Records within each other in data; what is deeper is refused, so that no bytes can exhaust the stack. */
export const MAX_DATA_DEPTH = 500;

/** Thrown inside a check; steps are added on the way out. */
export class DataError extends Error {
  readonly steps: (string | number)[] = [];

  problem(): DataProblem {
    const steps = this.steps.toReversed().map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
    return { detail: this.message, place: `$${steps.join('')}` };
  }
}

/** Adds a step to an error on its way out. */
export function withStep(error: unknown, step: string | number): unknown {
  if (error instanceof DataError) error.steps.push(step);
  return error;
}
