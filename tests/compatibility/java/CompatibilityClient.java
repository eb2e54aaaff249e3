import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Apache Kafka's Java clients against the broker: create, produce, read, member and admin, reporting in lines of JSON. */
public final class CompatibilityClient {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long READ_LIMIT_MS = 30_000;

    private CompatibilityClient() { }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) options.put(arguments[i].substring(2), arguments[i + 1]);
        switch (arguments[0]) {
            case "create" -> create(options);
            case "produce" -> produce(options);
            case "read" -> read(options);
            case "member" -> member(options);
            case "admin" -> AdminCalls.run(options);
            default -> throw new IllegalArgumentException("no command " + arguments[0]);
        }
    }

    static Properties clientSettings(Map<String, String> options) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", options.get("bootstrap"));
        return settings;
    }

    static synchronized void report(ObjectNode line) {
        byte[] bytes = (line.toString() + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    private static void create(Map<String, String> options) throws Exception {
        try (Admin admin = Admin.create(clientSettings(options))) {
            int partitions = Integer.parseInt(options.getOrDefault("partitions", "1"));
            admin.createTopics(List.of(new NewTopic(options.get("topic"), partitions, (short) 1))).all().get();
        }
    }

    /** Records from standard input, one line of JSON each; with `timestamp` where it is given. */
    private static void produce(Map<String, String> options) throws Exception {
        Properties settings = clientSettings(options);
        settings.put("acks", "all");
        settings.put("compression.type", options.getOrDefault("codec", "none"));
        settings.put("enable.idempotence", options.getOrDefault("idempotent", "false"));
        settings.put("linger.ms", "5");
        List<Future<?>> sent = new ArrayList<>();
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = input.readLine(); line != null; line = input.readLine()) sent.add(producer.send(producerRecord(options.get("topic"), JSON.readTree(line))));
            producer.flush();
            for (Future<?> future : sent) future.get();
        }
    }

    private static ProducerRecord<String, String> producerRecord(String topic, JsonNode plain) {
        Long timestamp = plain.has("timestamp") ? plain.get("timestamp").longValue() : null;
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, null, timestamp, plain.get("key").textValue(), plain.get("value").textValue());
        for (JsonNode header : plain.get("headers")) {
            String value = header.get(1).textValue();
            record.headers().add(header.get(0).textValue(), value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        }
        return record;
    }

    /** `count` records of partition 0, from offset 0 or from the first one at a timestamp. */
    private static void read(Map<String, String> options) {
        Properties settings = clientSettings(options);
        settings.put("auto.offset.reset", "none");
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(options.get("topic"), 0);
            consumer.assign(List.of(partition));
            long offset = 0;
            if (options.containsKey("timestamp")) {
                OffsetAndTimestamp found = consumer.offsetsForTimes(Map.of(partition, Long.parseLong(options.get("timestamp")))).get(partition);
                ObjectNode line = JSON.createObjectNode();
                if (found == null) line.putNull("found");
                else line.putArray("found").add(found.offset()).add(found.timestamp());
                report(line);
                if (found == null) return;
                offset = found.offset();
            }
            consumer.seek(partition, offset);
            int left = Integer.parseInt(options.get("count"));
            long deadline = System.currentTimeMillis() + READ_LIMIT_MS;
            while (left > 0) {
                if (System.currentTimeMillis() > deadline) throw new IllegalStateException(left + " records did not come");
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    if (left-- > 0) report(seen(record));
                }
            }
        }
    }

    private static ObjectNode seen(ConsumerRecord<String, String> record) {
        ObjectNode line = JSON.createObjectNode();
        line.put("partition", record.partition()).put("offset", record.offset()).put("timestamp", record.timestamp());
        line.put("key", record.key()).put("value", record.value());
        ArrayNode headers = line.putArray("headers");
        for (Header header : record.headers()) {
            headers.addArray().add(header.key()).add(header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8));
        }
        return line;
    }

    /** A member of a group until the end of standard input; it commits what it has read before it gives up a partition. */
    private static void member(Map<String, String> options) throws Exception {
        Properties settings = clientSettings(options);
        settings.put("group.id", options.get("group"));
        settings.put("group.protocol", "classic");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("session.timeout.ms", "10000");
        settings.put("heartbeat.interval.ms", "300");
        settings.put("fetch.max.wait.ms", "100");
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer." + options.get("assignor"));
        if (options.containsKey("instance")) settings.put("group.instance.id", options.get("instance"));
        Thread input = new Thread(CompatibilityClient::drainInput);
        input.setDaemon(true);
        input.start();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(options.get("topic")), new Ownership(consumer));
            while (input.isAlive()) readOnce(consumer);
            // A member that closes in the middle of a rebalance is told that its partitions are lost, and cannot commit then.
            while (!commits(consumer)) readOnce(consumer);
        }
    }

    private static void readOnce(KafkaConsumer<String, String> consumer) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
            ObjectNode line = JSON.createObjectNode();
            line.putObject("record").put("partition", record.partition()).put("offset", record.offset()).put("value", record.value());
            report(line);
        }
    }

    private static boolean commits(KafkaConsumer<String, String> consumer) {
        try {
            consumer.commitSync();
            return true;
        } catch (RebalanceInProgressException later) {
            return false;
        }
    }

    private static void drainInput() {
        try {
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (java.io.IOException ended) {
            // A broken pipe ends the input too.
        }
    }

    private static final class Ownership implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, String> consumer;
        private final TreeSet<Integer> owned = new TreeSet<>();

        Ownership(KafkaConsumer<String, String> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
            consumer.commitSync();
            change(revoked, false);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> lost) {
            change(lost, false);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
            change(assigned, true);
        }

        private void change(Collection<TopicPartition> partitions, boolean here) {
            for (TopicPartition partition : partitions) {
                if (here) owned.add(partition.partition());
                else owned.remove(partition.partition());
            }
            ObjectNode line = JSON.createObjectNode();
            ArrayNode list = line.putArray("owned");
            owned.forEach(list::add);
            report(line);
        }
    }
}
