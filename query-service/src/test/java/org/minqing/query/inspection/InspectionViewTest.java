package org.minqing.query.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.inspection.InspectionEvent.Scope;
import org.minqing.events.rectification.Aspect;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.QuerySide;
import tools.jackson.databind.JsonNode;

class InspectionViewTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final QuerySide server = new MemoryServer();
    private final String county = "5308%02d".formatted(COUNT.incrementAndGet());
    private final String village = county + "202207";
    private final UUID programme = id("programme " + county);
    private final UUID office = id("office " + county);
    private final UUID inspection = id("inspection " + county);
    private final Sealed words = server.seal("inspection:" + inspection, "台账不实（示例）");
    private final Scope of = new Scope(inspection, programme, county);
    private final InspectionOpened opened = new InspectionOpened(of, "督3号", 7, day(1));
    private final InspectionClosed closed = new InspectionClosed(of, day(9));
    private final SampleDrawn drawn =
            new SampleDrawn(of, 7, day(1), 2, "0".repeat(64), "seed", 1, List.of(id("household " + county)), day(2));
    private final FindingRecorded found = new FindingRecorded(
            of,
            id("finding " + county),
            id("rectification " + county),
            new Source("Organisation", office.toString()),
            Aspect.WORK,
            office,
            null,
            words,
            LocalDate.of(2012, 4, 1),
            day(3));

    private static LocalDate day(int day) {
        return LocalDate.of(2012, 2, day);
    }

    @BeforeEach
    void register() {
        for (String code : List.of(county, village)) {
            server.on(
                    "2012-03-05",
                    "Division-" + code,
                    new DivisionRegistered(
                            new Place(code),
                            code.equals(county) ? "5308" : county,
                            code,
                            "示例",
                            LocalDate.of(2011, 1, 1)));
        }
    }

    private Appended put(DomainEvent event) {
        return server.on("2012-03-05", "Inspection-" + inspection, event);
    }

    private JsonNode ask(String path, String... parameters) {
        QueryServer.Answer answer =
                server.ask(QueryServer.token("inspector", county, java.util.Map.of()), path, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode item(String asOf) {
        return ask("/v1/inspections/" + inspection, "asOf", asOf);
    }

    @Test
    void goes_its_way_day_by_day() {
        put(opened);
        put(closed);
        put(drawn);
        put(found);
        assertThat(item("2012-02-01").path("status").asString()).isEqualTo("OPEN");
        JsonNode closed = item("2012-02-09");
        assertThat(closed.path("status").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("warrant").asString()).isEqualTo("督3号");
        assertThat(closed.path("cutOff").asLong()).isEqualTo(7);
        assertThat(closed.path("sample").path("seed").asString()).isEqualTo("seed");
        assertThat(closed.path("sample").path("householdIds").size()).isOne();
        JsonNode finding = closed.path("findings").get(0);
        assertThat(finding.path("rectificationId").asString())
                .isEqualTo(found.rectificationId().toString());
        assertThat(finding.path("text").asString()).isEqualTo("***");
        assertThat(item("2012-02-08").path("status").asString()).isEqualTo("OPEN");
        List<String> sentences = new ArrayList<>();
        ask("/v1/inspections/" + inspection + "/timeline")
                .path("items")
                .forEach(each -> sentences.add(each.path("sentence").asString()));
        assertThat(sentences)
                .contains(
                        "Inspection opened (督3号), on what had been recorded by then",
                        "1 of 2 households drawn (seed seed)");
        assertThat(ask("/v1/inspections", "status", "CLOSED", "asOf", "2012-02-09")
                        .path("items")
                        .size())
                .isOne();
    }

    @Test
    void what_is_voided_never_was() {
        UUID first = put(opened).eventId();
        UUID sample = put(drawn).eventId();
        UUID finding = put(found).eventId();
        put(new Voided<>(sample, drawn, words, null));
        put(new Voided<>(finding, found, words, null));
        assertThat(item("2012-02-09").path("findings").size()).isZero();
        assertThat(item("2012-02-09").path("sample").path("seed").isString()).isFalse();
        put(new Voided<>(first, opened, words, null));
        assertThat(item("2012-02-09").path("status").asString()).isEqualTo("VOIDED");
    }

    private FindingRecorded otherwise(Aspect aspect, LocalDate dueOn) {
        return new FindingRecorded(
                of,
                found.findingId(),
                found.rectificationId(),
                found.about(),
                aspect,
                office,
                null,
                words,
                dueOn,
                found.occurredOn());
    }

    private Appended corrects(Appended target, FindingRecorded before, FindingRecorded after) {
        return put(new Corrected<>(target.eventId(), before, after, words, null));
    }

    private static String told(JsonNode item) {
        JsonNode finding = item.path("findings").path(0);
        return item.path("findings").size() + " " + finding.path("aspect").asString("") + " "
                + finding.path("dueOn").asString("");
    }

    @Test
    void what_is_corrected_was_otherwise_from_its_day_on_as_known_since() {
        LocalDate due = LocalDate.of(2012, 5, 1);
        FindingRecorded once = otherwise(Aspect.CONDUCT, found.dueOn());
        FindingRecorded twice = otherwise(Aspect.CONDUCT, due);
        put(opened);
        Appended at = put(found);
        put(closed);
        long first = corrects(at, found, once).position();
        long second = corrects(at, once, twice).position();
        assertThat(told(item("2012-02-02"))).isEqualTo("0  ");
        assertThat(told(item("2012-02-03"))).isEqualTo("1 CONDUCT 2012-05-01");
        assertThat(told(item("2012-02-09"))).isEqualTo("1 CONDUCT 2012-05-01");
        assertThat(told(known(second))).isEqualTo("1 CONDUCT 2012-05-01");
        assertThat(told(known(first))).isEqualTo("1 CONDUCT 2012-04-01");
        assertThat(told(known(at.position()))).isEqualTo("1 WORK 2012-04-01");
        assertThat(item("2012-02-09").path("status").asString()).isEqualTo("CLOSED");
        List<String> sentences = new ArrayList<>();
        ask("/v1/inspections/" + inspection + "/timeline")
                .path("items")
                .forEach(each -> sentences.add(each.path("sentence").asString()));
        assertThat(sentences)
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("Corrected: Wanting in conduct")
                        .endsWith("2012-05-01"));
        put(new Voided<>(at.eventId(), twice, words, null));
        assertThat(told(item("2012-02-09"))).isEqualTo("0  ");
        assertThat(told(known(second))).isEqualTo("1 CONDUCT 2012-05-01");
    }

    @Test
    void a_voided_correction_puts_the_finding_back_and_is_told_in_both_timelines() {
        put(opened);
        Appended at = put(found);
        Corrected<InspectionEvent> correction =
                new Corrected<>(at.eventId(), found, otherwise(Aspect.CONDUCT, found.dueOn()), words, null);
        Appended corrected = put(correction);
        long back =
                put(new Voided<>(corrected.eventId(), correction, words, null)).position();
        assertThat(told(known(corrected.position()))).isEqualTo("1 CONDUCT 2012-04-01");
        assertThat(told(known(back))).isEqualTo("1 WORK 2012-04-01");
        List<String> sentences = new ArrayList<>();
        ask("/v1/inspections/" + inspection + "/timeline")
                .path("items")
                .forEach(each -> sentences.add(each.path("sentence").asString()));
        assertThat(sentences).hasSize(4);
        assertThat(sentences.getLast()).startsWith("Voided: Corrected: Wanting in work");
    }

    private JsonNode known(long position) {
        return ask("/v1/inspections/" + inspection, "asOf", "2012-02-09", "knownAt", String.valueOf(position));
    }
}
