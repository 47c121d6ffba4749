package org.minqing.command.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.language.Samples;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.Source;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.log.EventTypes;

/** Nothing ends before a day on which it was needed, and nothing needs it after it has ended. */
class EndingTest {
    private static final LocalDate BEGUN = LocalDate.of(2012, 3, 1);
    private static final LocalDate ENDED = LocalDate.of(2012, 4, 1);

    /** How one kind of stream ends. */
    private enum Ending {
        PROGRAMME("programme.Programme", "ProgrammeLaunched", "CloseProgramme", 1),
        CADRE("cadre.Cadre", "CadreRegistered", "WithdrawCadre", 0),
        HOUSEHOLD("household.Household", "HouseholdRegistered", "ArchiveHousehold", 0),
        PROJECT("project.Project", "ProjectProposed", "CancelProject", 1),
        WORK_TEAM("workteam.WorkTeam", "WorkTeamFormed", "DissolveWorkTeam", 0),
        ACTIVITY("activity.Activity", "ActivityScheduled", "CancelActivity", 0),
        INSPECTION("inspection.Inspection", "InspectionOpened", "CloseInspection", 1);

        private final String aggregate;
        private final String beginning;
        private final String command;
        /** Days from the last day of the stream to the first on which it must not be needed, less one. */
        private final int inclusive;

        Ending(String aggregate, String beginning, String command, int inclusive) {
            this.aggregate = aggregate;
            this.beginning = beginning;
            this.command = command;
            this.inclusive = inclusive;
        }

        String type() {
            return aggregate.substring(aggregate.indexOf('.') + 1);
        }

        String idField() {
            return Character.toLowerCase(type().charAt(0)) + type().substring(1) + "Id";
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + "-in-use";
        }

        /** The first day after its last. */
        LocalDate after() {
            return ENDED.plusDays(inclusive);
        }

        CommandFixture fixture() throws ReflectiveOperationException {
            return new CommandFixture(Class.forName("org.minqing.command." + aggregate))
                    .given(on(BEGUN, sample("org.minqing.events." + aggregate + "Event$" + beginning)))
                    .because(CommandFixture.REASON, null);
        }

        Object end() throws ReflectiveOperationException {
            Class<?> type = Class.forName("org.minqing.command." + aggregate + "Command$" + command);
            var constructor = type.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            RecordComponent[] components = type.getRecordComponents();
            return constructor.newInstance(Arrays.stream(components)
                    .map(each -> each.getName().equals(idField()) ? Ids.named("golden", idField()) : null)
                    .toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROGRAMME, visit.VisitEvent$VisitRecorded, programmeId",
        "PROGRAMME, visit.VisitEvent$DiaryEntryWritten, programmeId",
        "PROGRAMME, concern.ConcernEvent$ConcernResolved, programmeId",
        "PROGRAMME, posting.PostingEvent$AttendanceRecorded, programmeId",
        "PROGRAMME, fund.FundEvent$DonationRecorded, programmeId",
        "PROGRAMME, linkpoint.LinkPointEvent$LiaisonCardIssued, programmeId",
        "PROGRAMME, project.ProjectEvent$WorkStarted, programmeId",
        "PROGRAMME, dispute.DisputeEvent$DisputeRegistered, programmeId",
        "CADRE, activity.ActivityEvent$ActivityScheduled, cadreIds",
        "CADRE, activity.ActivityEvent$ActivityRecorded, cadreIds2",
        "CADRE, concern.ConcernEvent$ConcernRaised, cadreId",
        "CADRE, concern.ConcernEvent$ConcernAssigned, toCadreId",
        "CADRE, document.DocumentEvent$DocumentRequired, cadreId",
        "CADRE, inspection.InspectionEvent$FindingRecorded, ownerCadreId",
        "CADRE, linkpoint.LinkPointEvent$CadreEnrolled, cadreId",
        "CADRE, linkpoint.LinkPointEvent$CadreAssignedToHousehold, cadreId",
        "CADRE, linkpoint.LinkPointEvent$HouseholdHandedOver, cadreId",
        "CADRE, posting.PostingEvent$PostingBegun, cadreId",
        "CADRE, linkpoint.LinkPointEvent$LiaisonCardIssued, cadreId",
        "CADRE, linkpoint.LinkPointEvent$CardDeliveryConfirmed, cadreId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$LiaisonCardIssued, householdId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$CardDeliveryConfirmed, householdId",
        "CADRE, dispute.DisputeEvent$ReturnVisitRecorded, cadreIds2",
        "CADRE, programme.ProgrammeEvent$LeadingGroupEstablished, headId",
        "CADRE, programme.ProgrammeEvent$LeadingGroupEstablished, cadreId",
        "CADRE, programme.ProgrammeEvent$SponsorAssigned, cadreId",
        "CADRE, rectification.RectificationEvent$RectificationRaised, cadreId",
        "CADRE, visit.VisitEvent$VisitRecorded, cadreIds2",
        "CADRE, workteam.WorkTeamEvent$WorkTeamFormed, memberIds",
        "HOUSEHOLD, concern.ConcernEvent$ConcernRaised, householdId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$HouseholdAdmitted, householdId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$CadreAssignedToHousehold, householdId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$HouseholdHandedOver, householdId",
        "HOUSEHOLD, visit.VisitEvent$VisitRecorded, householdId",
        "PROJECT, fund.FundEvent$FundsAllocated, projectId",
        "WORK_TEAM, concern.ConcernEvent$ConcernRaised, source",
        "ACTIVITY, concern.ConcernEvent$ConcernRaised, source",
        "ACTIVITY, dispute.DisputeEvent$DisputeRegistered, source",
        "INSPECTION, concern.ConcernEvent$ConcernRaised, source"
    })
    void nothing_ends_before_a_day_on_which_another_stream_needs_it(Ending ending, String user, String named)
            throws Exception {
        DomainEvent using = naming(ending, sample("org.minqing.events." + user), named);
        ending.fixture()
                .known("Other", new UUID(9, 9), on(ending.after(), using))
                .on(ENDED)
                .when(ending.end())
                .refused(ending.code());
        assertThat(ending.fixture()
                        .known("Other", new UUID(9, 9), on(ending.after().minusDays(1), using))
                        .on(ENDED)
                        .when(ending.end())
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PROGRAMME, inspection.InspectionEvent$FindingRecorded, programmeId",
        "PROGRAMME, period.ReportingPeriodEvent$PeriodOpened, programmeId",
        "PROGRAMME, document.DocumentEvent$DocumentRequired, programmeId",
        "CADRE, linkpoint.LinkPointEvent$HouseholdReleased, cadreId",
        "CADRE, linkpoint.LinkPointEvent$HouseholdHandedOver, formerCadreId",
        "CADRE, linkpoint.LinkPointEvent$CadreWithdrawnFromLinkPoint, cadreId",
        "CADRE, posting.PostingEvent$PostingEnded, cadreId",
        "CADRE, programme.ProgrammeEvent$SponsorAssigned, formerCadreId",
        "CADRE, document.DocumentEvent$DocumentHandedIn, cadreId",
        "CADRE, linkpoint.LinkPointEvent$LiaisonCardRevoked, cadreId",
        "CADRE, posting.PostingEvent$InstructorAssessed, cadreId",
        "CADRE, visit.VisitEvent$DiaryEntryWritten, cadreId",
        "HOUSEHOLD, linkpoint.LinkPointEvent$HouseholdDismissed, householdId",
        "PROJECT, fund.FundEvent$PaidFromFund, projectId",
        "INSPECTION, rectification.RectificationEvent$RectificationRaised, about"
    })
    void what_looks_back_or_ends_with_it_may_come_after_it(Ending ending, String user, String named) throws Exception {
        DomainEvent using = naming(ending, sample("org.minqing.events." + user), named);
        assertThat(ending.fixture()
                        .known("Other", new UUID(9, 9), on(ending.after(), using))
                        .on(ENDED)
                        .when(ending.end())
                        .events())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PROGRAMME", "CADRE", "HOUSEHOLD", "PROJECT", "WORK_TEAM", "ACTIVITY", "INSPECTION"})
    void an_ending_is_not_moved_by_a_second_one(Ending ending) throws Exception {
        DomainEvent ended = (DomainEvent)
                ending.fixture().on(ENDED).when(ending.end()).events().getFirst();
        assertThat(ending.fixture()
                        .given(ended)
                        .on(ENDED.minusDays(1))
                        .when(ending.end())
                        .refusal())
                .isNotNull();
        ending.fixture().given(ended).on(ENDED).when(ending.end()).nothing();
    }

    @Test
    void every_event_that_ends_a_stream_is_tried_here() {
        Set<String> ends = EventTypes.scan("org.minqing.events").all().values().stream()
                .filter(DomainEvent.class::isAssignableFrom)
                .map(type -> (DomainEvent) Samples.whole().of(type))
                .filter(event -> event.lastDay() != null)
                .map(event ->
                        event.getClass().getEnclosingClass().getSimpleName().replace("Event", ""))
                .collect(Collectors.toSet());
        assertThat(ends)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Ending.values()).map(Ending::type).toList());
    }

    @Test
    void a_release_says_whose_link_ends_and_needs_nobody() {
        HouseholdReleased released = (HouseholdReleased) Samples.whole().of(HouseholdReleased.class);
        assertThat(released.requires()).isEmpty();
    }

    private static DomainEvent naming(Ending ending, DomainEvent event, String named) {
        UUID id = Ids.named("golden", ending.idField());
        UUID other = new UUID(9, 1);
        Source source = new Source(ending.type(), id.toString());
        return switch (named) {
            case "source", "about" ->
                (DomainEvent) replaced(event, Map.of(new Source("Visit", "示例id"), source, id, other));
            default -> {
                UUID as = Ids.named("golden", named);
                yield (DomainEvent) replaced(event, as.equals(id) ? Map.of() : Map.of(id, other, as, id));
            }
        };
    }

    private static DomainEvent on(LocalDate day, DomainEvent event) {
        return (DomainEvent) copy((Record) event, (component, value) -> component.equals("occurredOn") ? day : value);
    }

    private static Object replaced(Object value, Map<?, ?> by) {
        return switch (value) {
            case Object known when by.containsKey(known) -> Objects.requireNonNull(by.get(known));
            case List<?> several ->
                several.stream().map(each -> replaced(each, by)).toList();
            case Record record -> copy(record, (component, part) -> part == null ? null : replaced(part, by));
            default -> value;
        };
    }

    private interface Part {
        @Nullable
        Object of(String component, @Nullable Object value);
    }

    private static Record copy(Record record, Part part) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = part.of(components[i].getName(), accessor.invoke(record));
            }
            var constructor = record.getClass().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DomainEvent sample(String event) {
        try {
            return (DomainEvent) Samples.whole().of(Class.forName(event));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
