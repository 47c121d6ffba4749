package org.minqing.command.platform.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.access.AccessPolicy;
import org.minqing.access.Deed;
import org.minqing.access.Grant;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.type.CommandTypes;
import org.minqing.command.platform.type.Roles;
import tools.jackson.databind.JsonNode;

class CatalogueTest {
    private final CommandServer server = CommandServer.shared();

    @Test
    void tells_of_void_and_correct_and_what_of_an_event_may_be_corrected() {
        JsonNode correct = item("Correct", "en").path("schema");
        assertThat(correct.path("required").toString()).contains("eventId", "reason", "changes");
        assertThat(item("Void", "en").path("schema").path("properties").propertyNames())
                .containsExactlyInAnyOrder("eventId", "following", "reason", "reasonCode", "authority");
        JsonNode changes = server.get("/v1/commands/Correct/Rectification.RectificationRaised")
                .requireStatus(200)
                .json();
        assertThat(changes.path("properties").propertyNames())
                .contains("aspect", "dueOn", "text", "cadreId")
                .doesNotContain("rectificationId", "occurredOn", "authority");
        assertThat(changes.path("required")).isEmpty();
        JsonNode several = server.get("/v1/commands/Correct/Posting.PostingBegun")
                .requireStatus(200)
                .json();
        assertThat(several.path("$id").asString()).isEqualTo("urn:minqing:changes:Posting.PostingBegun");
        assertThat(several.path("anyOf"))
                .extracting(each -> each.path("title").asString() + " "
                        + each.path("properties").has("roles"))
                .containsExactly(
                        "AppointCorrespondent false", "AppointStandingSecretary false", "SecondInstructor true");
        server.get("/v1/commands/Correct/Rectification.Nothing").requireProblem(404, "unknown-event-type");
    }

    @Test
    void lists_every_command_with_title_schema_and_roles() {
        JsonNode items = server.get("/v1/commands").requireStatus(200).json().path("items");
        assertThat(items.size())
                .isEqualTo(CommandTypes.scan("org.minqing.command").all().stream()
                                .filter(type -> !type.ownDoor())
                                .count()
                        + 2);
        items.forEach(item -> {
            assertThat(item.propertyNames()).containsExactly("name", "title", "schema", "roles");
            assertThat(item.path("title").asString()).isNotBlank().doesNotStartWith("command.");
            assertThat(item.path("schema").path("$schema").asString())
                    .isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(item.path("schema").path("additionalProperties").asBoolean())
                    .isFalse();
        });
        JsonNode recode = item("RecodeDivision", "zh");
        assertThat(recode.path("title").asString()).isEqualTo("变更区划代码");
        assertThat(recode.path("roles").toString()).isEqualTo("[\"office\",\"province\"]");
        assertThat(item("RecodeDivision", "en").path("title").asString()).isEqualTo("Give a division another code");
    }

    @Test
    void a_schema_says_what_the_body_is_checked_against() {
        JsonNode schema = item("OpenNote", "en").path("schema");
        JsonNode properties = schema.path("properties");
        assertThat(schema.path("required").toString()).isEqualTo("[\"villageCode\"]");
        assertThat(properties.path("about").toString()).isEqualTo("{\"type\":\"string\",\"format\":\"uuid\"}");
        assertThat(properties.path("occurredOn").path("format").asString()).isEqualTo("date");
        assertThat(properties.path("text").toString())
                .isEqualTo("{\"type\":\"string\",\"minLength\":1,\"maxLength\":10}");
        assertThat(properties.path("colour").path("enum").toString()).isEqualTo("[\"RED\",\"GREEN\"]");
        assertThat(properties.path("weight").path("exclusiveMinimum").asInt()).isZero();
        assertThat(properties.path("tags").path("uniqueItems").asBoolean()).isTrue();
        assertThat(properties.path("readers").path("maxItems").asInt()).isEqualTo(2);
        JsonNode author = properties.path("author");
        assertThat(author.path("required").toString()).isEqualTo("[\"name\"]");
        assertThat(author.path("additionalProperties").asBoolean()).isFalse();
        assertThat(author.path("properties").path("sex").path("enum").toString())
                .isEqualTo("[\"0\",\"1\",\"2\",\"9\"]");
        JsonNode code =
                item("RegisterDivision", "en").path("schema").path("properties").path("code");
        assertThat(code.path("pattern").asString()).startsWith("^(?:").endsWith(")$");
        assertThat(properties.path("money").path("required").toString()).isEqualTo("[\"amount\"]");
        assertThat(properties.path("authority").path("maxLength").asInt()).isEqualTo(100);
    }

    @Test
    void a_command_to_a_stream_that_stands_requires_its_id() {
        assertThat(item("CloseNote", "en").path("schema").path("required").toString())
                .isEqualTo("[\"noteId\"]");
    }

    @Test
    void a_determined_id_is_no_field() {
        JsonNode properties = item("RegisterDivision", "en").path("schema").path("properties");
        assertThat(properties.has("divisionId")).isFalse();
        assertThat(properties.has("code")).isTrue();
    }

    @Test
    void the_one_table_says_who_may_send_what() {
        assertThat(Roles.of("RegisterDivision", "Division")).containsExactly("office", "province");
        assertThat(Roles.of("LaunchProgramme", "Programme")).containsExactly("office", "province");
        assertThat(Roles.of("RecordVisit", "Visit")).containsExactly("office", "village-secretary", "cadre");
        assertThat(Roles.of("RaiseConcern", "Concern")).containsExactly("office", "village-secretary", "cadre");
        assertThat(Roles.of("RegisterDispute", "Dispute")).containsExactly("office", "village-secretary");
        assertThat(Roles.of("RegisterHousehold", "Household")).containsExactly("office", "village-secretary");
        assertThat(Roles.of("RecordActivity", "Activity")).containsExactly("office", "village-secretary");
        assertThat(Roles.of("RecordMonthlyAttendance", "Posting")).containsExactly("office", "village-secretary");
        assertThat(Roles.of("AssessInstructor", "Posting")).containsExactly("office");
        assertThat(Roles.of("SecondInstructor", "Posting")).containsExactly("office");
        assertThat(Roles.of("OpenInspection", "Inspection")).containsExactly("office", "inspector");
        assertThat(Roles.of("AssignCadreToHousehold", "LinkPoint")).containsExactly("office");
    }

    @Test
    void somebody_with_several_roles_sends_in_the_first_that_may() {
        assertThat(AccessPolicy.inForce()
                        .grant(Set.of("cadre", "office"), Deed.COMMAND, "Visit.RecordVisit")
                        .map(Grant::role))
                .contains("office");
        assertThat(AccessPolicy.inForce()
                        .grant(Set.of("cadre", "province"), Deed.COMMAND, "Visit.RecordVisit")
                        .map(Grant::role))
                .contains("cadre");
        assertThat(AccessPolicy.inForce()
                        .grant(Set.of("administrator"), Deed.COMMAND, "Visit.RecordVisit")
                        .map(Grant::role))
                .isEqualTo(Optional.empty());
    }

    private JsonNode item(String name, String language) {
        for (JsonNode item :
                server.get("/v1/commands", "Accept-Language", language).json().path("items")) {
            if (item.path("name").asString().equals(name)) {
                return item;
            }
        }
        throw new AssertionError(name);
    }
}
