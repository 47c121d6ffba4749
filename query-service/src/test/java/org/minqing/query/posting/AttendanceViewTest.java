package org.minqing.query.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.posting.AssessmentGrade;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.AttendanceRecorded;
import org.minqing.events.posting.PostingEvent.InstructorAssessed;
import org.minqing.events.posting.PostingEvent.InstructorRecalled;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.posting.Security;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.Village;

class AttendanceViewTest {
    private final Village village = new Village();
    private final UUID cadre = village.cadre("张示例");
    private final UUID posting = village.id("posting");
    private final Assignment of = new Assignment(posting, village.programme, village.office, village.id);
    private final PostingBegun begun = new PostingBegun(
            of,
            PostingKind.INSTRUCTOR,
            cadre,
            List.of(InstructorRole.INSTRUCTOR),
            new Security(Money.yuan(new BigDecimal("500")), true),
            null,
            "T1",
            day("01-10"));

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    private Appended put(PostingEvent event) {
        return village.put("Posting-" + event.of().postingId(), event);
    }

    private Sealed sealed(String text) {
        return village.sealed("posting:" + posting, text);
    }

    private AttendanceRecorded attended(String month, int days, String day) {
        return new AttendanceRecorded(of, cadre, month, days, sealed("李示例"), day(day));
    }

    private String state(String asOf, long knownAt, String... fields) {
        return village.state("Posting", posting, asOf, knownAt, fields);
    }

    @Test
    void attendance_stands_by_month_in_whatever_order_it_was_entered() {
        put(begun);
        put(attended("2012-02", 20, "03-01"));
        AttendanceRecorded january = attended("2012-01", 15, "02-01");
        var at = put(january);
        String[] fields = {"attendance", "attendance.0.month", "attendance.0.days", "security.allowance.amount"};
        assertThat(state("2012-03-01", at.position() - 1, fields)).isEqualTo("1 2012-02 20 500.00");
        assertThat(state("2012-03-01", at.position(), fields)).isEqualTo("2 2012-01 15 500.00");
        assertThat(state("2012-02-01", at.position(), fields)).isEqualTo("1 2012-01 15 500.00");
        long voided = village.voids(at, january).position();
        assertThat(state("2012-03-01", voided, fields)).isEqualTo("1 2012-02 20 500.00");
        assertThat(village.timeline("postings", posting)).contains("2012-02 在岗20天", "撤销：2012-01 在岗15天");
    }

    @Test
    void attendance_of_a_later_day_is_kept_when_an_earlier_one_is_entered_late() {
        put(begun);
        put(attended("2012-01", 15, "03-02"));
        long head = put(attended("2012-02", 20, "03-01")).position();
        assertThat(state("2012-03-02", head, "attendance.0.month", "attendance.1.month"))
                .isEqualTo("2012-01 2012-02");
    }

    @Test
    void an_assessment_stands_from_its_day_until_it_is_voided() {
        put(begun);
        put(attended("2012-01", 15, "02-01"));
        InstructorAssessed assessed = new InstructorAssessed(of, cadre, AssessmentGrade.EXCELLENT, day("02-20"));
        var at = put(assessed);
        assertThat(state("2012-02-19", at.position(), "assessments")).isEqualTo("0");
        assertThat(state("2012-02-20", at.position(), "assessments.0.grade")).isEqualTo("EXCELLENT");
        long voided = village.voids(at, assessed).position();
        assertThat(state("2012-02-20", voided, "assessments")).isEqualTo("0");
        assertThat(village.timeline("postings", posting)).contains("考核等次：优秀", "撤销：考核等次：优秀");
    }

    @Test
    void a_recalled_instructor_no_longer_counts_until_the_recall_is_voided() {
        put(begun);
        InstructorRecalled recalled =
                new InstructorRecalled(of, PostingKind.INSTRUCTOR, cadre, "T1", sealed("不在岗"), day("02-20"));
        var at = put(recalled);
        assertThat(village.figure("M14", "2012-02-19", at.position(), "task", "T1"))
                .isEqualTo("1");
        assertThat(village.figure("M14", "2012-02-20", at.position(), "task", "T1"))
                .isEqualTo("0");
        assertThat(village.figure("M15", "2012-02-20", at.position())).isEqualTo("0");
        assertThat(state("2012-02-20", at.position(), "to", "status")).isEqualTo("2012-02-20 RECALLED");
        long voided = village.voids(at, recalled).position();
        assertThat(village.figure("M14", "2012-02-20", voided, "task", "T1")).isEqualTo("1");
        assertThat(state("2012-02-20", voided, "to", "status")).isEqualTo(" POSTED");
        assertThat(village.timeline("postings", posting)).contains("召回指导员", "撤销：召回指导员");
    }

    @Test
    void corrected_attendance_stands_as_last_corrected_until_it_is_voided() {
        put(begun);
        AttendanceRecorded january = attended("2012-01", 15, "02-01");
        var at = put(january);
        put(attended("2012-02", 20, "03-01"));
        AttendanceRecorded once = attended("2012-01", 16, "02-01");
        AttendanceRecorded twice = new AttendanceRecorded(of, cadre, "2012-01", 17, sealed("王示例"), day("02-01"));
        long first = village.corrects(at, january, once).position();
        long second = village.corrects(at, once, twice).position();
        String[] fields = {"attendance", "attendance.0.month", "attendance.0.days", "attendance.0.signedBy.ct"};
        assertThat(state("2012-03-01", first - 1, fields))
                .isEqualTo("2 2012-01 15 " + january.signedBy().ct());
        assertThat(state("2012-03-01", first, fields))
                .isEqualTo("2 2012-01 16 " + once.signedBy().ct());
        assertThat(state("2012-03-01", second, fields))
                .isEqualTo("2 2012-01 17 " + twice.signedBy().ct());
        assertThat(state("2012-02-01", second, "attendance", "attendance.0.days"))
                .isEqualTo("1 17");
        long voided = village.voids(at, twice).position();
        assertThat(state("2012-03-01", voided, "attendance", "attendance.0.month"))
                .isEqualTo("1 2012-02");
        assertThat(village.timeline("postings", posting))
                .contains("更正：2012-01 在岗15天；更正为：2012-01 在岗16天", "更正：2012-01 在岗16天；更正为：2012-01 在岗17天");
    }

    @Test
    void a_corrected_assessment_stands_as_last_corrected_from_its_own_day() {
        put(begun);
        put(attended("2012-01", 15, "02-01"));
        InstructorAssessed assessed = assessed(AssessmentGrade.EXCELLENT);
        var at = put(assessed);
        long once =
                village.corrects(at, assessed, assessed(AssessmentGrade.BASIC)).position();
        long twice = village.corrects(at, assessed(AssessmentGrade.BASIC), assessed(AssessmentGrade.COMPETENT))
                .position();
        String[] fields = {"assessments", "assessments.0.grade", "assessments.0.on"};
        assertThat(state("2012-02-20", once - 1, fields)).isEqualTo("1 EXCELLENT 2012-02-20");
        assertThat(state("2012-02-20", once, fields)).isEqualTo("1 BASIC 2012-02-20");
        assertThat(state("2012-02-20", twice, fields)).isEqualTo("1 COMPETENT 2012-02-20");
        assertThat(state("2012-02-19", twice, "assessments")).isEqualTo("0");
        assertThat(village.timeline("postings", posting))
                .contains("更正：考核等次：优秀；更正为：考核等次：基本称职", "更正：考核等次：基本称职；更正为：考核等次：称职");
    }

    private InstructorAssessed assessed(AssessmentGrade grade) {
        return new InstructorAssessed(of, cadre, grade, day("02-20"));
    }

    @Test
    void a_corrected_posting_has_other_roles_and_security_and_counts_as_before() {
        var at = put(begun);
        put(attended("2012-01", 15, "02-01"));
        PostingBegun once = with(List.of(InstructorRole.PUBLICIST, InstructorRole.LIAISON_OFFICER), "500");
        PostingBegun twice = with(List.of(InstructorRole.PUBLICIST), "600");
        long first = village.corrects(at, begun, once).position();
        long second = village.corrects(at, once, twice).position();
        String[] fields = {"roles", "roles.0", "security.allowance.amount", "attendance.0.days", "from"};
        assertThat(state("2012-03-01", first - 1, fields)).isEqualTo("1 INSTRUCTOR 500.00 15 2012-01-10");
        assertThat(state("2012-03-01", first, fields)).isEqualTo("2 PUBLICIST 500.00 15 2012-01-10");
        assertThat(state("2012-03-01", second, fields)).isEqualTo("1 PUBLICIST 600.00 15 2012-01-10");
        assertThat(state("2012-01-09", second, fields)).isEqualTo("-");
        assertThat(village.figure("M14", "2012-03-01", second, "task", "T1")).isEqualTo("1");
        assertThat(village.figure("M15", "2012-03-01", second)).isEqualTo("1");
        assertThat(village.timeline("postings", posting)).contains("更正：开始驻村：指导员；更正为：开始驻村：指导员");
        long never = village.voids(at, twice).position();
        assertThat(state("2012-03-01", never)).isEqualTo("VOIDED");
        assertThat(village.figure("M14", "2012-03-01", never, "task", "T1")).isEqualTo("0");
        assertThat(village.figure("M15", "2012-03-01", never)).isEqualTo("0");
    }

    private PostingBegun with(List<InstructorRole> roles, String allowance) {
        return new PostingBegun(
                of,
                PostingKind.INSTRUCTOR,
                cadre,
                roles,
                new Security(Money.yuan(new BigDecimal(allowance)), true),
                null,
                "T1",
                day("01-10"));
    }

    @Test
    void a_voided_correction_puts_days_and_figures_back() {
        var at = put(begun);
        PostingBegun elsewhere = new PostingBegun(
                new Assignment(posting, village.programme, village.office, village.other),
                PostingKind.INSTRUCTOR,
                cadre,
                begun.roles(),
                begun.security(),
                null,
                "T1",
                day("01-10"));
        Corrected<PostingEvent> moved = new Corrected<>(at.eventId(), begun, elsewhere, village.reason(), null);
        var correction = village.put(at.stream(), moved);
        long back = village.voids(correction, moved).position();
        assertThat(village.figureIn(village.other, "M14", "2012-03-01", back - 1))
                .isEqualTo("1");
        assertThat(village.figureIn(village.other, "M14", "2012-03-01", back)).isEqualTo("0");
        assertThat(village.figureIn(village.id, "M14", "2012-03-01", back - 1)).isEqualTo("0");
        assertThat(village.figureIn(village.id, "M14", "2012-03-01", back)).isEqualTo("1");
        assertThat(state("2012-03-01", back, "villageId", "status")).isEqualTo(village.id + " POSTED");
        AttendanceRecorded january = attended("2012-01", 15, "02-01");
        var recorded = put(january);
        Corrected<PostingEvent> fewer =
                new Corrected<>(recorded.eventId(), january, attended("2012-01", 14, "02-01"), village.reason(), null);
        var fewerAt = village.put(at.stream(), fewer);
        long again = village.voids(fewerAt, fewer).position();
        assertThat(state("2012-03-01", again - 1, "attendance.0.days")).isEqualTo("14");
        assertThat(state("2012-03-01", again, "attendance.0.days")).isEqualTo("15");
        assertThat(village.timeline("postings", posting)).contains("撤销：更正：2012-01 在岗15天；更正为：2012-01 在岗14天");
    }
}
