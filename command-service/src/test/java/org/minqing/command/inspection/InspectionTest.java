package org.minqing.command.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.inspection.InspectionCommand.CloseInspection;
import org.minqing.command.inspection.InspectionCommand.DrawSample;
import org.minqing.command.inspection.InspectionCommand.OpenInspection;
import org.minqing.command.inspection.InspectionCommand.RecordFinding;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.policy.Policy.Following;
import org.minqing.command.platform.policy.Policy.Occasion;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.inspection.InspectionEvent;
import org.minqing.events.inspection.InspectionEvent.FindingRecorded;
import org.minqing.events.inspection.InspectionEvent.InspectionClosed;
import org.minqing.events.inspection.InspectionEvent.InspectionOpened;
import org.minqing.events.inspection.InspectionEvent.SampleDrawn;
import org.minqing.events.inspection.InspectionEvent.Scope;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.rectification.Aspect;

class InspectionTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final UUID ID = new UUID(3, 1);
    private static final UUID MEMBER = new UUID(4, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final String WARRANT = "曲督〔2012〕3号";
    private static final Scope OF = new Scope(ID, PROGRAMME, "530328");
    private static final InspectionOpened OPENED = new InspectionOpened(OF, WARRANT, 90, march(1));
    private static final InspectionClosed CLOSED = new InspectionClosed(OF, march(20));
    private static final List<UUID> FRAME =
            LongStream.range(0, 20).mapToObj(i -> new UUID(5, i)).toList();
    private static final SampleDrawn DRAWN = new SampleDrawn(
            OF,
            90,
            march(1),
            20,
            hash(FRAME.stream().map(id -> id + "\n").collect(Collectors.joining())),
            "20120301",
            3,
            again("20120301", 3),
            march(5));

    private static final FindingRecorded FOUND = found(CommandFixture.givenId(1));
    private static final Corrected<InspectionEvent> MISREAD =
            corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.CONDUCT, march(31)));

    private static final Occasion OCCASION =
            new Occasion(new UUID(8, 8), 91, "Inspection-" + ID, LocalDate.of(2012, 6, 1), new InMemoryReferences());

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
                .known(
                        "Organisation",
                        BUREAU,
                        new OrganisationRegistered(new Seat(BUREAU, "530328"), "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, BUREAU, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }

    private CommandFixture given(DomainEvent... events) {
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
        return new OpenInspection(ID, WARRANT, division, PROGRAMME, cutOff);
    }

    private static DrawSample draw(int size, String seed) {
        return new DrawSample(ID, size, seed);
    }

    private static RecordFinding find(UUID about, LocalDate dueOn) {
        return new RecordFinding(
                ID, new SourceInput("Organisation", about), text("台账不实"), Aspect.WORK, BUREAU, null, dueOn);
    }

    private static RecordFinding findOf(UUID member) {
        return new RecordFinding(
                ID, new SourceInput("Organisation", BUREAU), text("台账不实"), Aspect.WORK, BUREAU, member, march(30));
    }

    private static FindingRecorded found(UUID findingId) {
        return found(findingId, null);
    }

    private static FindingRecorded found(UUID findingId, @Nullable UUID memberId) {
        return new FindingRecorded(
                OF,
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

    private static Voided<InspectionEvent> voided(int ordinal, InspectionEvent event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    @Test
    void an_inspector_opens_one_by_a_warrant_at_a_position() {
        fixture()
                .caller(new Caller(
                        CommandFixture.CLIENT, "x", Set.of("inspector"), "inspector", Reach.SCOPE, "5303", null, null))
                .on(march(1))
                .when(open("530328", 90L))
                .events(OPENED);
    }

    @Test
    void the_cut_off_is_the_end_of_the_log_where_none_is_given() {
        assertThat(fixture()
                        .on(march(1))
                        .when(open("530328", null))
                        .only(InspectionOpened.class)
                        .cutOff())
                .isEqualTo(100);
    }

    @Test
    void refuses_a_position_ahead_another_s_place_no_warrant_and_the_same_id_twice() {
        fixture().on(march(1)).when(open("530328", 101L)).refusedField("/cutOff", "beyond-the-log");
        fixture()
                .caller(new Caller(
                        CommandFixture.CLIENT, "x", Set.of("inspector"), "inspector", Reach.SCOPE, "5304", null, null))
                .on(march(1))
                .when(open("530328", 90L))
                .refused("out-of-scope");
        fixture()
                .on(march(1))
                .when(new OpenInspection(ID, " ", "530328", null, 90L))
                .refusedField("/warrant");
        given(OPENED).on(march(1)).when(open("530328", 90L)).refused("already-exists");
    }

    @Test
    void draws_a_sample_anybody_can_draw_again_from_the_frame_at_the_cut_off() {
        given(OPENED).on(march(5)).when(draw(3, "20120301")).events(DRAWN);
    }

    @Test
    void asks_twice_at_the_cut_off_before_it_draws() {
        given(OPENED).on(march(5)).when(draw(3, "20120301"));
        String question = "/v1/samples/frame{asOf=2012-03-01, division=530328, programme=" + PROGRAMME + "}@90";
        assertThat(asked).containsExactly(question, question);
    }

    @Test
    void draws_nothing_from_a_frame_that_is_another_the_second_time() {
        for (List<UUID> other : List.of(FRAME.subList(1, 20), FRAME.reversed())) {
            asked.clear();
            Outcome outcome = given(OPENED)
                    .readSide(new Answering(FRAME, other))
                    .on(march(5))
                    .when(draw(3, "20120301"));
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
                .on(march(5))
                .when(draw(3, "20120301"))
                .refused("read-side-away");
    }

    @Test
    void another_seed_draws_others() {
        List<UUID> drawn = given(OPENED)
                .on(march(5))
                .when(draw(3, "20120302"))
                .only(SampleDrawn.class)
                .householdIds();
        assertThat(drawn).isEqualTo(again("20120302", 3)).isNotEqualTo(DRAWN.householdIds());
    }

    @Test
    void the_same_sample_again_is_nothing_and_another_is_refused() {
        given(OPENED, DRAWN).on(march(5)).when(draw(3, "20120301")).nothing();
        given(OPENED, DRAWN, CLOSED).on(march(5)).when(draw(3, "20120301")).nothing();
        assertThat(asked).isEmpty();
        given(OPENED, DRAWN).on(march(5)).when(draw(4, "20120301")).refused("sample-already-drawn");
        given(OPENED, DRAWN).on(march(5)).when(draw(3, "20120302")).refused("sample-already-drawn");
        given(OPENED, DRAWN, voided(1, DRAWN))
                .on(march(5))
                .when(draw(3, "20120301"))
                .events(DRAWN);
    }

    @Test
    void draws_the_whole_frame_but_no_more_and_never_before_it_was_opened_or_after_it_ended() {
        assertThat(given(OPENED)
                        .on(march(5))
                        .when(draw(20, "1"))
                        .only(SampleDrawn.class)
                        .householdIds())
                .containsExactlyInAnyOrderElementsOf(FRAME);
        given(OPENED).on(march(5)).when(draw(21, "1")).refusedField("/size", "more-than-there-are");
        given(OPENED).on(march(5)).when(draw(3, "a b")).refusedField("/seed");
        given(OPENED).on(march(1).minusDays(1)).when(draw(3, "1")).refused("out-of-order");
        given(OPENED, CLOSED).on(march(5)).when(draw(3, "1")).refused("inspection-closed");
        given(OPENED, voided(0, OPENED)).on(march(5)).when(draw(3, "1")).refused("inspection-voided");
    }

    @Test
    void a_finding_says_which_rectification_follows_from_it() {
        CommandFixture fixture = given(OPENED);
        fixture.on(march(6)).when(find(BUREAU, march(30))).events(found(fixture.eventId(0)));
    }

    @Test
    void a_finding_may_be_owed_by_a_member_in_service() {
        CommandFixture fixture = given(OPENED).known("Cadre", MEMBER, serving(march(6)));
        fixture.on(march(6)).when(findOf(MEMBER)).events(found(fixture.eventId(0), MEMBER));
    }

    @Test
    void refuses_a_finding_owed_by_a_member_nobody_knows_or_not_yet_in_service() {
        given(OPENED).on(march(6)).when(findOf(MEMBER)).refused("cadre-not-found");
        given(OPENED)
                .known("Cadre", MEMBER, serving(march(7)))
                .on(march(6))
                .when(findOf(MEMBER))
                .refused("cadre-not-in-service");
    }

    private static CadreRegistered serving(LocalDate from) {
        return new CadreRegistered(
                new Membership(MEMBER, BUREAU, "530328"),
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
        assertThat(given(EVERY)
                        .on(march(6))
                        .when(find(BUREAU, march(30)))
                        .only(FindingRecorded.class)
                        .of()
                        .programmeId())
                .isEqualTo(PROGRAMME);
    }

    @Test
    void refuses_a_finding_about_nothing_due_before_it_or_out_of_its_time() {
        given(OPENED).on(march(6)).when(find(new UUID(9, 9), march(30))).refused("organisation-not-found");
        given(OPENED).on(march(6)).when(find(BUREAU, march(5))).refusedField("/dueOn", "due-before-it-was-found");
        given(OPENED).on(march(1).minusDays(1)).when(find(BUREAU, march(30))).refused("out-of-order");
        given(OPENED, CLOSED).on(march(6)).when(find(BUREAU, march(30))).refused("inspection-closed");
        given(OPENED, voided(0, OPENED))
                .on(march(6))
                .when(find(BUREAU, march(30)))
                .refused("inspection-voided");
    }

    private static FindingRecorded otherwise(FindingRecorded f, Sealed text, Aspect aspect, LocalDate dueOn) {
        return new FindingRecorded(
                f.of(),
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

    private static Corrected<InspectionEvent> corrected(FindingRecorded before, FindingRecorded after) {
        return new Corrected<>(CommandFixture.givenId(1), before, after, CommandFixture.REASON, null);
    }

    private static final UUID FINDING = CommandFixture.givenId(1);

    @Test
    void what_was_found_is_corrected_in_what_is_said_and_stays_as_it_is_in_the_rest() {
        given(OPENED, FOUND)
                .whenCorrected(FINDING, """
                        {"text": "台账缺页"}""")
                .events(corrected(FOUND, otherwise(FOUND, CommandFixture.PENDING, Aspect.WORK, march(30))));
        given(OPENED, FOUND)
                .whenCorrected(FINDING, """
                        {"aspect": "CONDUCT"}""")
                .events(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.CONDUCT, march(30))));
        given(OPENED, FOUND, CLOSED)
                .whenCorrected(FINDING, """
                        {"dueOn": "2012-03-31"}""")
                .events(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31))));
    }

    @Test
    void a_finding_is_owed_by_a_member_after_all() {
        FindingRecorded after = given(OPENED, FOUND)
                                .known("Cadre", MEMBER, serving(march(6)))
                                .whenCorrected(FINDING, "{\"ownerCadreId\": \"" + MEMBER + "\", \"text\": \"台账不实\"}")
                                .only(Corrected.class)
                                .after()
                        instanceof FindingRecorded f
                ? f
                : FOUND;
        assertThat(after.ownerCadreId()).isEqualTo(MEMBER);
        assertThat(after.rectificationId()).isEqualTo(FOUND.rectificationId());
    }

    @Test
    void a_correction_to_what_it_is_already_changes_nothing() {
        given(OPENED, FOUND).whenCorrected(FINDING, """
                        {"aspect": "WORK", "dueOn": "2012-03-30"}""").nothing();
        given(OPENED, FOUND).whenCorrected(FINDING, "{}").nothing();
        given(OPENED, FOUND, MISREAD).whenCorrected(FINDING, """
                        {"aspect": "CONDUCT", "dueOn": "2012-03-31"}""").nothing();
    }

    @Test
    void corrections_stack_and_what_is_in_force_is_voided() {
        FindingRecorded after = otherwise(FOUND, FOUND.text(), Aspect.CONDUCT, march(31));
        given(OPENED, FOUND, MISREAD)
                .whenCorrected(FINDING, """
                        {"aspect": "WORK"}""")
                .events(corrected(after, otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31))));
        given(OPENED, FOUND, MISREAD).whenVoided(FINDING).events(voided(1, after));
        given(OPENED, FOUND, MISREAD)
                .whenVoided(CommandFixture.givenId(2))
                .events(new Voided<>(CommandFixture.givenId(2), MISREAD, CommandFixture.REASON, null));
    }

    @Test
    void refuses_to_correct_what_was_never_found_due_before_it_or_on_another_day() {
        String conduct = """
                {"aspect": "CONDUCT"}""";
        given(OPENED, FOUND, voided(1, FOUND)).whenCorrected(FINDING, conduct).refused("event-voided");
        given(OPENED, FOUND).whenCorrected(FINDING, """
                        {"dueOn": "2012-03-05"}""").refusedField("/changes/dueOn", "due-before-it-was-found");
        given(OPENED, FOUND).whenCorrected(FINDING, """
                        {"occurredOn": "2012-03-07"}""").refusedField("/changes/occurredOn");
    }

    @Test
    void what_is_inspected_was_another_place_and_its_steps_were_there() {
        Scope county = new Scope(ID, PROGRAMME, "530329");
        InspectionOpened there = new InspectionOpened(county, WARRANT, 90, march(1));
        String changes = """
                {"divisionId": "530329"}""";
        given(OPENED, CLOSED)
                .division("530329", "邻县")
                .whenCorrected(CommandFixture.givenId(0), changes)
                .events(
                        new Corrected<InspectionEvent>(
                                CommandFixture.givenId(0), OPENED, there, CommandFixture.REASON, null),
                        corrected(CLOSED, new InspectionClosed(county, march(20))));
        given(OPENED, DRAWN)
                .division("530329", "邻县")
                .whenCorrected(CommandFixture.givenId(0), changes)
                .reliedOn("another-frame");
        given(OPENED, DRAWN).whenCorrected(CommandFixture.givenId(0), """
                        {"cutOff": 80}""").reliedOn("another-frame");
    }

    private static Corrected<InspectionEvent> corrected(InspectionClosed before, InspectionClosed after) {
        return new Corrected<>(CommandFixture.givenId(1), before, after, CommandFixture.REASON, null);
    }

    @Test
    void what_is_to_be_put_right_follows_the_finding_in_what_was_corrected_of_it() {
        Map<String, ?> fields = follows(MISREAD);
        assertThat(fields.get("eventId")).isEqualTo(WhenFindingRecordedThenRaiseRectification.raised(FINDING));
        assertThat(fields.get("reasonCode")).isEqualTo("FINDING_CORRECTED");
        assertThat(fields.get("changes")).isEqualTo(Map.of("aspect", "CONDUCT", "dueOn", march(31)));
        assertThat(changes(corrected(FOUND, otherwise(FOUND, FOUND.text(), Aspect.WORK, march(31)))))
                .isEqualTo(Map.of("dueOn", march(31)));
        assertThat(follows(corrected(FOUND, otherwise(FOUND, text("台账缺页"), Aspect.WORK, march(30)))))
                .isEmpty();
        String text = WhenFindingRecordedThenRaiseRectification.text(FOUND);
        assertThat(changes(corrected(FOUND, found(FINDING, MEMBER))))
                .isEqualTo(Map.of("cadreId", MEMBER, "text", text));
        Map<String, Object> team = new HashMap<>(Map.of("text", text));
        team.put("cadreId", null);
        assertThat(changes(corrected(found(FINDING, MEMBER), FOUND))).isEqualTo(team);
        assertThat(new WhenFindingCorrectedThenCorrectRectification().when(FOUND, OCCASION))
                .isEmpty();
    }

    @Test
    void what_is_to_be_put_right_is_put_back_with_the_correction_of_its_finding() {
        assertThat(changes(new Voided<>(CommandFixture.givenId(2), MISREAD, CommandFixture.REASON, null)))
                .isEqualTo(Map.of("aspect", "WORK", "dueOn", march(30)));
        assertThat(follows(voided(1, FOUND))).isEmpty();
    }

    private static Map<?, ?> changes(AmendingEvent<?> event) {
        return (Map<?, ?>) follows(event).get("changes");
    }

    private static Map<String, ?> follows(AmendingEvent<?> event) {
        List<Following> following = new WhenFindingCorrectedThenCorrectRectification().whenAmended(event, OCCASION);
        if (following.isEmpty()) {
            return Map.of();
        }
        assertThat(following).extracting(Following::command).containsExactly("Correct");
        return following.getFirst().fields();
    }

    @Test
    void is_closed_once_and_not_before_its_last_step() {
        given(OPENED).on(march(20)).when(new CloseInspection(ID)).events(CLOSED);
        given(OPENED, CLOSED).on(march(21)).when(new CloseInspection(ID)).nothing();
        given(OPENED, DRAWN).on(march(4)).when(new CloseInspection(ID)).refused("out-of-order");
        given(OPENED, voided(0, OPENED))
                .on(march(20))
                .when(new CloseInspection(ID))
                .refused("inspection-voided");
    }

    @Test
    void a_step_is_voided_alone_and_an_inspection_with_all_its_steps() {
        FindingRecorded found = FOUND;
        given(OPENED, DRAWN, found, CLOSED)
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(1, DRAWN));
        given(OPENED, found, CLOSED).whenVoided(CommandFixture.givenId(1)).events(voided(1, found));
        given(OPENED, found, CLOSED).whenVoided(CommandFixture.givenId(2)).events(voided(2, CLOSED));
        given(OPENED, found, CLOSED)
                .whenVoided(CommandFixture.givenId(0))
                .reliedOn("inspection-voided", "inspection-voided");
        given(OPENED, found, CLOSED)
                .whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(voided(2, CLOSED), voided(1, found), voided(0, OPENED));
    }

    @Test
    void voids_nothing_twice_and_nothing_unknown_and_is_opened_again() {
        given(OPENED, DRAWN, voided(1, DRAWN))
                .whenVoided(CommandFixture.givenId(1))
                .nothing();
        given(OPENED, voided(0, OPENED)).whenVoided(CommandFixture.givenId(0)).nothing();
        given(OPENED).whenVoided(new UUID(9, 9)).refused("event-not-found");
        given(OPENED, voided(0, OPENED)).on(march(1)).when(open("530328", 90L)).events(OPENED);
        given(OPENED, CLOSED, voided(1, CLOSED))
                .on(march(6))
                .when(find(BUREAU, march(30)))
                .only(FindingRecorded.class);
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
                .when(found, OCCASION)
                .getFirst();
        return Map.copyOf(raise.fields());
    }

    @Test
    void what_is_found_is_to_be_put_right_and_what_was_never_found_is_not() {
        FindingRecorded found = found(new UUID(7, 7));
        Following raise = new WhenFindingRecordedThenRaiseRectification()
                .when(found, OCCASION)
                .getFirst();
        assertThat(raise.command()).isEqualTo("RaiseRectification");
        assertThat(raise.fields().get("rectificationId")).isEqualTo(Ids.rectification(new UUID(7, 7)));
        assertThat(raise.fields().get("text").toString())
                .contains(ID.toString(), new UUID(7, 7).toString())
                .doesNotContain("台账");
        assertThat(new WhenFindingRecordedThenRaiseRectification().when(OPENED, OCCASION))
                .isEmpty();
        assertThat(new WhenFindingVoidedThenVoidRectification().whenAmended(voided(1, found), OCCASION))
                .singleElement()
                .satisfies(command -> {
                    assertThat(command.command()).isEqualTo("Void");
                    assertThat(command.fields().get("eventId"))
                            .isEqualTo(WhenFindingRecordedThenRaiseRectification.raised(FINDING));
                    assertThat(command.fields().get("following")).isEqualTo(true);
                });
        assertThat(new WhenFindingVoidedThenVoidRectification().when(found, OCCASION))
                .isEmpty();
        assertThat(new WhenFindingVoidedThenVoidRectification().whenAmended(voided(0, OPENED), OCCASION))
                .isEmpty();
    }

    private static final InspectionOpened EVERY =
            new InspectionOpened(new Scope(ID, null, "530328"), WARRANT, 90, march(1));

    @Test
    void an_inspection_of_every_programme_draws_from_the_households_of_all() {
        given(EVERY).on(march(5)).when(draw(3, "20120301")).only(SampleDrawn.class);
        String question = "/v1/samples/frame{asOf=2012-03-01, division=530328}@90";
        assertThat(asked).containsExactly(question, question);
    }

    @Test
    void nobody_is_asked_for_a_sample_that_is_not_drawn() {
        given(OPENED, DRAWN).on(march(5)).when(draw(4, "20120301")).refused("sample-already-drawn");
        given(OPENED, CLOSED).on(march(20)).when(draw(4, "20120301")).refused("inspection-closed");
        given(OPENED, DRAWN, CLOSED).on(march(20)).when(draw(4, "20120301")).refused("inspection-closed");
        assertThat(asked).isEmpty();
    }

    @Test
    void finds_something_in_a_programme_that_was_closed() {
        assertThat(given(OPENED)
                        .known(
                                "Programme",
                                PROGRAMME,
                                new ProgrammeClosed(new Sphere(PROGRAMME, BUREAU, "5303"), null, null, march(5)))
                        .on(march(6))
                        .when(find(BUREAU, march(30)))
                        .events())
                .hasSize(1);
    }

    @Test
    void a_finding_is_of_the_programme_inspected_and_keeps_its_own_where_every_one_is() {
        UUID other = new UUID(1, 2);
        FindingRecorded there = in(new Scope(ID, PROGRAMME, "530329"));
        given(EVERY, FOUND)
                .division("530329", "邻县")
                .whenCorrected(CommandFixture.givenId(0), """
                        {"divisionId": "530329"}""")
                .events(
                        corrected(EVERY, new InspectionOpened(new Scope(ID, null, "530329"), WARRANT, 90, march(1))),
                        corrected(FOUND, there));
        Scope others = new Scope(ID, other, "530328");
        given(OPENED, FOUND)
                .known(
                        "Programme",
                        other,
                        new ProgrammeLaunched(new Sphere(other, BUREAU, "5303"), "挂包帮", LinkMode.EXACTLY_ONE, LAUNCH))
                .whenCorrected(CommandFixture.givenId(0), "{\"programmeId\": \"" + other + "\"}")
                .events(
                        corrected(OPENED, new InspectionOpened(others, WARRANT, 90, march(1))),
                        corrected(FOUND, in(others)));
    }

    private static FindingRecorded in(Scope of) {
        return new FindingRecorded(
                of,
                FOUND.findingId(),
                FOUND.rectificationId(),
                FOUND.about(),
                FOUND.aspect(),
                FOUND.ownerOrganisationId(),
                FOUND.ownerCadreId(),
                FOUND.text(),
                FOUND.dueOn(),
                FOUND.occurredOn());
    }

    private static Corrected<InspectionEvent> corrected(InspectionOpened before, InspectionOpened after) {
        return new Corrected<>(CommandFixture.givenId(0), before, after, CommandFixture.REASON, null);
    }

    @Test
    void is_not_closed_before_a_finding_told_ahead_of_the_sample() {
        given(OPENED, FOUND, DRAWN).on(march(5)).when(new CloseInspection(ID)).refused("out-of-order");
        given(OPENED, FOUND, DRAWN)
                .on(march(6))
                .when(new CloseInspection(ID))
                .events(new InspectionClosed(OF, march(6)));
    }

    @Test
    void nothing_is_put_right_otherwise_for_what_is_no_finding_and_nothing_voided_for_a_correction() {
        Corrected<InspectionEvent> otherWarrant =
                corrected(OPENED, new InspectionOpened(OF, "曲督〔2012〕4号", 90, march(1)));
        assertThat(follows(otherWarrant)).isEmpty();
        assertThat(follows(new Voided<>(CommandFixture.givenId(1), otherWarrant, CommandFixture.REASON, null)))
                .isEmpty();
        assertThat(new WhenFindingVoidedThenVoidRectification().whenAmended(MISREAD, OCCASION))
                .isEmpty();
    }
}
