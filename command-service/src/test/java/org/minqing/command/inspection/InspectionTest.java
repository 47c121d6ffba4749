package org.minqing.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.inspection.InspectionCommand.CloseInspection;
import org.minqing.command.inspection.InspectionCommand.CorrectFinding;
import org.minqing.command.inspection.InspectionCommand.DrawSample;
import org.minqing.command.inspection.InspectionCommand.OpenInspection;
import org.minqing.command.inspection.InspectionCommand.RecordFinding;
import org.minqing.command.inspection.InspectionCommand.VoidInspection;
import org.minqing.command.platform.Caller;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Policy.Following;
import org.minqing.command.platform.Policy.Occasion;
import org.minqing.command.platform.ReadSide;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.SourceInput;
import org.minqing.command.platform.StepList.Step;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingCorrected;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.FindingVoided;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.rectification.Aspect;

class InspectionTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final UUID ID = new UUID(3, 1);
    private static final UUID MEMBER = new UUID(4, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final String WARRANT = "曲督〔2012〕3号";
    private static final InspectionOpened OPENED = new InspectionOpened(ID, PROGRAMME, "530328", WARRANT, 90, march(1));
    private static final InspectionClosed CLOSED = new InspectionClosed(ID, PROGRAMME, "530328", march(20));
    private static final List<UUID> FRAME =
            LongStream.range(0, 20).mapToObj(i -> new UUID(5, i)).toList();
    private static final SampleDrawn DRAWN = new SampleDrawn(
            ID,
            PROGRAMME,
            "530328",
            90,
            march(1),
            20,
            hash(FRAME.stream().map(id -> id + "\n").collect(Collectors.joining())),
            "20120301",
            3,
            again("20120301", 3),
            march(5));

    private static final FindingRecorded FOUND = found(new UUID(7, 7));
    private static final FindingCorrected MISREAD =
            corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.CONDUCT, march(31)));

    private final List<String> asked = new ArrayList<>();

    private static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }

    /** The page's recipe, in a few lines of its own. */
    private static List<UUID> again(String seed, int size) {
        TreeMap<String, UUID> byHash = new TreeMap<>();
        FRAME.forEach(id -> byHash.put(hash(seed + ":" + id), id));
        return byHash.values().stream().limit(size).toList();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%064x".formatted(new BigInteger(1, digest));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Sealed text(String clear) {
        return TestSealed.sealed("inspection:" + ID, clear);
    }

    private CommandFixture fixture() {
        return new CommandFixture(Inspection.class)
                .division("530328", "沾益县")
                .readSide(new Answering(FRAME, FRAME))
                .known("Organisation", BUREAU, new OrganisationRegistered(BUREAU, "530328", "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(PROGRAMME, BUREAU, "5303", "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }

    private CommandFixture given(InspectionEvent... events) {
        return fixture().given(events);
    }

    /** At position 100 of the log, what is said the first time and what is said then. */
    private final class Answering implements ReadSide {
        private final List<UUID> first;
        private final List<UUID> then;

        Answering(List<UUID> first, List<UUID> then) {
            this.first = first;
            this.then = then;
        }

        @Override
        public long head() {
            return 100;
        }

        @Override
        public Answer ask(String path, Map<String, String> parameters, long position) {
            asked.add(path + new TreeMap<>(parameters) + "@" + position);
            String ids = (asked.size() == 1 ? first : then)
                    .stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
            return new Answer(("{\"householdIds\":[" + ids + "]}").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static OpenInspection open(String division, @Nullable Long cutOff) {
        return new OpenInspection(ID, WARRANT, division, PROGRAMME, cutOff, march(1));
    }

    private static DrawSample draw(int size, String seed) {
        return new DrawSample(ID, size, seed, march(5));
    }

    private static RecordFinding find(UUID about, LocalDate dueOn, LocalDate day) {
        return new RecordFinding(
                ID, new SourceInput("Organisation", about), text("台账不实"), Aspect.WORK, BUREAU, null, dueOn, day);
    }

    private static RecordFinding findOf(UUID member, LocalDate day) {
        return new RecordFinding(
                ID, new SourceInput("Organisation", BUREAU), text("台账不实"), Aspect.WORK, BUREAU, member, march(30), day);
    }

    private static FindingRecorded found(UUID findingId) {
        return found(findingId, null);
    }

    private static FindingRecorded found(UUID findingId, @Nullable UUID memberId) {
        return new FindingRecorded(
                ID,
                PROGRAMME,
                "530328",
                findingId,
                Ids.rectification(findingId),
                new Source("Organisation", BUREAU.toString()),
                Aspect.WORK,
                BUREAU,
                memberId,
                text("台账不实"),
                march(30),
                march(6));
    }

    private static InspectionEvent voided(int ordinal, InspectionEvent event) {
        return new Never(text("误录"), null).of(new Step<>(CommandFixture.givenId(ordinal), event));
    }

    private static VoidInspection never(@Nullable UUID step, @Nullable LocalDate day) {
        return new VoidInspection(ID, step, text("误录"), null, day);
    }

    @Test
    void an_inspector_opens_one_by_a_warrant_at_a_position() {
        fixture()
                .caller(new Caller(CommandFixture.CLIENT, "x", Set.of("inspector"), "inspector", "5303", null, null))
                .when(open("530328", 90L))
                .events(OPENED);
    }

    @Test
    void the_cut_off_is_the_end_of_the_log_where_none_is_given() {
        assertThat(fixture()
                        .when(open("530328", null))
                        .only(InspectionOpened.class)
                        .cutOff())
                .isEqualTo(100);
    }

    @Test
    void refuses_a_position_ahead_another_s_place_no_warrant_and_the_same_id_twice() {
        fixture().when(open("530328", 101L)).refusedField("/cutOff", "beyond-the-log");
        fixture()
                .caller(new Caller(CommandFixture.CLIENT, "x", Set.of("inspector"), "inspector", "5304", null, null))
                .when(open("530328", 90L))
                .refused("out-of-scope");
        fixture()
                .when(new OpenInspection(ID, " ", "530328", null, 90L, march(1)))
                .refusedField("/warrant");
        given(OPENED).when(open("530328", 90L)).refused("already-exists");
    }

    @Test
    void draws_a_sample_anybody_can_draw_again_from_the_frame_at_the_cut_off() {
        given(OPENED).when(draw(3, "20120301")).events(DRAWN);
    }

    @Test
    void asks_twice_at_the_cut_off_before_it_draws() {
        given(OPENED).when(draw(3, "20120301"));
        String question = "/v1/samples/frame{asOf=2012-03-01, division=530328, programme=" + PROGRAMME + "}@90";
        assertThat(asked).containsExactly(question, question);
    }

    @Test
    void draws_nothing_from_a_frame_that_is_another_the_second_time() {
        for (List<UUID> other : List.of(FRAME.subList(1, 20), FRAME.reversed())) {
            asked.clear();
            Outcome outcome =
                    given(OPENED).readSide(new Answering(FRAME, other)).when(draw(3, "20120301"));
            outcome.refused("frame-unsteady");
            assertThat(outcome.refusal())
                    .isNotNull()
                    .extracting(Refusal::status)
                    .isEqualTo(503);
        }
    }

    @Test
    void draws_nothing_while_the_read_side_is_away() {
        new CommandFixture(Inspection.class)
                .division("530328", "沾益县")
                .given(OPENED)
                .when(draw(3, "20120301"))
                .refused("read-side-away");
    }

    @Test
    void another_seed_draws_others() {
        List<UUID> drawn =
                given(OPENED).when(draw(3, "20120302")).only(SampleDrawn.class).householdIds();
        assertThat(drawn).isEqualTo(again("20120302", 3)).isNotEqualTo(DRAWN.householdIds());
    }

    @Test
    void the_same_sample_again_is_nothing_and_another_is_refused() {
        given(OPENED, DRAWN).when(draw(3, "20120301")).nothing();
        given(OPENED, DRAWN, CLOSED).when(draw(3, "20120301")).nothing();
        assertThat(asked).isEmpty();
        given(OPENED, DRAWN).when(draw(4, "20120301")).refused("sample-already-drawn");
        given(OPENED, DRAWN).when(draw(3, "20120302")).refused("sample-already-drawn");
        given(OPENED, DRAWN, voided(1, DRAWN)).when(draw(3, "20120301")).events(DRAWN);
    }

    @Test
    void draws_the_whole_frame_but_no_more_and_never_before_it_was_opened_or_after_it_ended() {
        assertThat(given(OPENED).when(draw(20, "1")).only(SampleDrawn.class).householdIds())
                .containsExactlyInAnyOrderElementsOf(FRAME);
        given(OPENED).when(draw(21, "1")).refusedField("/size", "more-than-there-are");
        given(OPENED).when(draw(3, "a b")).refusedField("/seed");
        given(OPENED).when(new DrawSample(ID, 3, "1", march(1).minusDays(1))).refused("out-of-order");
        given(OPENED, CLOSED).when(draw(3, "1")).refused("inspection-closed");
        given(OPENED, voided(0, OPENED)).when(draw(3, "1")).refused("inspection-voided");
    }

    @Test
    void a_finding_says_which_rectification_follows_from_it() {
        CommandFixture fixture = given(OPENED);
        fixture.when(find(BUREAU, march(30), march(6))).events(found(fixture.eventId(0)));
    }

    @Test
    void a_finding_may_be_owed_by_a_member_in_service() {
        CommandFixture fixture = given(OPENED).known("Cadre", MEMBER, serving(march(6)));
        fixture.when(findOf(MEMBER, march(6))).events(found(fixture.eventId(0), MEMBER));
    }

    @Test
    void refuses_a_finding_owed_by_a_member_nobody_knows_or_not_yet_in_service() {
        given(OPENED).when(findOf(MEMBER, march(6))).refused("cadre-not-found");
        given(OPENED)
                .known("Cadre", MEMBER, serving(march(7)))
                .when(findOf(MEMBER, march(6)))
                .refused("cadre-not-in-service");
    }

    private static CadreRegistered serving(LocalDate from) {
        return new CadreRegistered(
                MEMBER,
                BUREAU,
                "530328",
                null,
                TestSealed.sealed("person:" + MEMBER, "示例"),
                "1",
                "141",
                null,
                null,
                null,
                from);
    }

    @Test
    void a_finding_of_an_inspection_of_every_programme_takes_the_one_in_force() {
        InspectionOpened every = new InspectionOpened(ID, null, "530328", WARRANT, 90, march(1));
        assertThat(given(every)
                        .when(find(BUREAU, march(30), march(6)))
                        .only(FindingRecorded.class)
                        .programmeId())
                .isEqualTo(PROGRAMME);
    }

    @Test
    void refuses_a_finding_about_nothing_due_before_it_or_out_of_its_time() {
        given(OPENED).when(find(new UUID(9, 9), march(30), march(6))).refused("organisation-not-found");
        given(OPENED).when(find(BUREAU, march(5), march(6))).refusedField("/dueOn", "due-before-it-was-found");
        given(OPENED).when(find(BUREAU, march(30), march(1).minusDays(1))).refused("out-of-order");
        given(OPENED, CLOSED).when(find(BUREAU, march(30), march(6))).refused("inspection-closed");
        given(OPENED, voided(0, OPENED)).when(find(BUREAU, march(30), march(6))).refused("inspection-voided");
    }

    private static CorrectFinding correct(@Nullable Sealed text, @Nullable Aspect aspect, @Nullable LocalDate dueOn) {
        return new CorrectFinding(ID, FOUND.findingId(), text, aspect, dueOn, text("误录"), "MISREAD", null);
    }

    private static FindingRecorded otherwise(FindingRecorded f, Sealed text, Aspect aspect, LocalDate dueOn) {
        return new FindingRecorded(
                f.inspectionId(),
                f.programmeId(),
                f.divisionId(),
                f.findingId(),
                f.rectificationId(),
                f.about(),
                aspect,
                f.ownerOrganisationId(),
                f.ownerCadreId(),
                text,
                dueOn,
                f.occurredOn());
    }

    private static FindingCorrected corrected(FindingRecorded before, FindingRecorded after) {
        return new FindingCorrected(
                ID,
                PROGRAMME,
                "530328",
                CommandFixture.givenId(1),
                before,
                after,
                text("误录"),
                "MISREAD",
                before.occurredOn());
    }

    @Test
    void what_was_found_is_corrected_in_what_is_said_and_stays_as_it_is_in_the_rest() {
        given(OPENED, FOUND)
                .when(correct(text("台账缺页"), null, null))
                .events(corrected(FOUND, otherwise(FOUND, text("台账缺页"), Aspect.WORK, march(30))));
        given(OPENED, FOUND)
                .when(correct(null, Aspect.CONDUCT, null))
                .events(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.CONDUCT, march(30))));
        given(OPENED, FOUND, CLOSED)
                .when(new CorrectFinding(ID, FOUND.findingId(), null, null, march(31), text("误录"), "MISREAD", march(6)))
                .events(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31))));
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        given(OPENED, FOUND).when(correct(FOUND.text(), Aspect.WORK, march(30))).nothing();
        given(OPENED, FOUND).when(correct(null, null, null)).nothing();
        given(OPENED, FOUND, MISREAD)
                .when(correct(null, Aspect.CONDUCT, march(31)))
                .nothing();
    }

    @Test
    void corrections_stack_and_what_is_in_force_is_voided() {
        given(OPENED, FOUND, MISREAD)
                .when(correct(null, Aspect.WORK, null))
                .events(corrected(MISREAD.after(), otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31))));
        given(OPENED, FOUND, MISREAD)
                .when(never(CommandFixture.givenId(1), null))
                .events(voided(1, MISREAD.after()));
    }

    @Test
    void refuses_to_correct_what_was_never_found_due_before_it_on_another_day_or_without_saying_why() {
        CorrectFinding conduct = correct(null, Aspect.CONDUCT, null);
        given(OPENED).when(conduct).refused("finding-not-found");
        given(OPENED, FOUND, voided(1, FOUND)).when(conduct).refused("finding-not-found");
        given(OPENED, voided(0, OPENED)).when(conduct).refused("inspection-voided");
        given(OPENED, FOUND).when(correct(null, null, march(5))).refusedField("/dueOn");
        given(OPENED, FOUND)
                .when(new CorrectFinding(ID, FOUND.findingId(), null, Aspect.CONDUCT, null, text("误录"), null, march(7)))
                .refusedField("/occurredOn");
        given(OPENED, FOUND)
                .when(new CorrectFinding(ID, FOUND.findingId(), null, Aspect.CONDUCT, null, null, null, null))
                .refusedField("/reason");
    }

    @Test
    void what_is_to_be_put_right_follows_the_finding_in_what_was_corrected_of_it() {
        assertThat((Object) follows(MISREAD))
                .isEqualTo(Map.of(
                        "rectificationId",
                        FOUND.rectificationId(),
                        "aspect",
                        "CONDUCT",
                        "dueOn",
                        march(31),
                        "reason",
                        "督查所发现的问题已更正",
                        "reasonCode",
                        "FINDING_CORRECTED"));
        assertThat(follows(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31))))
                        .keySet())
                .isEqualTo(Set.of("rectificationId", "dueOn", "reason", "reasonCode"));
        assertThat(follows(corrected(FOUND, otherwise(FOUND, text("台账缺页"), Aspect.WORK, march(30)))))
                .isEmpty();
        assertThat(follows(FOUND)).isEmpty();
    }

    private static Map<String, ?> follows(InspectionEvent event) {
        List<Following> following = new WhenFindingCorrectedThenCorrectRectification()
                .when(event, new Occasion(new UUID(8, 8), 91, "Inspection-" + ID));
        if (following.isEmpty()) {
            return Map.of();
        }
        assertThat(following).extracting(Following::command).containsExactly("CorrectRectification");
        return following.getFirst().fields();
    }

    @Test
    void is_closed_once_and_not_before_its_last_step() {
        given(OPENED).when(new CloseInspection(ID, march(20))).events(CLOSED);
        given(OPENED, CLOSED).when(new CloseInspection(ID, march(21))).nothing();
        given(OPENED, DRAWN).when(new CloseInspection(ID, march(4))).refused("out-of-order");
        given(OPENED, voided(0, OPENED))
                .when(new CloseInspection(ID, march(20)))
                .refused("inspection-voided");
    }

    @Test
    void a_step_is_voided_alone_and_an_inspection_with_all_its_steps() {
        FindingRecorded found = found(new UUID(7, 7));
        given(OPENED, DRAWN, found, CLOSED)
                .when(never(CommandFixture.givenId(1), null))
                .events(voided(1, DRAWN));
        given(OPENED, found, CLOSED)
                .when(never(CommandFixture.givenId(1), march(6)))
                .events(voided(1, found));
        given(OPENED, found, CLOSED)
                .when(never(null, march(1)))
                .events(voided(2, CLOSED), voided(1, found), voided(0, OPENED));
    }

    @Test
    void voids_nothing_twice_nothing_unknown_and_nothing_of_another_day() {
        given(OPENED, DRAWN, voided(1, DRAWN))
                .when(never(CommandFixture.givenId(1), null))
                .nothing();
        given(OPENED, voided(0, OPENED)).when(never(null, null)).nothing();
        given(OPENED).when(never(new UUID(9, 9), null)).refused("inspection-step-not-found");
        given(OPENED).when(never(null, march(2))).refusedField("/occurredOn", "not-the-day-of-the-fact");
    }

    @Test
    void what_a_member_owes_is_raised_against_that_member_in_the_finding_s_programme() {
        FindingRecorded found = found(new UUID(7, 7), MEMBER);
        assertThat(fieldsOf(found)).containsEntry("cadreId", MEMBER).containsEntry("programmeId", PROGRAMME);
        assertThat(fieldsOf(found(new UUID(7, 7))))
                .containsEntry("organisationId", BUREAU)
                .doesNotContainKey("cadreId");
    }

    private static Map<String, Object> fieldsOf(FindingRecorded found) {
        Following raise = new WhenFindingRecordedThenRaiseRectification()
                .when(found, new Occasion(new UUID(8, 8), 91, "Inspection-" + ID))
                .getFirst();
        return Map.copyOf(raise.fields());
    }

    @Test
    void what_is_found_is_to_be_put_right_and_what_was_never_found_is_not() {
        FindingRecorded found = found(new UUID(7, 7));
        Occasion occasion = new Occasion(new UUID(8, 8), 91, "Inspection-" + ID);
        Following raise = new WhenFindingRecordedThenRaiseRectification()
                .when(found, occasion)
                .getFirst();
        assertThat(raise.command()).isEqualTo("RaiseRectification");
        assertThat(raise.fields().get("rectificationId")).isEqualTo(Ids.rectification(new UUID(7, 7)));
        assertThat(raise.fields().get("text").toString())
                .contains(ID.toString(), new UUID(7, 7).toString())
                .doesNotContain("台账");
        assertThat(new WhenFindingRecordedThenRaiseRectification().when(OPENED, occasion))
                .isEmpty();
        FindingVoided never = (FindingVoided) voided(1, found);
        assertThat(new WhenFindingVoidedThenVoidRectification().when(never, occasion))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.command()).isEqualTo("VoidRectification");
                    assertThat(command.fields().get("rectificationId")).isEqualTo(found.rectificationId());
                });
        assertThat(new WhenFindingVoidedThenVoidRectification().when(found, occasion))
                .isEmpty();
    }
}
