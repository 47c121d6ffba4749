package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.minqing.command.language.Samples;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.CommandServer.Reply;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.log.EventHeaders;
import org.minqing.log.EventTypes;
import org.minqing.log.LogSchema;
import org.minqing.log.TestDatabase;
import org.minqing.log.TestLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever may not void or correct an event learns nothing of it, not even that it is there. */
class ReachOfAmendmentsTest {
    private static final UUID UNKNOWN = new UUID(7, 7);
    private static final Sealed REASON = new Sealed(1, "subject:reason", "A256GCM", "AAECAwQFBgcICQoL", "b3BhcXVl");

    /** By family: ids of events of every kind it has, with one that is voided, its void, and a correction. */
    private static final Map<String, List<UUID>> FAMILIES = new LinkedHashMap<>();

    private static final Set<String> OF_NO_ORGANISATION =
            Set.of("Attachment", "Division", "Household", "Inspection", "WorkTeam");

    /** An organisation whose nothing of it is. */
    private static final UUID ANOTHER = UUID.randomUUID();

    private static CommandServer server;

    @BeforeAll
    static void every_event_there_is() {
        TestDatabase database = TestDatabase.create();
        LogSchema.migrate(database.owner());
        EventTypes types = EventTypes.scan("org.minqing.events");
        try (TestLog log = TestLog.open(database, types, ReachOfAmendmentsTest::header)) {
            types.all().forEach((name, type) -> {
                if (type.getPackageName().matches("org\\.minqing\\.events\\.(?!note)\\w+")) {
                    enter(log, name.substring(0, name.indexOf('.')), (DomainEvent)
                            Samples.whole().of(type));
                }
            });
            log.append(
                    StreamName.of("Organisation", ANOTHER),
                    new OrganisationRegistered(
                            new Seat(ANOTHER, "53"), "示例办公室", OrganisationKind.OFFICE, null, LocalDate.of(2011, 1, 1)));
        }
        server = CommandServer.of(database, "--minqing.policies.on=false");
    }

    private static EventHeaders.Header header(Object event) {
        DomainEvent e = (DomainEvent) event;
        return new EventHeaders.Header(e.programme(), e.division(), e.occurredOn());
    }

    private static void enter(TestLog log, String family, DomainEvent event) {
        List<UUID> ids = FAMILIES.computeIfAbsent(family, none -> new ArrayList<>());
        String id = String.valueOf(RecordFields.value(event.of(), StreamName.idField(family)));
        String stream = StreamName.of(family, id);
        UUID entered = log.append(stream, event).getFirst().eventId();
        ids.add(entered);
        if (ids.size() == 1) {
            ids.add(log.append(stream, new Corrected<>(entered, event, event, REASON, null))
                    .getFirst()
                    .eventId());
        } else if (ids.size() == 3) {
            ids.add(log.append(stream, new Voided<>(entered, event, REASON, null))
                    .getFirst()
                    .eventId());
        }
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void every_family_is_looked_at() {
        assertThat(FAMILIES).hasSize(19);
        assertThat(FAMILIES.values()).allSatisfy(ids -> assertThat(ids).hasSizeGreaterThan(2));
    }

    @TestFactory
    Stream<DynamicTest> an_event_elsewhere_is_as_one_there_is_not() {
        String elsewhere = server.bearer("elsewhere", "11", "office");
        return FAMILIES.keySet().stream()
                .map(family -> DynamicTest.dynamicTest(
                        family, () -> assertAsUnknown(family, elsewhere, 404, "event-not-found")));
    }

    @TestFactory
    Stream<DynamicTest> an_event_of_another_organisation_is_as_one_there_is_not() {
        String narrowed = "Bearer "
                + server.identity()
                        .token(Map.of(
                                "client_id",
                                "narrowed",
                                "division",
                                "53",
                                "organisation",
                                ANOTHER.toString(),
                                "roles",
                                List.of("office")));
        return FAMILIES.keySet().stream()
                .filter(family -> !OF_NO_ORGANISATION.contains(family))
                .map(family -> DynamicTest.dynamicTest(
                        family, () -> assertAsUnknown(family, narrowed, 404, "event-not-found")));
    }

    @TestFactory
    Stream<DynamicTest> an_event_of_a_kind_the_role_does_not_enter_is_as_one_there_is_not() {
        return FAMILIES.keySet().stream()
                .filter(family -> !family.equals("Attachment")) // whoever enters anything enters those
                .map(family -> DynamicTest.dynamicTest(family, () -> {
                    String role = family.equals("Inspection") ? "cadre" : "inspector";
                    assertAsUnknown(family, server.bearer(role, "53", role), 403, "not-yours-to-amend");
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_event_elsewhere_of_a_kind_the_role_does_enter_is_so_too() {
        return Stream.of("Visit", "Activity", "Concern", "Dispute", "Household")
                .map(family -> DynamicTest.dynamicTest(
                        family,
                        () -> assertAsUnknown(
                                family,
                                server.bearer("village", "11", "village-secretary"),
                                403,
                                "not-yours-to-amend")));
    }

    @TestFactory
    Stream<DynamicTest> the_office_in_charge_is_told_what_is_wrong_with_what_it_sent() {
        String office = server.bearer("office", "53", "office");
        return FAMILIES.entrySet().stream()
                .map(family -> DynamicTest.dynamicTest(family.getKey(), () -> {
                    List<ObjectNode> orders = family.getValue().stream()
                            .map(event -> order("Correct", event, "{\"colour\": 1}"))
                            .toList();
                    assertThat(answers(orders, office))
                            .allMatch(answer -> answer.contains("\"/changes/colour\",\"code\":\"unknown-field\""));
                }));
    }

    /** One by one and in bulk, voided and corrected, with fields of its own and of no command. */
    private static void assertAsUnknown(String family, String authorization, int status, String code) {
        List<UUID> ids = FAMILIES.get(family);
        List<String> unknown = answers(orders(List.of(UNKNOWN)), authorization);
        List<String> known = answers(orders(ids), authorization);
        assertThat(unknown)
                .allSatisfy(answer ->
                        assertThat(answer).contains("\"status\":" + status).contains("\"" + code + "\""));
        for (int i = 0; i < known.size(); i++) {
            assertThat(known.get(i)).isEqualTo(unknown.get(i % unknown.size()));
        }
        for (ObjectNode order : orders(List.of(ids.getFirst()))) {
            Reply reply = server.post(
                            order.path("command").stringValue(),
                            order.path("data").toString(),
                            "Authorization",
                            authorization,
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .requireStatus(status);
            assertThat(reply.code()).isEqualTo(code);
        }
    }

    private static List<ObjectNode> orders(List<UUID> events) {
        return events.stream()
                .flatMap(event -> Stream.of(
                        order("Void", event, null),
                        order("Correct", event, "{}"),
                        order("Correct", event, "{\"occurredOn\": \"" + LocalDate.EPOCH + "\"}"),
                        order("Correct", event, "{\"colour\": 1}"),
                        order("Correct", event, null)))
                .toList();
    }

    private static ObjectNode order(String command, UUID event, String changes) {
        ObjectNode order = StrictJson.MAPPER.createObjectNode();
        order.put("command", command).put("commandId", UUID.randomUUID().toString());
        ObjectNode data =
                order.putObject("data").put("eventId", event.toString()).put("reason", "误录");
        if (changes != null) {
            data.set("changes", StrictJson.MAPPER.readTree(changes));
        }
        return order;
    }

    /** What was answered, without what differs from one request to another. */
    private static List<String> answers(List<ObjectNode> orders, String authorization) {
        StringBuilder lines = new StringBuilder();
        orders.forEach(order -> lines.append(order).append('\n'));
        Reply reply = server.send(
                "POST",
                "/v1/commands",
                lines.toString(),
                "Authorization",
                authorization,
                "Content-Type",
                "application/x-ndjson");
        List<String> answers = new ArrayList<>();
        String[] answered = reply.requireStatus(200).body().strip().split("\n");
        assertThat(answered).hasSameSizeAs(orders);
        for (int i = 0; i < answered.length; i++) {
            ObjectNode answer = (ObjectNode) StrictJson.MAPPER.readTree(answered[i]);
            answer.remove(List.of("line", "commandId", "traceId"));
            JsonNode event = orders.get(i).path("data").path("eventId");
            answers.add(answer.toString().replace(event.stringValue(), "<event>"));
        }
        return answers;
    }
}
