package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.minqing.command.platform.form.Shape;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;
import tools.jackson.databind.node.ObjectNode;

/** Of every command: a text is sealed under the key of whom the command says it is about, after a correction too. */
class ClearTextsTest {
    private static final String FORMER = "00000000-0000-4000-8000-00000000000a";
    private static final String LATTER = "00000000-0000-4000-8000-00000000000B";

    /**
     * A text of a command.
     *
     * @param inside the field whose value holds it; empty: it is a field of the command itself
     * @param under the field that says whose it is, beside it
     */
    private record Owned(CommandType type, String inside, String field, String under) {
        String pointer() {
            return "/changes" + (inside.isEmpty() ? "" : "/" + inside) + "/" + field;
        }

        @Override
        public String toString() {
            return type.name() + pointer();
        }
    }

    private static List<Owned> owned() {
        return CommandTypes.scan("org.minqing.command").all().stream()
                .flatMap(type -> Stream.concat(
                        owned(type, "", type.shape()),
                        type.shape().members().stream()
                                .filter(member -> member.shape() instanceof Shape.Composite inner
                                        && inner.member("personId").isPresent())
                                .flatMap(member -> owned(type, member.name(), (Shape.Composite) member.shape()))))
                .toList();
    }

    private static Stream<Owned> owned(CommandType type, String inside, Shape.Composite shape) {
        return shape.members().stream()
                .filter(member -> member.shape() instanceof Shape.Words words && words.sealing() != null)
                .map(member -> new Owned(
                        type,
                        inside,
                        member.name(),
                        ((Shape.Words) member.shape()).sealing().under()))
                .filter(owned -> shape.member(owned.under()).isPresent()
                        && !owned.under().equals(type.idField()));
    }

    @Test
    void families_of_every_sort_are_looked_at() {
        assertThat(owned())
                .extracting(Owned::toString)
                .contains(
                        "RaiseRectification/changes/text",
                        "RecordFinding/changes/text",
                        "RaiseConcern/changes/text",
                        "RecordVisit/changes/diary",
                        "HandOverHousehold/changes/reason",
                        "PayFromFund/changes/payee/name",
                        "RegisterHousehold/changes/head/phone");
    }

    @TestFactory
    Stream<DynamicTest> what_is_about_another_is_said_anew() {
        return owned().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    assertThat(broken(each, LATTER, false)).contains(each.pointer() + " sealed-for-another");
                    assertThat(broken(each, null, false)).contains(each.pointer() + " sealed-for-another");
                    assertThat(broken(each, LATTER, true)).noneMatch(error -> error.endsWith("sealed-for-another"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> what_is_about_the_same_stays_as_it_is_sealed() {
        return owned().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(),
                        () -> assertThat(broken(each, FORMER, false))
                                .noneMatch(error -> error.endsWith("sealed-for-another"))));
    }

    /** What a correction breaks that names an owner, or none, and perhaps gives the text. */
    private static List<String> broken(Owned each, String owner, boolean anew) {
        ObjectNode before = StrictJson.MAPPER.createObjectNode();
        ObjectNode changes = StrictJson.MAPPER.createObjectNode();
        ObjectNode was = each.inside().isEmpty() ? before : before.putObject(each.inside());
        ObjectNode is = each.inside().isEmpty() ? changes : changes.putObject(each.inside());
        was.put(each.under(), FORMER);
        was.putObject(each.field())
                .put("v", 1)
                .put("subject", "person:" + FORMER)
                .put("alg", "A256GCM")
                .put("iv", "")
                .put("ct", "");
        is.put(each.under(), owner);
        if (anew) {
            is.put(each.field(), "另写的话");
        }
        return new CommandDraft(each.type(), before, changes, "client", UUID.randomUUID())
                .broken().stream()
                        .map((FieldError error) -> error.pointer() + " " + error.code())
                        .toList();
    }
}
