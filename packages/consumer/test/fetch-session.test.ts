import { ErrorCode } from '@millrace/protocol';
import { expect, test } from 'vitest';
import { FetchSession, type FetchTarget } from '../src/fetch-session.js';

const target = (partition: number, fetchOffset: number, topicId = 'BBBBBBBBBBBBBBBBBBBBBB'): FetchTarget => ({ topic: 't', topicId, partition, fetchOffset, leaderEpoch: 0, maxBytes: 100 });
const wanted = (...targets: FetchTarget[]): Map<string, FetchTarget> => new Map(targets.map((one) => [String(one.partition), one]));

function opened(...targets: FetchTarget[]): FetchSession {
  const session = new FetchSession();
  session.request(wanted(...targets));
  session.onAnswer(ErrorCode.NONE, 42);
  return session;
}

test('the first request is full and asks for a session', () => {
  const session = new FetchSession();
  expect(session.request(wanted(target(0, 5), target(1, 6)))).toEqual({ sessionId: 0, sessionEpoch: 0, targets: [target(0, 5), target(1, 6)], forgotten: [] });
});

test('later ones name what changed, what is new and what is gone', () => {
  const session = opened(target(0, 5), target(1, 6), target(2, 7));
  expect(session.request(wanted(target(0, 5), target(1, 9), target(3, 0)))).toEqual({
    sessionId: 42, sessionEpoch: 1, targets: [target(1, 9), target(3, 0)], forgotten: [target(2, 7)],
  });
  session.onAnswer(ErrorCode.NONE, 42);
  expect(session.request(wanted(target(0, 5), target(1, 9), target(3, 0)))).toEqual({ sessionId: 42, sessionEpoch: 2, targets: [], forgotten: [] });
});

test('a topic made anew is forgotten under its old id and added under the new one', () => {
  const session = opened(target(0, 5));
  const anew = target(0, 0, 'CCCCCCCCCCCCCCCCCCCCCC');
  expect(session.request(wanted(anew))).toMatchObject({ targets: [anew], forgotten: [target(0, 5)] });
});

test('a broker without room for a session gets full requests', () => {
  const session = new FetchSession();
  session.request(wanted(target(0, 5)));
  session.onAnswer(ErrorCode.NONE, 0);
  expect(session.request(wanted(target(0, 5)))).toMatchObject({ sessionId: 0, sessionEpoch: 0, targets: [target(0, 5)] });
});

test('after an error or a lost answer everything is named again', () => {
  const unknown = opened(target(0, 5));
  unknown.request(wanted(target(0, 5)));
  expect(unknown.onAnswer(ErrorCode.FETCH_SESSION_ID_NOT_FOUND, 0)).toBe(false);
  expect(unknown.request(wanted(target(0, 5)))).toMatchObject({ sessionId: 0, sessionEpoch: 0, targets: [target(0, 5)] });
  const lost = opened(target(0, 5));
  lost.request(wanted(target(0, 5)));
  lost.onFailure();
  // The old id is named, so that the broker can drop that session.
  expect(lost.request(wanted(target(0, 5)))).toMatchObject({ sessionId: 42, sessionEpoch: 0, targets: [target(0, 5)] });
});

test('only a session that exists is closed', () => {
  expect(new FetchSession().closing()).toBeNull();
  expect(opened(target(0, 5)).closing()).toMatchObject({ sessionId: 42, sessionEpoch: -1 });
});
