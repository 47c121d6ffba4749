package org.minqing.query.document;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.document.DocumentEvent;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.QuerySide;
import tools.jackson.databind.JsonNode;

class DocumentViewTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final QuerySide server = new MemoryServer();
    private final Papers at = new Papers("5305%02d".formatted(COUNT.incrementAndGet()));
    private final Sealed words = server.seal("document:" + at.document("words"), "空话太多（示例）");

    @BeforeEach
    void register() {
        server.on(
                "2012-03-05",
                "Division-" + at.county,
                new DivisionRegistered(
                        new DivisionEvent.Place(at.county), "5305", at.county, "示例县", LocalDate.of(2011, 1, 1)));
        server.on(
                "2012-03-05",
                "Cadre-" + at.cadre,
                new CadreRegistered(
                        new Membership(at.cadre, at.organisation, at.county),
                        null,
                        server.seal("person:" + at.cadre, "张示例"),
                        "1",
                        "141",
                        null,
                        null,
                        null,
                        LocalDate.of(2011, 12, 26)));
    }

    private Appended put(DomainEvent event) {
        return server.on("2012-03-05", "Document-" + ((Place) event.of()).documentId(), event);
    }

    private JsonNode ask(String path, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        if (!all.contains("asOf")) {
            all.addAll(List.of("asOf", "2012-12-31"));
        }
        QueryServer.Answer answer = server.ask(QueryServer.office(at.county), path, all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** {@code 1 of 2}, by the evidence that is listed. */
    private String figure(String measure, String... parameters) {
        List<String> all = new ArrayList<>(List.of("measure", measure, "division", at.county));
        all.addAll(List.of(parameters));
        String[] asked = all.toArray(String[]::new);
        int done = 0;
        int owed = 0;
        for (JsonNode item : ask("/v1/figures/evidence", asked).path("items")) {
            int quantity = item.path("quantity").asInt();
            done += item.path("kind").asString().equals("DONE") ? quantity : 0;
            owed += item.path("kind").asString().equals("OWED") ? quantity : 0;
        }
        JsonNode value = ask("/v1/figures", asked).path("value");
        if (owed == 0) {
            assertThat(value.isNull()).isTrue();
        } else {
            assertThat(value.asDouble()).isCloseTo((double) done / owed, org.assertj.core.data.Offset.offset(0.0001));
        }
        return done + " of " + owed;
    }

    private int inHand(String... parameters) {
        List<String> all = new ArrayList<>(List.of("measure", "A04", "division", at.county));
        all.addAll(List.of(parameters));
        return ask("/v1/figures", all.toArray(String[]::new)).path("value").asInt();
    }

    private JsonNode item(String name, String... parameters) {
        return ask("/v1/documents/" + at.document(name), parameters);
    }

    private List<String> ids(String... parameters) {
        List<String> ids = new ArrayList<>();
        ask("/v1/documents", parameters)
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    @Test
    void each_group_has_a_figure_of_its_own_and_all_documents_one() {
        for (OwedBy group : List.of(OwedBy.LINKED_CADRE, OwedBy.SERVING_PARTY_MEMBER)) {
            put(at.required("reflection " + group, at.duty(DocumentKind.REFLECTION, group)));
        }
        Duty team = at.duty(DocumentKind.RECTIFICATION_TEAM, OwedBy.LEADERSHIP_TEAM);
        Duty member = at.duty(DocumentKind.RECTIFICATION_PERSONAL, OwedBy.LEADERSHIP_MEMBER);
        put(at.required("team", team));
        put(at.required("member", member));
        put(at.required("plan", at.duty(DocumentKind.WORK_PLAN, OwedBy.LEADERSHIP_TEAM)));
        put(at.required("diary", at.duty(DocumentKind.DIARY_BOOK, OwedBy.LINKED_CADRE)));
        put(at.handedIn("team", team, "整改方案", null, "2012-02-01"));
        Duty linked = at.reflection();
        put(at.handedIn("reflection LINKED_CADRE", linked, "心得", null, "2012-02-02"));
        assertThat(figure("M28")).isEqualTo("2 of 6");
        assertThat(List.of(figure("M28a"), figure("M28b"), figure("M28c"), figure("M28d")))
                .containsExactly("1 of 1", "0 of 1", "1 of 1", "0 of 1");
        assertThat(figure("M28", "task", "T4")).isEqualTo("2 of 6");
        assertThat(inHand()).isEqualTo(2);
        assertThat(ask("/v1/figures", "measure", "A04", "division", at.county, "groupBy", "kind")
                        .path("groups")
                        .toString())
                .contains("reflection", "the leadership's rectification measures");
    }

    /** Nobody is behind with what is to be handed in by December when the half year ends in June. */
    @Test
    void one_due_later_is_not_owed_yet_and_is_owed_in_the_period_it_is_due_in() {
        put(at.required("now", at.due("2012-06-30")));
        put(at.required("then", at.due("2012-12-14")));
        put(at.required("early", at.due("2012-12-14")));
        put(at.handedIn("early", at.due("2012-12-14"), "心得", null, "2012-05-02"));
        assertThat(figure("M28a", "from", "2012-01-01", "to", "2012-06-30")).isEqualTo("0 of 1");
        assertThat(figure("M28a", "from", "2012-07-01", "to", "2012-12-31")).isEqualTo("1 of 2");
        assertThat(figure("M28", "from", "2012-01-01", "to", "2012-12-31")).isEqualTo("1 of 3");
        assertThat(figure("M28a", "asOf", "2012-06-29")).isEqualTo("0 of 0");
        assertThat(inHand("asOf", "2012-06-29")).isEqualTo(1);
    }

    @Test
    void is_a_task_until_it_is_handed_in_and_again_once_sent_back() {
        Duty duty = at.reflection();
        put(at.required("r", duty));
        put(at.handedIn("r", duty, "心得", null, "2012-02-01"));
        put(at.sentBack("r", duty, words, "2012-02-05"));
        assertThat(tasks("2012-01-31")).containsExactly("Hand in: reflection (示例县) by " + duty.dueOn());
        assertThat(tasks("2012-02-01")).isEmpty();
        assertThat(tasks("2012-02-05")).hasSize(1);
        assertThat(tasks("2012-02-05", "cadre", at.organisation.toString())).isEmpty();
        put(at.handedIn("r", duty, "心得（修改）", null, "2012-02-09"));
        put(at.accepted("r", "2012-02-10"));
        assertThat(tasks("2012-02-09")).isEmpty();
        assertThat(tasks("2012-12-31")).isEmpty();
    }

    private List<String> tasks(String asOf, String... parameters) {
        List<String> all = new ArrayList<>(List.of("asOf", asOf));
        all.addAll(List.of(parameters));
        List<String> tasks = new ArrayList<>();
        ask("/v1/tasks", all.toArray(String[]::new))
                .path("items")
                .forEach(task -> tasks.add(task.path("title").asString() + " by "
                        + task.path("dueOn").asString()));
        return tasks;
    }

    @Test
    void one_sent_back_is_not_handed_in_until_it_is_handed_in_again() {
        Duty duty = at.reflection();
        put(at.required("r", duty));
        put(at.handedIn("r", duty, "心得", null, "2012-02-01"));
        put(at.sentBack("r", duty, words, "2012-02-05"));
        put(at.handedIn("r", duty, "心得（修改）", null, "2012-02-09"));
        put(at.accepted("r", "2012-02-10"));
        assertThat(figure("M28a", "asOf", "2012-01-31")).isEqualTo("0 of 1");
        assertThat(figure("M28a", "asOf", "2012-02-01")).isEqualTo("1 of 1");
        assertThat(figure("M28a", "asOf", "2012-02-05")).isEqualTo("0 of 1");
        assertThat(figure("M28a", "asOf", "2012-02-09")).isEqualTo("1 of 1");
        assertThat(figure("M28a")).isEqualTo("1 of 1");
        assertThat(List.of(inHand("asOf", "2012-02-05"), inHand())).containsExactly(0, 1);
        assertThat(item("r", "asOf", "2012-01-31").path("status").asString()).isEqualTo("REQUIRED");
        JsonNode back = item("r", "asOf", "2012-02-06");
        assertThat(back.path("status").asString()).isEqualTo("SENT_BACK");
        assertThat(back.path("sentBackBecause").asString()).isEqualTo("***");
        JsonNode accepted = item("r");
        assertThat(accepted.path("status").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("title").asString()).isEqualTo("心得（修改）");
        assertThat(accepted.path("handedInOn").asString()).isEqualTo("2012-02-09");
        assertThat(accepted.path("acceptedOn").asString()).isEqualTo("2012-02-10");
        assertThat(accepted.path("cadreName").asString()).isEqualTo("张**");
        assertThat(accepted.path("period").path("name").asString()).isEqualTo("2012");
    }

    @Test
    void one_entered_late_counts_on_its_own_day_and_only_to_who_knows_of_it() {
        Duty duty = at.reflection();
        put(at.required("r", duty));
        put(at.required("other", duty));
        long before = put(at.handedIn("other", duty, "心得", null, "2012-03-01")).position();
        put(at.handedIn("r", duty, "心得", null, "2012-02-01"));
        assertThat(figure("M28a", "asOf", "2012-02-15")).isEqualTo("1 of 2");
        assertThat(figure("M28a", "asOf", "2012-02-15", "knownAt", String.valueOf(before)))
                .isEqualTo("0 of 2");
        assertThat(item("r", "knownAt", String.valueOf(before)).path("status").asString())
                .isEqualTo("REQUIRED");
    }

    @Test
    void one_corrected_to_another_group_moves_with_what_was_handed_in() {
        DocumentRequired owed = at.required("r", at.reflection());
        Appended required = put(owed);
        DocumentHandedIn paper = at.handedIn("r", at.reflection(), "心得", null, "2012-02-01");
        Appended handedIn = put(paper);
        Duty member = at.duty(DocumentKind.REFLECTION, OwedBy.SERVING_PARTY_MEMBER);
        put(at.corrected(required.eventId(), owed, at.required("r", member), words));
        put(at.corrected(handedIn.eventId(), paper, at.handedIn("r", member, "定稿", null, "2012-02-01"), words));
        assertThat(figure("M28a")).isEqualTo("0 of 0");
        assertThat(figure("M28b")).isEqualTo("1 of 1");
        assertThat(figure("M28")).isEqualTo("1 of 1");
        assertThat(figure("M28a", "knownAt", String.valueOf(handedIn.position())))
                .isEqualTo("1 of 1");
        assertThat(item("r").path("group").asString()).isEqualTo("SERVING_PARTY_MEMBER");
        assertThat(item("r").path("title").asString()).isEqualTo("定稿");
    }

    @Test
    void one_whose_handing_in_was_voided_is_owed_again() {
        put(at.required("r", at.reflection()));
        DocumentHandedIn paper = at.handedIn("r", at.reflection(), "心得", null, "2012-02-01");
        Appended handedIn = put(paper);
        put(at.voided(handedIn.eventId(), paper, words));
        assertThat(figure("M28a")).isEqualTo("0 of 1");
        assertThat(figure("M28a", "knownAt", String.valueOf(handedIn.position())))
                .isEqualTo("1 of 1");
        assertThat(item("r").path("status").asString()).isEqualTo("REQUIRED");
    }

    @Test
    void one_whose_correction_was_voided_is_owed_as_it_was_and_says_so() {
        DocumentRequired owed = at.required("r", at.reflection());
        UUID required = put(owed).eventId();
        Corrected<DocumentEvent> otherwise = at.corrected(
                required, owed, at.required("r", at.duty(DocumentKind.REFLECTION, OwedBy.SERVING_PARTY_MEMBER)), words);
        Appended corrected = put(otherwise);
        put(at.voided(corrected.eventId(), otherwise, words));
        assertThat(List.of(figure("M28a"), figure("M28b"))).containsExactly("0 of 1", "0 of 0");
        assertThat(figure("M28b", "knownAt", String.valueOf(corrected.position())))
                .isEqualTo("0 of 1");
        assertThat(item("r").path("group").asString()).isEqualTo("LINKED_CADRE");
        String was = "Owed by 2012-01-31: reflection (linked cadre, 2012)";
        String is = "Owed by 2012-01-31: reflection (serving Party member, 2012)";
        assertThat(sentences("documents", at.document("r"), "en"))
                .containsExactly(
                        was,
                        "Corrected: " + was + "; it is now: " + is,
                        "Voided: Corrected: " + was + "; it is now: " + is);
    }

    @Test
    void one_voided_stands_as_voided_and_is_owed_by_nobody() {
        DocumentRequired owed = at.required("r", at.reflection());
        put(at.voided(put(owed).eventId(), owed, words));
        assertThat(figure("M28")).isEqualTo("0 of 0");
        assertThat(item("r").path("status").asString()).isEqualTo("VOIDED");
    }

    @Test
    void lists_are_narrowed_by_kind_status_and_cadre() {
        put(at.required("r", at.reflection()));
        put(at.required("team", at.duty(DocumentKind.RECTIFICATION_TEAM, OwedBy.LEADERSHIP_TEAM)));
        put(at.handedIn("r", at.reflection(), "心得", null, "2012-02-01"));
        String reflection = at.document("r").toString();
        String team = at.document("team").toString();
        assertThat(ids()).containsExactly(reflection, team);
        assertThat(ids("kind", "RECTIFICATION_TEAM")).containsExactly(team);
        assertThat(ids("status", "HANDED_IN")).containsExactly(reflection);
        assertThat(ids("cadre", at.cadre.toString())).containsExactly(reflection);
        assertThat(server.ask(QueryServer.office("530599"), "/v1/documents/" + team, "asOf", "2012-12-31")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_timelines_of_document_and_cadre_tell_it_in_both_languages() {
        put(at.required("r", at.reflection()));
        put(at.handedIn("r", at.reflection(), "心得", null, "2012-02-01"));
        put(at.sentBack("r", at.reflection(), words, "2012-02-05"));
        assertThat(sentences("documents", at.document("r"), "zh"))
                .containsExactly("应于2012-01-31前上交心得体会（联系干部，2012）", "上交心得体会：心得", "退回心得体会");
        assertThat(sentences("documents", at.document("r"), "en"))
                .containsExactly(
                        "Owed by 2012-01-31: reflection (linked cadre, 2012)",
                        "Handed in: reflection, 心得",
                        "Sent back: reflection");
        assertThat(sentences("cadres", at.cadre, "en")).contains("Handed in: reflection, 心得");
    }

    private List<String> sentences(String path, UUID id, String language) {
        String query = "?asOf=2012-12-31&after=" + server.head();
        QueryServer.Answer answer =
                server.get(QueryServer.office(at.county), "/v1/" + path + "/" + id + "/timeline" + query, language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> sentences = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> sentences.add(item.path("sentence").asString()));
        return sentences;
    }

    @Test
    void only_the_kind_a_group_is_asked_for_is_in_its_figure() {
        put(at.required("member plan", at.duty(DocumentKind.WORK_PLAN, OwedBy.LEADERSHIP_MEMBER)));
        put(at.required("party plan", at.duty(DocumentKind.WORK_PLAN, OwedBy.SERVING_PARTY_MEMBER)));
        put(at.required("team plan", at.duty(DocumentKind.WORK_PLAN, OwedBy.LEADERSHIP_TEAM)));
        put(at.required("cadre plan", at.duty(DocumentKind.WORK_PLAN, OwedBy.LINKED_CADRE)));
        assertThat(figure("M28")).isEqualTo("0 of 4");
        assertThat(List.of(figure("M28a"), figure("M28b"), figure("M28c"), figure("M28d")))
                .containsOnly("0 of 0");
    }

    @Test
    void what_is_owed_is_its_cadre_s_and_is_called_by_its_title() {
        put(at.required("r", at.reflection()));
        put(at.handedIn("r", at.reflection(), "入户心得", null, "2012-02-01"));
        put(at.required("team", at.duty(DocumentKind.RECTIFICATION_TEAM, OwedBy.LEADERSHIP_TEAM)));
        assertThat(figure("M28", "cadre", at.cadre.toString())).isEqualTo("1 of 1");
        assertThat(inHand("cadre", at.cadre.toString())).isEqualTo(1);
        assertThat(server.register()
                        .find("Document", at.document("r").toString(), LocalDate.of(2012, 3, 1), server.head()))
                .hasValueSatisfying(item -> assertThat(item.label()).contains("入户心得"));
    }
}
