package org.minqing.query.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.RectificationEvent;
import org.minqing.events.rectification.RectificationEvent.MeasureSet;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationConfirmed;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import tools.jackson.databind.JsonNode;

class RectificationViewTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MemoryServer server = new MemoryServer();
    private final String county = "5307%02d".formatted(COUNT.incrementAndGet());
    private final Shortcomings at = new Shortcomings(county, server.seal("rectification:" + county, "通道堵塞（示例）"));

    @BeforeEach
    void register() {
        server.on(
                "2012-03-05",
                "Division-" + county,
                new DivisionRegistered(new Place(county), "5307", county, "示例县", LocalDate.of(2011, 1, 1)));
    }

    private Appended put(DomainEvent event) {
        return server.on("2012-03-05", "Rectification-" + ((Owner) event.of()).rectificationId(), event);
    }

    private JsonNode ask(String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        if (!all.contains("asOf")) {
            all.addAll(List.of("asOf", "2012-12-31"));
        }
        QueryServer.Answer answer = server.ask(QueryServer.office(county), path, all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode item(RectificationRaised of, String... parameters) {
        return ask("/v1/rectifications/" + of.of().rectificationId(), parameters);
    }

    /** {@code DONE of OWED}, by the evidence that is listed. */
    private String figure(String... parameters) {
        List<String> all = new ArrayList<>(List.of("measure", "A05", "division", county));
        all.addAll(List.of(parameters));
        int done = 0;
        int owed = 0;
        for (JsonNode fact :
                ask("/v1/figures/evidence", all.toArray(String[]::new)).path("items")) {
            int quantity = fact.path("quantity").asInt();
            done += fact.path("kind").asString().equals("DONE") ? quantity : 0;
            owed += fact.path("kind").asString().equals("OWED") ? quantity : 0;
        }
        return done + " of " + owed;
    }

    private List<String> texts(String path, String field, String... parameters) {
        List<String> texts = new ArrayList<>();
        ask(path, parameters)
                .path("items")
                .forEach(item -> texts.add(item.path(field).asString()));
        return texts;
    }

    /** Whoever checks an enterprise there may tell what became of it, though it is not theirs to put right. */
    @Test
    void a_hazard_is_told_to_everybody_of_the_place_and_owed_by_one() {
        RectificationRaised raised = at.raised("r", Aspect.SAFETY, null, "2012-02-01");
        put(raised);
        put(at.raised("other", Aspect.SAFETY, null, "2012-02-01"));
        put(at.confirmed(raised, "2012-01-28"));
        String checker = UUID.nameUUIDFromBytes(new byte[] {7}).toString();
        String[] asked = {"division", county, "organisation", checker, "measure"};
        JsonNode there = ask("/v1/figures", with(asked, "A34"));
        assertThat(there.path("numerator").asInt() + " of "
                        + there.path("denominator").asInt())
                .isEqualTo("1 of 2");
        assertThat(ask("/v1/figures", with(asked, "A25")).path("denominator").asInt())
                .isZero();
        assertThat(ask("/v1/figures", "measure", "A34", "division", county, "asOf", "2012-01-27")
                        .path("numerator")
                        .asInt())
                .isZero();
    }

    private static String[] with(String[] asked, String measure) {
        return Stream.concat(Stream.of(asked), Stream.of(measure)).toArray(String[]::new);
    }

    @Test
    void goes_its_way_day_by_day() {
        RectificationRaised raised = at.raised("r", Aspect.SAFETY, null, "2012-02-01");
        put(raised);
        put(at.set(raised, at.words, "2012-01-12"));
        put(at.done(raised, "2012-01-20"));
        put(at.back(raised, "2012-01-22"));
        put(at.done(raised, "2012-01-25"));
        put(at.confirmed(raised, "2012-01-28"));
        assertThat(item(raised, "asOf", "2012-01-11").path("status").asString()).isEqualTo("RAISED");
        JsonNode done = item(raised, "asOf", "2012-01-21");
        assertThat(done.path("status").asString()).isEqualTo("DONE");
        assertThat(done.path("doneOn").asString()).isEqualTo("2012-01-20");
        JsonNode back = item(raised, "asOf", "2012-01-23");
        assertThat(back.path("status").asString()).isEqualTo("MEASURE_SET");
        assertThat(back.path("sentBackBecause").asString()).isEqualTo("***");
        assertThat(back.path("measure").asString()).isEqualTo("***");
        assertThat(back.has("doneOn") && !back.path("doneOn").isNull()).isFalse();
        JsonNode confirmed = item(raised);
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.path("confirmedOn").asString()).isEqualTo("2012-01-28");
        assertThat(confirmed.path("text").asString()).isEqualTo("***");
        assertThat(confirmed.path("aspect").asString()).isEqualTo("SAFETY");
        assertThat(confirmed.path("about").get(0).path("type").asString()).isEqualTo("Organisation");
        assertThat(List.of(figure("asOf", "2012-01-27"), figure())).containsExactly("0 of 1", "1 of 1");
        assertThat(ask("/v1/figures", "measure", "A05", "division", county)
                        .path("value")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void what_is_recorded_late_counts_from_its_day_as_known_then() {
        RectificationRaised raised = at.raised("r", Aspect.WORK, null, "2012-02-01");
        put(raised);
        put(at.set(raised, at.words, "2012-01-12"));
        long before = put(at.done(raised, "2012-01-20")).position();
        server.on("2012-06-01", "Rectification-" + raised.of().rectificationId(), at.confirmed(raised, "2012-01-21"));
        assertThat(item(raised, "asOf", "2012-01-22").path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(item(raised, "asOf", "2012-01-22", "knownAt", String.valueOf(before))
                        .path("status")
                        .asString())
                .isEqualTo("DONE");
        assertThat(figure("asOf", "2012-01-22", "knownAt", String.valueOf(before)))
                .isEqualTo("0 of 1");
        assertThat(figure("asOf", "2012-01-22")).isEqualTo("1 of 1");
    }

    @Test
    void a_voided_confirmation_leaves_it_done_and_one_voided_whole_never_was() {
        RectificationRaised raised = at.raised("r", Aspect.WORK, null, "2012-02-01");
        UUID first = put(raised).eventId();
        RectificationConfirmed confirmed = at.confirmed(raised, "2012-01-21");
        put(at.set(raised, at.words, "2012-01-12"));
        put(at.done(raised, "2012-01-20"));
        UUID last = put(confirmed).eventId();
        assertThat(figure()).isEqualTo("1 of 1");
        put(at.voided(last, confirmed));
        assertThat(figure()).isEqualTo("0 of 1");
        assertThat(item(raised).path("status").asString()).isEqualTo("DONE");
        put(at.voided(first, raised));
        assertThat(figure()).isEqualTo("0 of 0");
        assertThat(item(raised).path("status").asString()).isEqualTo("VOIDED");
    }

    @Test
    void corrected_it_is_found_as_what_it_was_and_is_due_when_it_was() {
        RectificationRaised raised = at.raised("r", Aspect.WORK, null, "2012-02-01");
        UUID first = put(raised).eventId();
        MeasureSet set = at.set(raised, at.words, "2012-01-12");
        UUID measure = put(set).eventId();
        put(at.corrected(first, raised, at.raised("r", Aspect.CONDUCT, null, "2012-03-01")));
        put(at.corrected(
                measure, set, at.set(raised, server.seal("rectification:" + county, "另一措施（示例）"), "2012-01-12")));
        String id = raised.of().rectificationId().toString();
        assertThat(texts("/v1/rectifications", "id", "kind", "CONDUCT")).containsExactly(id);
        assertThat(texts("/v1/rectifications", "id", "kind", "WORK")).isEmpty();
        JsonNode item = item(raised);
        assertThat(item.path("dueOn").asString()).isEqualTo("2012-03-01");
        assertThat(item.path("status").asString()).isEqualTo("MEASURE_SET");
        assertThat(figure()).isEqualTo("0 of 1");
    }

    @Test
    void is_the_owner_s_task_until_it_is_done_and_again_once_sent_back() {
        RectificationRaised raised = at.raised("mine", Aspect.SAFETY, at.cadre, "2012-02-01");
        put(raised);
        put(at.raised("team", Aspect.WORK, null, "2012-01-20"));
        put(at.set(raised, at.words, "2012-01-12"));
        put(at.done(raised, "2012-01-20"));
        put(at.back(raised, "2012-01-22"));
        assertThat(texts("/v1/tasks", "title", "asOf", "2012-01-15"))
                .containsExactly(
                        "Put right what is wanting in work (示例县)", "Put right what is wanting in safety (示例县)");
        assertThat(texts("/v1/tasks", "dueOn", "asOf", "2012-01-21")).containsExactly("2012-01-20");
        assertThat(texts("/v1/tasks", "dueOn", "asOf", "2012-01-23", "cadre", at.cadre.toString()))
                .containsExactly("2012-02-01");
        assertThat(texts("/v1/tasks", "overdue", "asOf", "2012-02-02")).containsExactly("true", "true");
    }

    @Test
    void its_timeline_says_what_happened_and_never_the_words() {
        RectificationRaised raised = at.raised("r", Aspect.SAFETY, null, "2012-02-01");
        put(raised);
        put(at.set(raised, at.words, "2012-01-12"));
        assertThat(texts("/v1/rectifications/" + raised.of().rectificationId() + "/timeline", "sentence"))
                .containsExactly("To be put right by 2012-02-01: safety (hazard)", "Measure set");
    }

    @Test
    void a_void_and_a_correction_stand_where_their_target_stands_and_say_which_it_is() {
        RectificationRaised raised = at.raised("r", Aspect.SAFETY, null, "2012-02-01");
        RectificationRaised after = at.raised("r", Aspect.WORK, null, "2012-02-05");
        UUID first = put(raised).eventId();
        Corrected<RectificationEvent> correction = at.corrected(first, raised, after);
        UUID corrected = put(correction).eventId();
        long known = put(at.voided(corrected, correction)).position();
        put(at.voided(first, raised));
        String was = "To be put right by 2012-02-01: safety (hazard)";
        String is = "To be put right by 2012-02-05: work (hazard)";
        List<String> sentences = List.of(
                was,
                "Corrected: " + was + "; it is now: " + is,
                "Voided: Corrected: " + was + "; it is now: " + is,
                "Voided: " + was);
        assertThat(texts("/v1/rectifications/" + raised.of().rectificationId() + "/timeline", "sentence"))
                .containsExactlyElementsOf(sentences);
        assertThat(server.trail("Organisation", at.organisation))
                .containsExactlyInAnyOrder(
                        "Rectification.RectificationRaised",
                        "Rectification.RectificationRaised.Corrected",
                        "Rectification.RectificationRaised.Corrected.Voided",
                        "Rectification.RectificationRaised.Voided");
        JsonNode again = item(raised, "knownAt", String.valueOf(known));
        assertThat(again.path("aspect").asString()).isEqualTo("SAFETY");
        assertThat(again.path("dueOn").asString()).isEqualTo("2012-02-01");
        assertThat(figure("knownAt", String.valueOf(known))).isEqualTo("0 of 1");
        assertThat(item(raised).path("status").asString()).isEqualTo("VOIDED");
        assertThat(figure()).isEqualTo("0 of 0");
    }
}
