package org.minqing.command.reference;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.history.NamedIds;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.history.Use;
import org.minqing.command.platform.policy.Policy;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Header;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.activity.ActivityEvent.ActivityScheduled;
import org.minqing.events.attachment.AttachmentEvent.AttachmentStored;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.concern.ConcernEvent.ConcernAssigned;
import org.minqing.events.concern.ConcernEvent.ConcernEscalated;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.springframework.stereotype.Component;

/**
 * What events of other streams took over from one that says something else now, or that came late, is derived again: each is
 * corrected by nothing but that. What was given stays; what cannot stand so is left as it is, for a data-quality rule to find.
 * Where nothing is otherwise, nothing comes of it, so that it ends by itself.
 */
@Component
class WhenSourceChangedThenDeriveAgain implements Policy<DomainEvent> {
    /**
     * What others take over from an event.
     *
     * @param id by which they name whom it is about
     * @param values null where there is none
     * @param by who may have taken it over
     * @param whole whether they hold the values themselves, and not what follows from them
     * @param told the stream since whose beginning they could name it; null: the one in which the event is
     */
    private record Source(
            String id,
            List<@Nullable Object> values,
            Predicate<DomainEvent> by,
            boolean whole,
            @Nullable String told) {
        static Source of(Object id, @Nullable Object... values) {
            List<@Nullable Object> all = new ArrayList<>();
            Stream.of(values).forEach(all::add);
            return new Source(id.toString(), all, event -> true, true, null);
        }

        Source in(UUID programmeId) {
            return new Source(id, values, event -> programmeId.equals(event.programme()), whole, told);
        }

        Source by(Class<? extends DomainEvent> those) {
            return new Source(id, values, those::isInstance, false, told);
        }

        /** Another stream tells of it, which began when others may have named it already. */
        Source ofAnother(String type) {
            return new Source(id, values, by, whole, StreamName.of(type, id));
        }
    }

    /** A change that was entered after its day may find what was entered before it and happened after it. */
    @Override
    public List<Following> when(DomainEvent event, Occasion occasion) {
        boolean late = event.occurredOn().isBefore(occasion.recordedOn());
        return late && changes(event)
                ? again(source(event).orElseThrow(), List.of(), event.occurredOn(), occasion)
                : List.of();
    }

    private static boolean changes(DomainEvent event) {
        return event instanceof HouseholdRelocated
                || event instanceof CadreTransferred
                || event instanceof CadreRankChanged
                || event instanceof LinkQuotaDefined
                || event instanceof TwoPersonRuleSet
                || event instanceof LinkPointDesignated
                || event instanceof CadreAssignedToHousehold
                || event instanceof HouseholdHandedOver
                || event instanceof HouseholdReleased;
    }

    @Override
    public List<Following> whenAmended(AmendingEvent<?> event, Occasion occasion) {
        DomainEvent was = event.before() instanceof Corrected<?> undone ? undone.after() : event.before();
        DomainEvent is = event instanceof Corrected<?> corrected
                ? corrected.after()
                : event.before() instanceof Corrected<?> undone ? undone.before() : null;
        Source before = source(was).orElse(null);
        if (before == null) {
            return List.of();
        }
        List<@Nullable Object> after = Optional.ofNullable(is)
                .flatMap(WhenSourceChangedThenDeriveAgain::source)
                .map(Source::values)
                .orElse(List.of());
        if (before.values().equals(after)) {
            return List.of();
        }
        List<Object> gone = new ArrayList<>();
        boolean none = false;
        for (int i = 0; i < before.values().size(); i++) {
            Object value = before.values().get(i);
            if (value == null) {
                none |= i >= after.size() || after.get(i) != null;
            } else if (i >= after.size() || !value.equals(after.get(i))) {
                gone.add(value);
            }
        }
        return again(before, is == null || none || !before.whole() ? List.of() : gone, was.occurredOn(), occasion);
    }

    /** @param gone what they took over holds one of these; empty: whatever it holds */
    private static List<Following> again(Source source, List<Object> gone, LocalDate from, Occasion occasion) {
        Predicate<Use> counted = use -> {
            DomainEvent event = use.entry().event();
            return source.by().test(event)
                    && !use.stream().equals(occasion.stream())
                    && takesOver(use, occasion)
                    && (gone.isEmpty() || gone.stream().anyMatch(values(event)::contains));
        };
        return occasion
                .references()
                .uses(
                        requireNonNullElse(source.told(), occasion.stream()),
                        Set.of(source.id()),
                        from,
                        counted,
                        Integer.MAX_VALUE)
                .stream()
                .map(use -> use.entry().id())
                .map(id -> new Following(
                        "Correct",
                        Map.of(
                                "eventId",
                                id,
                                "changes",
                                Map.of(),
                                "reason",
                                "所依据的登记已更正，按更正后的情况重新取值",
                                "reasonCode",
                                "SOURCE_CHANGED"),
                        id))
                .toList();
    }

    /**
     * What begins a stream, or makes an entity in it, took over something, and so did a step by which somebody else comes in;
     * other later steps repeat that.
     */
    private static boolean takesOver(Use use, Occasion occasion) {
        DomainEvent event = use.entry().event();
        return event instanceof CadreTransferred
                || event instanceof ConcernAssigned
                || event instanceof ConcernEscalated
                || event instanceof ActivityRecorded
                || NamedIds.in(event).contains(use.entry().id().toString())
                || occasion.references()
                        .begun(StreamName.type(use.stream()), StreamName.id(use.stream()))
                        .filter(event::equals)
                        .isPresent();
    }

    private static Optional<Source> source(DomainEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case HouseholdRegistered e -> Source.of(e.of().householdId(), e.of().villageId(), e.of().group());
                    case HouseholdRelocated e -> Source.of(e.of().householdId(), e.of().villageId(), e.of().group());
                    case CadreRegistered e ->
                        Source.of(
                                e.of().cadreId(),
                                e.of().organisationId(),
                                e.of().divisionId(),
                                e.officeId(),
                                e.rankCode());
                    case CadreTransferred e ->
                        Source.of(e.of().cadreId(), e.of().organisationId(), e.of().divisionId(), e.officeId());
                    case CadreRankChanged e -> Source.of(e.of().cadreId(), e.rankCode());
                    case OrganisationRegistered e -> Source.of(e.of().organisationId(), e.of().divisionId());
                    case ProgrammeLaunched e ->
                        Source.of(e.of().programmeId(), e.of().organisationId(), e.of().divisionId(), e.linkMode());
                    case TwoPersonRuleSet e ->
                        Source.of(e.of().programmeId(), e.required()).by(PaidFromFund.class);
                    case LinkQuotaDefined e ->
                        Source.of(e.of().programmeId(), e.band(), e.rankCodes(), e.households())
                                .by(LinkPointEvent.class);
                    case LinkPointDesignated e ->
                        Source.of(e.of().villageId(), e.of().organisationId())
                                .in(e.of().programmeId())
                                .ofAnother("Division");
                    case CadreAssignedToHousehold e -> link(e.link());
                    case HouseholdHandedOver e -> link(e.link());
                    case HouseholdReleased e -> link(e.link());
                    case ConcernRaised e -> place(e.of().concernId(), e.of()).by(ProjectProposed.class);
                    case DisputeRegistered e ->
                        place(e.of().disputeId(), e.of()).by(AttachmentStored.class);
                    case DocumentRequired e ->
                        place(e.of().documentId(), e.of()).by(AttachmentStored.class);
                    case ActivityScheduled e ->
                        place(e.of().activityId(), e.of()).by(AttachmentStored.class);
                    case ActivityRecorded e ->
                        place(e.of().activityId(), e.of()).by(AttachmentStored.class);
                    case ProjectProposed e -> place(e.of().projectId(), e.of()).by(AttachmentStored.class);
                    case FundOpened e -> place(e.of().fundId(), e.of()).by(AttachmentStored.class);
                    default -> null;
                });
    }

    /** Where something is counted, as what is attached to it or follows from it is. */
    private static Source place(UUID id, Header of) {
        return Source.of(id, of.programmeId(), of.organisationId(), of.divisionId());
    }

    private static Source link(LinkPointEvent.Link link) {
        return Source.of(link.householdId(), link.cadreId())
                .by(VisitRecorded.class)
                .ofAnother("Household");
    }

    /** Every value an event holds. */
    private static Set<Object> values(DomainEvent event) {
        Set<Object> values = new HashSet<>();
        collect(event, values);
        return values;
    }

    private static void collect(@Nullable Object value, Collection<Object> into) {
        if (value instanceof Record record) {
            for (var component : record.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(record), into);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(component + " cannot be read", e);
                }
            }
        } else if (value instanceof List<?> several) {
            several.forEach(each -> collect(each, into));
            into.add(several);
        } else if (value != null) {
            into.add(value);
        }
    }
}
