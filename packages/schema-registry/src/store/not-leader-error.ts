/** This instance does not lead, or no longer: the request is the leader's. */
export class NotLeaderError extends Error {
  override readonly name = 'NotLeaderError';

  constructor() {
    super('this instance does not lead the registry');
  }
}
