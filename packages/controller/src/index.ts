/**
 * The decisions of a KRaft controller: pure. Records out, replay in; no clock, no log, no socket.
 *
 * How a node drives it:
 *
 *     const controller = new Controller(options);
 *     format:   the bootstrap snapshot (raft's writeSnapshot, id 0-0) holds bootstrapRecords() encoded
 *     load:     controller.load(imageOfTheSnapshot); for each batch of the log behind it, committed or not:
 *               controller.replay(records, baseOffset, epoch); then controller.commit(highWatermark)
 *     leading (raft `becameLeader`, and the high watermark has passed the start of the epoch):
 *               apply(controller.activate(bootstrapRecords))
 *     request:  const decision = controller.createTopics(request, { now, random, nextOffset: log.logEndOffset });
 *               apply(decision)
 *     apply:    if (decision.records.length > 0) {
 *                 append them as ONE batch at nextOffset in the leader's epoch (the append must not suspend in between);
 *                 controller.replay(decision.records, nextOffset, epoch);
 *               }
 *               for (const event of decision.events) controller.advance(event, now);
 *               send decision.response when the high watermark is above controller.image.offset as it is now
 *     commit:   at each raft `highWatermark`: controller.commit(offset)
 *     deadline: at controller.nextDeadline(): apply(controller.fenceStaleBroker(context))
 *     resign:   at raft `resigned`: controller.resign(); answer what waits with NOT_CONTROLLER
 *
 * A failed append: controller.resign() and give up leadership. Not leading, batches are replayed when committed.
 * What the broker adds: authorization, `throttleTimeMs`, and the `configs` of CreateTopics (null here).
 */
export { Controller } from './controller.js';
export type { ControllerEvent } from './controller-event.js';
export type { ConfigKnowledge, ConfigValidator, ControllerOptions } from './controller-options.js';
export type { ControllerRandom, Decision, DecisionContext } from './decision.js';
export { bootstrapRecords, type BootstrapOptions } from './bootstrap.js';
export { checkTopicName } from './topic-name.js';
export { isActive } from './controller-state.js';
