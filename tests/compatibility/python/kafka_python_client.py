"""kafka-python against the broker: `produce`, `read`, `member`, `seek` and `admin`, each reporting in lines of JSON."""
import argparse
import json
import sys
import threading

from kafka import ConsumerRebalanceListener, KafkaAdminClient, KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType, NewPartitions, NewTopic
from kafka.errors import TopicAlreadyExistsError, UnknownTopicOrPartitionError

BATCH_BYTES = 64 * 1024
BIGGEST_REQUEST_BYTES = 4 * 1024 * 1024


def encoded(text):
    return None if text is None else text.encode()


def decoded(data):
    return None if data is None else data.decode()


def report(**what):
    print(json.dumps(what), flush=True)


def report_record(record):
    report(partition=record.partition, offset=record.offset, timestamp=record.timestamp, key=decoded(record.key),
           value=decoded(record.value), headers=[[name, decoded(value)] for name, value in record.headers])


def create(args):
    admin = KafkaAdminClient(bootstrap_servers=args.bootstrap)
    admin.create_topics([NewTopic(args.topic, args.partitions, 1)])
    admin.close()


def produce(args):
    """Records from standard input, one line of JSON each; with `timestamp` where it is given."""
    producer = KafkaProducer(bootstrap_servers=args.bootstrap, acks='all', compression_type=None if args.codec == 'none' else args.codec,
                             batch_size=BATCH_BYTES, linger_ms=5, max_request_size=BIGGEST_REQUEST_BYTES)
    sent = []
    for line in sys.stdin:
        record = json.loads(line)
        headers = [(name, encoded(value)) for name, value in record['headers']]
        sent.append(producer.send(args.topic, key=encoded(record['key']), value=encoded(record['value']), headers=headers,
                                  timestamp_ms=record.get('timestamp')))
    producer.flush()
    for future in sent:
        future.get(timeout=30)
    producer.close()


def read(args):
    """`count` records of partition 0, from offset 0 or from the first one at a timestamp."""
    consumer = KafkaConsumer(bootstrap_servers=args.bootstrap, auto_offset_reset='earliest', consumer_timeout_ms=30_000)
    partition = TopicPartition(args.topic, 0)
    consumer.assign([partition])
    if args.timestamp is None:
        consumer.seek(partition, 0)
    else:
        found = consumer.offsets_for_times({partition: args.timestamp})[partition]
        report(found=None if found is None else [found.offset, found.timestamp])
        if found is None:
            return
        consumer.seek(partition, found.offset)
    for _ in range(args.count):
        report_record(next(consumer))
    consumer.close()


class Ownership(ConsumerRebalanceListener):
    """Commits what was read before partitions are given up, and reports what is owned."""

    def __init__(self, consumer):
        self.consumer = consumer

    def on_partitions_revoked(self, revoked):
        self.consumer.commit()
        report(owned=[])

    def on_partitions_assigned(self, assigned):
        report(owned=[partition.partition for partition in assigned])


def member(args):
    """A member of a group until the end of standard input."""
    consumer = KafkaConsumer(bootstrap_servers=args.bootstrap, group_id=args.group, auto_offset_reset='earliest', enable_auto_commit=False,
                             session_timeout_ms=10_000, heartbeat_interval_ms=300, fetch_max_wait_ms=100)
    consumer.subscribe([args.topic], listener=Ownership(consumer))
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    while not ended.is_set():
        for records in consumer.poll(timeout_ms=100).values():
            for record in records:
                report(record=dict(partition=record.partition, offset=record.offset, value=decoded(record.value)))
    consumer.commit()
    consumer.close(autocommit=False)


def admin(args):
    """Calls in a row, each of which reports what came back."""
    client = KafkaAdminClient(bootstrap_servers=args.bootstrap)
    cluster = client.describe_cluster()
    report(brokers=len(cluster['brokers']), cluster_id=cluster['cluster_id'])
    client.create_topics([NewTopic(args.topic, 2, 1, topic_configs={'retention.ms': '123456'})])
    try:
        client.create_topics([NewTopic(args.topic, 2, 1)])
    except TopicAlreadyExistsError:
        report(twice='refused')
    report(listed=args.topic in client.list_topics())
    client.create_partitions({args.topic: NewPartitions(5)})
    report(partitions=len(client.describe_topics([args.topic])[0]['partitions']))
    resource = ConfigResource(ConfigResourceType.TOPIC, args.topic)
    report(created_with=setting(client, resource, 'retention.ms'))
    client.alter_configs([ConfigResource(ConfigResourceType.TOPIC, args.topic, configs={'max.message.bytes': '2000000'})])
    report(altered=setting(client, resource, 'max.message.bytes'), replaced=setting(client, resource, 'retention.ms'))
    groups(client, args)
    client.delete_topics([args.topic])
    try:
        client.delete_topics([args.topic])
    except UnknownTopicOrPartitionError:
        report(deleted='gone')
    client.close()


def setting(client, resource, name):
    response = client.describe_configs([resource])[0]
    for _, _, _, _, entries in response.resources:
        for entry in entries:
            if entry[0] == name:
                return entry[1]
    return None


def groups(client, args):
    consumer = KafkaConsumer(args.topic, bootstrap_servers=args.bootstrap, group_id=args.group, auto_offset_reset='earliest')
    consumer.poll(timeout_ms=10_000, max_records=1)
    consumer.commit()
    described = client.describe_consumer_groups([args.group])[0]
    report(state=described.state, members=len(described.members), protocol=described.protocol)
    consumer.close()
    report(group_listed=(args.group, 'consumer') in client.list_consumer_groups())
    report(committed={str(partition.partition): meta.offset for partition, meta in client.list_consumer_group_offsets(args.group).items()})
    (_, error), = client.delete_consumer_groups([args.group])
    report(group_deleted=error.__name__, still_listed=(args.group, 'consumer') in client.list_consumer_groups())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('command', choices=['create', 'produce', 'read', 'member', 'admin'])
    parser.add_argument('--bootstrap', required=True)
    parser.add_argument('--topic', required=True)
    parser.add_argument('--partitions', type=int, default=1)
    parser.add_argument('--codec', default='none')
    parser.add_argument('--count', type=int, default=0)
    parser.add_argument('--timestamp', type=int)
    parser.add_argument('--group')
    args = parser.parse_args()
    globals()[args.command](args)


main()
