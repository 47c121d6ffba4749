package org.minqing.query.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import tools.jackson.databind.JsonNode;

class AttendanceTasksTest {
    private final Village village = new Village();
    private final UUID cadre = village.cadre("张示例");
    private final UUID posting = village.id("posting");
    private final Assignment of = new Assignment(posting, village.programme, village.office, village.id);

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    private Appended put(PostingEvent event) {
        return village.put("Posting-" + event.of().postingId(), event);
    }

    private PostingBegun begun(PostingKind kind) {
        return new PostingBegun(of, kind, cadre, List.of(), null, null, null, day("01-10"));
    }

    private PostingEnded ended(String day) {
        return new PostingEnded(of, PostingKind.INSTRUCTOR, cadre, null, day(day));
    }

    private AttendanceRecorded attended(String month, String signed) {
        return new AttendanceRecorded(of, cadre, month, 20, village.sealed("posting:" + posting, "李示例"), day(signed));
    }

    private List<String> missing(String asOf, long knownAt, String... more) {
        List<String> parameters = new ArrayList<>(List.of("village", village.id));
        parameters.addAll(List.of(more));
        List<String> missing = new ArrayList<>();
        items(asOf, knownAt, parameters.toArray(String[]::new))
                .forEach(task -> missing.add(task.path("month").asString() + " by "
                        + task.path("dueOn").asString() + (task.path("overdue").asBoolean() ? " !" : "")));
        return missing;
    }

    private JsonNode items(String asOf, long knownAt, String... parameters) {
        return village.ask("/v1/tasks", asOf, knownAt, parameters).json().path("items");
    }

    private String overdue(String asOf) {
        return village.ask("/v1/postings/" + posting, asOf, village.head())
                .json()
                .path("overdue")
                .asString();
    }

    @Test
    void each_month_that_is_over_is_to_be_recorded_by_the_end_of_the_next() {
        put(begun(PostingKind.INSTRUCTOR));
        long head = village.head();
        assertThat(missing("2012-01-31", head)).isEmpty();
        assertThat(missing("2012-02-01", head)).containsExactly("2012-01 by 2012-02-29");
        assertThat(missing("2012-03-01", head)).containsExactly("2012-01 by 2012-02-29 !", "2012-02 by 2012-03-31");
        assertThat(missing("2012-03-01", head, "overdue", "true")).containsExactly("2012-01 by 2012-02-29 !");
        assertThat(missing("2012-03-01", head, "cadre", cadre.toString())).hasSize(2);
        assertThat(missing("2012-03-01", head, "cadre", village.id("nobody").toString()))
                .isEmpty();
        assertThat(overdue("2012-02-29")).isEqualTo("false");
        assertThat(overdue("2012-03-01")).isEqualTo("true");
    }

    @Test
    void the_task_names_the_month_and_where_it_is() {
        put(begun(PostingKind.INSTRUCTOR));
        JsonNode task =
                items("2012-02-01", village.head(), "village", village.id).get(0);
        assertThat(task.path("task").asString()).isEqualTo("record-attendance");
        assertThat(task.path("title").asString()).isEqualTo("Record the attendance for 2012-01: instructor (水田村)");
        assertThat(village.side
                        .get(
                                QueryServer.office(village.county),
                                "/v1/tasks?asOf=2012-02-01&village=" + village.id + "&after=" + village.head(),
                                "zh")
                        .json()
                        .at("/items/0/title")
                        .asString())
                .isEqualTo("登记2012-01的在岗天数：指导员（水田村）");
        assertThat(task.at("/subject/type").asString()).isEqualTo("Posting");
        assertThat(task.at("/subject/id").asString()).isEqualTo(posting.toString());
        assertThat(task.path("cadreId").asString()).isEqualTo(cadre.toString());
    }

    @Test
    void what_is_recorded_is_no_task_from_the_day_it_was_signed_and_once_it_is_known() {
        put(begun(PostingKind.INSTRUCTOR));
        long before = put(attended("2012-02", "03-01")).position();
        AttendanceRecorded january = attended("2012-01", "02-03");
        Appended at = put(january);
        assertThat(missing("2012-03-01", before)).containsExactly("2012-01 by 2012-02-29 !");
        assertThat(missing("2012-03-01", at.position())).isEmpty();
        assertThat(missing("2012-02-02", at.position())).containsExactly("2012-01 by 2012-02-29");
        long voided = village.voids(at, january).position();
        assertThat(missing("2012-03-01", voided)).containsExactly("2012-01 by 2012-02-29 !");
        assertThat(missing("2012-03-01", at.position())).isEmpty();
    }

    @Test
    void months_after_the_end_are_not_asked_for_but_those_before_it_are() {
        PostingBegun begun = begun(PostingKind.INSTRUCTOR);
        Appended at = put(begun);
        PostingEnded end = ended("02-01");
        Appended over = put(end);
        assertThat(missing("2012-04-01", over.position())).containsExactly("2012-01 by 2012-02-29 !");
        long goesOn = village.voids(over, end).position();
        assertThat(missing("2012-04-01", goesOn))
                .containsExactly("2012-01 by 2012-02-29 !", "2012-02 by 2012-03-31 !", "2012-03 by 2012-04-30");
        long inside = put(ended("02-02")).position();
        assertThat(missing("2012-04-01", inside)).containsExactly("2012-01 by 2012-02-29 !", "2012-02 by 2012-03-31 !");
        long never = village.voids(at, begun).position();
        assertThat(missing("2012-04-01", never)).isEmpty();
    }

    @Test
    void a_month_of_more_than_a_year_ago_is_no_task_any_more() {
        put(begun(PostingKind.INSTRUCTOR));
        long head = village.head();
        assertThat(missing("2013-01-31", head)).hasSize(12).startsWith("2012-01 by 2012-02-29 !");
        assertThat(missing("2013-02-01", head)).hasSize(12).startsWith("2012-02 by 2012-03-31 !");
    }

    @Test
    void nobody_asks_for_the_attendance_of_a_standing_secretary() {
        put(begun(PostingKind.STANDING_SECRETARY));
        assertThat(missing("2012-04-01", village.head())).isEmpty();
    }

    @Test
    void nobody_asks_for_the_attendance_of_a_correspondent() {
        put(begun(PostingKind.CORRESPONDENT));
        assertThat(missing("2012-04-01", village.head())).isEmpty();
    }
}
