/** Groups under chance: joins, syncs, leaves, kills, time-outs, commits, and a coordinator that moves. */
import { expect, test } from 'vitest';
import { type CoordinatorRecord, type Decision, type GroupContext, GroupCoordinator, type LogPosition } from '../src/index.js';
import { type Plan, Simulation } from './simulation/simulation.js';

const SEEDS = 200;

test(`${SEEDS} seeds break no invariant, and do something`, () => {
  let generations = 0;
  let commits = 0;
  let failOvers = 0;
  for (let seed = 1; seed <= SEEDS; seed++) {
    const simulation = new Simulation(seed);
    try {
      simulation.run();
    } catch (error) {
      throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
    }
    generations += simulation.invariants.generations;
    commits += simulation.invariants.commits;
    failOvers += simulation.failOvers;
  }
  expect(generations).toBeGreaterThan(SEEDS * 4);
  expect(commits).toBeGreaterThan(SEEDS * 10);
  expect(failOvers).toBeGreaterThan(SEEDS * 2);
});

type Heartbeat = Parameters<GroupCoordinator['heartbeat']>[0];
type Commit = Parameters<GroupCoordinator['offsetCommit']>[0];
type Sync = Parameters<GroupCoordinator['syncGroup']>[0];

/** Whatever is asked and whatever the state, all is well. */
class Careless extends GroupCoordinator {
  override heartbeat(request: Heartbeat, context: GroupContext): Decision {
    return { ...super.heartbeat(request, context), responses: [{ token: context.token, body: { throttleTimeMs: 0, errorCode: 0 } }] };
  }
}

class Forgetful extends GroupCoordinator {
  override offsetCommit(request: Commit, context: GroupContext): Decision {
    return { ...super.offsetCommit(request, context), records: [] };
  }
}

/** Old offsets overwrite new ones. */
class Backwards extends GroupCoordinator {
  #seen: { record: CoordinatorRecord; at: LogPosition }[] = [];

  override replay(record: CoordinatorRecord, at: LogPosition): void {
    super.replay(record, at);
    this.#seen.push({ record, at });
    const first = this.#seen.find(
      ({ record: before }) =>
        record.type === 'offset-commit' && before.type === 'offset-commit' && before.key.partition === record.key.partition,
    );
    if (first !== undefined) super.replay(first.record, first.at);
  }
}

/** Groups are written, and not read again: generations start over. */
class Amnesiac extends GroupCoordinator {
  override replay(record: CoordinatorRecord, at: LogPosition): void {
    if (record.type === 'group-metadata' && (record.value?.members.length ?? 0) > 0) return;
    super.replay(record, at);
  }
}

/** Nobody is ever found to be gone. */
class Patient extends GroupCoordinator {
  override deadline(id: string, now: number): Decision {
    return id.startsWith('session') ? { records: [], events: [], responses: [], deadlines: [] } : super.deadline(id, now);
  }
}

/** After a move nobody is expected to be heard of. */
class Trusting extends GroupCoordinator {
  override onLoaded(now: number): Decision {
    return { ...super.onLoaded(now), deadlines: [] };
  }
}

/** Join phases end only by themselves. */
class Endless extends GroupCoordinator {
  override deadline(id: string, now: number): Decision {
    return id.startsWith('join') ? { records: [], events: [], responses: [], deadlines: [] } : super.deadline(id, now);
  }
}

/** Everybody gets what the asking member got. */
class Generous extends GroupCoordinator {
  override syncGroup(request: Sync, context: GroupContext): Decision {
    const decision = super.syncGroup(request, context);
    const own = decision.responses.find(({ token }) => token === context.token);
    return { ...decision, responses: decision.responses.map(({ token, body }) => ({ token, body: own?.body ?? body })) };
  }
}

/** Commits of generations gone by are as good as others. */
class Indulgent extends GroupCoordinator {
  override offsetCommit(request: Commit, context: GroupContext): Decision {
    for (let generation = request.generationIdOrMemberEpoch; generation < request.generationIdOrMemberEpoch + 3; generation++) {
      const decision = super.offsetCommit({ ...request, generationIdOrMemberEpoch: generation }, context);
      if (decision.records.length > 0) return decision;
    }
    return super.offsetCommit(request, context);
  }
}

/** The log says that the generation is the last one. */
class Stuck extends GroupCoordinator {
  override syncGroup(request: Sync, context: GroupContext): Decision {
    const decision = super.syncGroup(request, context);
    for (const { type, value } of decision.records as { type: string; value: { generation: number } | null }[]) {
      if (type === 'group-metadata' && value !== null) value.generation--;
    }
    return decision;
  }
}

/** Answers are not kept for who waits. */
class Absent extends GroupCoordinator {
  override syncGroup(request: Sync, context: GroupContext): Decision {
    const decision = super.syncGroup(request, context);
    return { ...decision, responses: decision.responses.filter(({ token }) => token === context.token) };
  }
}

const planted: [string, string, Plan][] = [
  ['heartbeats are always fine', 'of generation', { make: (config) => new Careless(config) }],
  ['commits are answered and not written', 'was committed at', { make: (config) => new Forgetful(config) }],
  ['old offsets overwrite new ones on replay', 'was committed at', { make: (config) => new Backwards(config) }],
  ['groups are not read back', 'has the owners', { make: (config) => new Amnesiac(config) }],
  ['sessions never end', 'are owned', { make: (config) => new Patient(config) }],
  ['sessions are not watched after a move', 'are owned', { make: (config) => new Trusting(config) }],
  ['join phases have no end', 'after a long calm', { make: (config) => new Endless(config) }],
  ['all get the same assignment', 'has the owners', { make: (config) => new Generous(config) }],
  ['commits of old generations are accepted', 'a commit of generation', { make: (config) => new Indulgent(config) }],
  ['the log has the generation before', 'has the owners', { make: (config) => new Stuck(config) }],
  ['followers are not answered', 'after a long calm', { make: (config) => new Absent(config) }],
  ['answers do not wait for the high watermark', 'was committed at', { answersAtOnce: true }],
];

test.each(planted)('a planted bug is found: %s', (_, found, plan) => {
  const findsIt = (): void => {
    for (let seed = 1; seed <= SEEDS; seed++) new Simulation(seed, plan).run();
  };
  expect(findsIt).toThrow(found);
});
