"""confluent-kafka (librdkafka) against the broker: `create`, `produce`, `read`, `member` and `admin`, reporting in lines of JSON."""
import argparse
import json
import sys
import threading

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, ConfigResource, NewPartitions, NewTopic

CALL_LIMIT_S = 30
READ_LIMIT_S = 30


def decoded(data):
    return None if data is None else data.decode()


def report(**what):
    print(json.dumps(what), flush=True)


def report_record(record):
    _, timestamp = record.timestamp()
    report(partition=record.partition(), offset=record.offset(), timestamp=timestamp, key=decoded(record.key()),
           value=decoded(record.value()), headers=[[name, decoded(value)] for name, value in record.headers() or []])


def done(futures):
    """Waits for every answer of an admin call."""
    for future in futures.values():
        future.result(CALL_LIMIT_S)


def create(args):
    # The futures end with the client, so it is kept.
    client = AdminClient({'bootstrap.servers': args.bootstrap})
    done(client.create_topics([NewTopic(args.topic, args.partitions, 1)]))


def produce(args):
    """Records from standard input, one line of JSON each; with `timestamp` where it is given."""
    failures = []
    producer = Producer({'bootstrap.servers': args.bootstrap, 'acks': 'all', 'compression.type': args.codec,
                         'enable.idempotence': args.idempotent, 'linger.ms': 5,
                         'on_delivery': lambda error, _: failures.append(error) if error else None})
    for line in sys.stdin:
        record = json.loads(line)
        more = {'timestamp': record['timestamp']} if 'timestamp' in record else {}
        producer.produce(args.topic, key=record['key'], value=record['value'], headers=[tuple(header) for header in record['headers']], **more)
        producer.poll(0)
    left = producer.flush(CALL_LIMIT_S)
    if failures or left:
        sys.exit(f'{left} records not sent, errors {failures}')


def read(args):
    """`count` records of partition 0, from offset 0 or from the first one at a timestamp."""
    consumer = Consumer({'bootstrap.servers': args.bootstrap, 'group.id': 'reader', 'enable.auto.commit': False})
    start = TopicPartition(args.topic, 0, 0)
    if args.timestamp is not None:
        (start,) = consumer.offsets_for_times([TopicPartition(args.topic, 0, args.timestamp)], CALL_LIMIT_S)
        report(found=None if start.offset < 0 else [start.offset, args.timestamp])
        if start.offset < 0:
            return
    consumer.assign([start])
    for _ in range(args.count):
        record = consumer.poll(READ_LIMIT_S)
        if record is None or record.error():
            sys.exit(f'no record: {record and record.error()}')
        report_record(record)
    consumer.close()


def member(args):
    """A member of a group until the end of standard input; it commits what it has read before it gives up a partition."""
    consumer = Consumer({'bootstrap.servers': args.bootstrap, 'group.id': args.group, 'auto.offset.reset': 'earliest',
                         'enable.auto.commit': False, 'session.timeout.ms': 10_000, 'heartbeat.interval.ms': 300,
                         'fetch.wait.max.ms': 100, 'partition.assignment.strategy': args.assignor})
    owned = set()

    def commit():
        try:
            consumer.commit(asynchronous=False)
        except KafkaException as error:
            if error.args[0].code() != KafkaError._NO_OFFSET:
                raise

    def assigned(_, partitions):
        owned.update(partition.partition for partition in partitions)
        report(owned=sorted(owned))

    def revoked(_, partitions):
        commit()
        owned.difference_update(partition.partition for partition in partitions)
        report(owned=sorted(owned))

    consumer.subscribe([args.topic], on_assign=assigned, on_revoke=revoked)
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    while not ended.is_set():
        record = consumer.poll(0.1)
        if record is None:
            continue
        if record.error():
            print(record.error(), file=sys.stderr)
            continue
        report(record=dict(partition=record.partition(), offset=record.offset(), value=decoded(record.value())))
    consumer.close()


def admin(args):
    """Calls in a row, each of which reports what came back."""
    client = AdminClient({'bootstrap.servers': args.bootstrap})
    metadata = client.list_topics(timeout=CALL_LIMIT_S)
    report(brokers=len(metadata.brokers), cluster_id=metadata.cluster_id)
    done(client.create_topics([NewTopic(args.topic, 2, 1, config={'retention.ms': '123456'})]))
    report(twice=refusal(client.create_topics([NewTopic(args.topic, 2, 1)])))
    done(client.create_partitions([NewPartitions(args.topic, 5)]))
    report(fewer=refusal(client.create_partitions([NewPartitions(args.topic, 3)])))
    report(partitions=len(client.list_topics(args.topic, CALL_LIMIT_S).topics[args.topic].partitions))
    report(created_with=setting(client, args.topic, 'retention.ms'))
    done(client.alter_configs([ConfigResource('topic', args.topic, set_config={'max.message.bytes': '2000000'})]))
    report(altered=setting(client, args.topic, 'max.message.bytes'), replaced=setting(client, args.topic, 'retention.ms'))
    report(wrong=refusal(client.alter_configs([ConfigResource('topic', args.topic, set_config={'retention.ms': 'soon'})])))
    offsets(args)
    (group,) = client.list_groups(args.group, CALL_LIMIT_S)
    report(group=[group.id, group.state, group.protocol_type, len(group.members)])
    report(group_listed=args.group in [one.id for one in client.list_groups(timeout=CALL_LIMIT_S)])
    done(client.delete_topics([args.topic]))
    report(deleted=refusal(client.delete_topics([args.topic])))


def refusal(futures):
    """The name of the error that a call ends with."""
    try:
        done(futures)
    except KafkaException as error:
        return error.args[0].name()
    return None


def setting(client, topic, name):
    (future,) = client.describe_configs([ConfigResource('topic', topic)]).values()
    return future.result(CALL_LIMIT_S)[name].value


def offsets(args):
    """Watermarks, and a commit with metadata from outside the group's protocol."""
    producer = Producer({'bootstrap.servers': args.bootstrap})
    for number in range(10):
        producer.produce(args.topic, value=str(number), partition=3)
    producer.flush(CALL_LIMIT_S)
    consumer = Consumer({'bootstrap.servers': args.bootstrap, 'group.id': args.group})
    partition = TopicPartition(args.topic, 3)
    report(watermarks=list(consumer.get_watermark_offsets(partition, CALL_LIMIT_S)))
    consumer.commit(offsets=[TopicPartition(args.topic, 3, 7)], asynchronous=False)
    report(committed=consumer.committed([partition], CALL_LIMIT_S)[0].offset)
    consumer.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('command', choices=['create', 'produce', 'read', 'member', 'admin'])
    parser.add_argument('--bootstrap', required=True)
    parser.add_argument('--topic', required=True)
    parser.add_argument('--partitions', type=int, default=1)
    parser.add_argument('--codec', default='none')
    parser.add_argument('--idempotent', action='store_true')
    parser.add_argument('--assignor', default='range')
    parser.add_argument('--count', type=int, default=0)
    parser.add_argument('--timestamp', type=int)
    parser.add_argument('--group')
    args = parser.parse_args()
    globals()[args.command](args)


main()
