/** Why one thing of several in a request was refused. */
export interface Refused {
  readonly errorCode: number;
  readonly errorMessage: string | null;
}

export function refused(errorCode: number, errorMessage: string | null): Refused {
  return { errorCode, errorMessage };
}

export function isRefused(value: object): value is Refused {
  return 'errorCode' in value;
}
