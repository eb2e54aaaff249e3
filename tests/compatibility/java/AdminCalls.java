import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeConfigsOptions;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;

/** Calls of the Java admin client in a row, each of which reports what came back. */
final class AdminCalls {
    private final Admin admin;
    private final Map<String, String> options;
    private final String topic;
    private final String group;

    private AdminCalls(Admin admin, Map<String, String> options) {
        this.admin = admin;
        this.options = options;
        this.topic = options.get("topic");
        this.group = options.get("group");
    }

    static void run(Map<String, String> options) throws Exception {
        try (Admin admin = Admin.create(CompatibilityClient.clientSettings(options))) {
            AdminCalls calls = new AdminCalls(admin, options);
            calls.cluster();
            calls.topics();
            calls.settings();
            calls.records();
            calls.groups();
            calls.deletion();
        }
    }

    private static ObjectNode line() {
        return CompatibilityClient.JSON.createObjectNode();
    }

    private static void report(ObjectNode line) {
        CompatibilityClient.report(line);
    }

    /** The class of the error that a call ends with. */
    private static String refusal(KafkaFuture<?> future) throws InterruptedException {
        try {
            future.get();
            return null;
        } catch (ExecutionException error) {
            return error.getCause().getClass().getSimpleName();
        }
    }

    private void cluster() throws Exception {
        var cluster = admin.describeCluster();
        report(line().put("brokers", cluster.nodes().get().size()).put("clusterId", cluster.clusterId().get()));
        int broker = cluster.nodes().get().iterator().next().id();
        report(line().put("controller", cluster.controller().get().id() == broker));
        report(line().put("metadataVersion", admin.describeFeatures().featureMetadata().get().finalizedFeatures().containsKey("metadata.version")));
        report(line().put("quorumLeader", admin.describeMetadataQuorum().quorumInfo().get().leaderId() == broker));
        report(line().put("logDirs", admin.describeLogDirs(List.of(broker)).allDescriptions().get().get(broker).size()));
    }

    private void topics() throws Exception {
        var created = admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1).configs(Map.of("retention.ms", "123456"))));
        created.all().get();
        report(line().put("createdPartitions", created.numPartitions(topic).get()).put("createdWith", created.config(topic).get().get("retention.ms").value()));
        report(line().put("twice", refusal(admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all())));
        report(line().put("listed", admin.listTopics().names().get().contains(topic)));
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(5))).all().get();
        report(line().put("fewer", refusal(admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3))).all())));
        TopicDescription described = admin.describeTopics(TopicCollection.ofTopicNames(List.of(topic))).allTopicNames().get().get(topic);
        report(line().put("partitions", described.partitions().size()).put("sameId", described.topicId().equals(created.topicId(topic).get())));
        report(line().put("unknown", refusal(admin.describeTopics(TopicCollection.ofTopicNames(List.of(topic + "-unknown"))).allTopicNames())));
    }

    private void settings() throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        alter(resource, "max.message.bytes", "2000000", OpType.SET);
        alter(resource, "cleanup.policy", "compact", OpType.APPEND);
        Config all = admin.describeConfigs(List.of(resource), new DescribeConfigsOptions().includeDocumentation(true).includeSynonyms(true)).all().get().get(resource);
        ConfigEntry size = all.get("max.message.bytes");
        report(line().put("altered", size.value()).put("source", size.source().name()).put("documented", size.documentation() != null && !size.documentation().isEmpty()));
        report(line().put("appended", all.get("cleanup.policy").value()).put("kept", all.get("retention.ms").value()).put("synonyms", size.synonyms().size()));
        alter(resource, "max.message.bytes", null, OpType.DELETE);
        ConfigEntry back = admin.describeConfigs(List.of(resource)).all().get().get(resource).get("max.message.bytes");
        report(line().put("back", back.value()).put("isDefault", back.isDefault()));
        report(line().put("wrong", refusal(alterLater(resource, "retention.ms", "soon", OpType.SET))));
        report(line().put("resourceListed", admin.listConfigResources(Set.of(ConfigResource.Type.TOPIC), new org.apache.kafka.clients.admin.ListConfigResourcesOptions()).all().get().contains(resource)));
    }

    private void alter(ConfigResource resource, String name, String value, OpType type) throws Exception {
        alterLater(resource, name, value, type).get();
    }

    private KafkaFuture<Void> alterLater(ConfigResource resource, String name, String value, OpType type) {
        return admin.incrementalAlterConfigs(Map.of(resource, List.of(new AlterConfigOp(new ConfigEntry(name, value), type)))).all();
    }

    private void records() throws Exception {
        TopicPartition partition = new TopicPartition(topic, 3);
        long base = System.currentTimeMillis() - 100_000;
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(CompatibilityClient.clientSettings(options), new StringSerializer(), new StringSerializer())) {
            for (int i = 0; i < 10; i++) producer.send(new ProducerRecord<>(topic, 3, base + (i * 7 % 10) * 1000L, "key", "value"));
        }
        report(line().put("producers", admin.describeProducers(List.of(partition)).partitionResult(partition).get().activeProducers().size()));
        report(line().put("deletedTo", admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(4))).lowWatermarks().get(partition).get().lowWatermark()));
        ArrayNode offsets = line().putArray("offsets");
        for (OffsetSpec spec : List.of(OffsetSpec.earliest(), OffsetSpec.latest(), OffsetSpec.maxTimestamp(), OffsetSpec.forTimestamp(base + 8500))) {
            offsets.add(admin.listOffsets(Map.of(partition, spec)).partitionResult(partition).get().offset());
        }
        report(line().set("offsets", offsets));
        report(line().put("outside", refusal(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(11))).all())));
    }

    private void groups() throws Exception {
        TopicPartition partition = new TopicPartition(topic, 3);
        admin.alterConsumerGroupOffsets(group, Map.of(partition, new OffsetAndMetadata(7, Optional.of(0), "a note"))).all().get();
        OffsetAndMetadata committed = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(partition);
        report(line().put("committed", committed.offset()).put("note", committed.metadata()));
        ConsumerGroupDescription described = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
        report(line().put("groupState", described.groupState().name()).put("members", described.members().size()));
        report(line().put("groupListed", admin.listGroups().all().get().stream().map(GroupListing::groupId).anyMatch(group::equals)));
        admin.deleteConsumerGroupOffsets(group, Set.of(partition)).all().get();
        report(line().put("offsetsLeft", admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().size()));
        // Without its last offset an empty group may be gone already.
        String deleted = refusal(admin.deleteConsumerGroups(List.of(group)).all());
        report(line().put("groupDeleted", deleted == null || deleted.equals("GroupIdNotFoundException")));
        report(line().put("groupGone", admin.listGroups().all().get().stream().map(GroupListing::groupId).noneMatch(group::equals)));
    }

    private void deletion() throws Exception {
        admin.deleteTopics(List.of(topic)).all().get();
        report(line().put("deletedTwice", refusal(admin.deleteTopics(List.of(topic)).all())));
    }
}
