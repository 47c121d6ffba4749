package org.minqing.query.histories;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.events.AmendingEvent;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.activity.ActivityEvent.ActivityRecorded;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundsAllocated;
import org.minqing.events.fund.FundEvent.GrantRecorded;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.PaidFromFund;
import org.minqing.events.fund.FundEvent.RefundedToFund;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.project.ProjectEvent.BeneficiariesRecorded;
import org.minqing.events.visit.VisitEvent.VisitRecorded;

/**
 * What is true of a history on a day as known at a position, from the events as people mean them: no facts, no views, no
 * rectangles.
 */
final class HistoryOracle {
    /** An event and its place in the log. */
    record Known(DomainEvent event, UUID id, long position) {}

    private final LocalDate day;
    private final List<Known> known;
    private final Set<UUID> voided = new HashSet<>();
    /** What stands on the day, as amended, in the world's order. */
    private final List<DomainEvent> standing;

    private HistoryOracle(LocalDate day, List<Known> known, List<DomainEvent> standing) {
        this.day = day;
        this.known = known;
        this.standing = standing;
    }

    /** The same of what happened in a division or below, in a programme or in all. */
    HistoryOracle within(String division, @Nullable UUID programme) {
        return new HistoryOracle(
                day,
                known,
                standing.stream()
                        .filter(e -> String.valueOf(e.division()).startsWith(division))
                        .filter(e -> programme == null || programme.equals(e.programme()))
                        .toList());
    }

    HistoryOracle(List<Known> history, LocalDate day, long position) {
        this.day = day;
        this.known = history.stream().filter(k -> k.position <= position).toList();
        Map<UUID, DomainEvent> amended = new HashMap<>();
        for (Known k : known) {
            if (k.event instanceof Voided<?> v) {
                voided.add(v.target());
                if (v.before() instanceof Corrected<?> c) {
                    amended.put(c.target(), c.before());
                }
            } else if (k.event instanceof Corrected<?> c) {
                amended.put(c.target(), c.after());
            }
        }
        this.standing = known.stream()
                .filter(k -> !(k.event instanceof AmendingEvent<?>))
                .filter(k -> !voided.contains(k.id) && !k.event.occurredOn().isAfter(day))
                .sorted(Comparator.<Known, LocalDate>comparing(k -> k.event.occurredOn())
                        .thenComparing(Known::position))
                .map(k -> amended.getOrDefault(k.id, k.event))
                .toList();
    }

    // ------------------------------------------------------------------ figures

    String figure(String measure, LocalDate launch) {
        return switch (measure) {
            case "M04" -> count(enrolled());
            case "M05" -> count(linked());
            case "M06" -> count(villages(LinkPointDesignated.class));
            case "M14" -> count(posted(PostingKind.INSTRUCTOR, PostingBegun::cadreId));
            case "M15" -> count(posted(PostingKind.INSTRUCTOR, PostingBegun::division));
            case "M16" -> count(posted(PostingKind.STANDING_SECRETARY, PostingBegun::cadreId));
            case "M16C" -> count(posted(PostingKind.CORRESPONDENT, PostingBegun::cadreId));
            case "M26" ->
                count(cards().values().stream().filter("DELIVERED"::equals).toList());
            case "M20" ->
                count(visits(launch).stream()
                        .map(visit -> visit.home().householdId())
                        .distinct()
                        .toList());
            case "M20b" -> count(visits(launch));
            case "M20C" ->
                count(visits(launch).stream()
                        .flatMap(v -> v.cadreIds().stream())
                        .toList());
            case "M27" ->
                count(visits(day.withDayOfYear(1)).stream()
                        .filter(v -> v.diary() != null)
                        .map(VisitRecorded::diaryCadreId)
                        .distinct()
                        .toList());
            case "M08" -> count(groups(launch));
            case "M35" -> count(villages(SponsorAssigned.class));
            case "A03" -> count(studied(day.withDayOfYear(1)));
            case "M12", "M12P", "M13" ->
                benefits(measure, launch).stream()
                        .map(e -> e.quantity().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString();
            case "M09" -> money(launch, DonationRecorded.class, e -> e.donor().kind() == DonorKind.CADRE);
            case "M10" -> money(launch, UnitContributionRecorded.class, e -> true);
            case "M22" ->
                new BigDecimal(money(launch, DonationRecorded.class, e -> true))
                        .add(new BigDecimal(money(launch, InKindDonationRecorded.class, e -> true)))
                        .toPlainString();
            default -> throw new AssertionError(measure);
        };
    }

    private static String count(java.util.Collection<?> things) {
        return String.valueOf(things.size());
    }

    private Set<@Nullable String> villages(Class<?> type) {
        Set<@Nullable String> villages = new HashSet<>();
        standing.stream().filter(type::isInstance).forEach(e -> villages.add(e.division()));
        return villages;
    }

    /** Each cadre once, at however many link points. */
    private Set<UUID> enrolled() {
        Map<UUID, Set<UUID>> rosters = new HashMap<>();
        for (DomainEvent event : standing) {
            if (event instanceof CadreEnrolled e) {
                rosters.computeIfAbsent(e.of().linkPointId(), point -> new HashSet<>())
                        .add(e.enrolment().cadreId());
            } else if (event instanceof CadreWithdrawnFromLinkPoint e) {
                rosters.getOrDefault(e.of().linkPointId(), Set.of())
                        .remove(e.enrolment().cadreId());
            }
        }
        return rosters.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** Each household once, at however many link points. */
    private Set<UUID> linked() {
        Map<UUID, String> links = links();
        Set<UUID> linked = new HashSet<>();
        for (DomainEvent event : standing) {
            Link link = event instanceof CadreAssignedToHousehold e
                    ? e.link()
                    : event instanceof HouseholdHandedOver e ? e.link() : null;
            if (link != null && "ACTIVE".equals(links.get(link.linkId()))) {
                linked.add(link.householdId());
            }
        }
        return linked;
    }

    /** Something of the postings of a kind in force: each once, however many postings there are. */
    private <K> Set<K> posted(PostingKind kind, Function<PostingBegun, K> of) {
        Map<UUID, K> posted = new HashMap<>();
        for (DomainEvent event : standing) {
            if (event instanceof PostingBegun e && e.kind() == kind) {
                posted.put(e.of().postingId(), of.apply(e));
            } else if (event instanceof PostingEnded e) {
                posted.remove(e.of().postingId());
            }
        }
        return new HashSet<>(posted.values());
    }

    /** Each villagers' group of a village once, whoever raised what and in whatever programme. */
    private Set<String> groups(LocalDate from) {
        Set<String> groups = new HashSet<>();
        for (DomainEvent event : standing) {
            if (event instanceof ConcernRaised e
                    && !e.occurredOn().isBefore(from)
                    && (e.of().kind() == ConcernKind.DIFFICULTY || e.of().kind() == ConcernKind.REQUEST)) {
                e.groups().forEach(group -> groups.add(e.of().villageId() + " " + group));
            }
        }
        return groups;
    }

    /** Each cadre once, however often and in whatever programme. */
    private Set<UUID> studied(LocalDate from) {
        Set<UUID> cadres = new HashSet<>();
        for (DomainEvent event : standing) {
            if (event instanceof ActivityRecorded e && !e.occurredOn().isBefore(from)) {
                cadres.addAll(e.occasion().cadreIds());
            }
        }
        return cadres;
    }

    /** The reports a number of beneficiaries is added up from: nobody can tell whether two of them tell of the same people. */
    List<BeneficiariesRecorded> benefits(String measure, LocalDate from) {
        List<BeneficiariesRecorded> benefits = new ArrayList<>();
        for (DomainEvent event : standing) {
            if (event instanceof BeneficiariesRecorded e && !e.occurredOn().isBefore(from)) {
                String of = switch (e.kind()) {
                    case HOUSEHOLDS -> "M12";
                    case PERSONS -> "M12P";
                    case SCHOOL -> "M13";
                };
                if (of.equals(measure)) {
                    benefits.add(e);
                }
            }
        }
        return benefits;
    }

    private List<VisitRecorded> visits(LocalDate from) {
        List<VisitRecorded> visits = new ArrayList<>();
        for (DomainEvent event : standing) {
            if (event instanceof VisitRecorded e && !e.occurredOn().isBefore(from)) {
                visits.add(e);
            }
        }
        return visits;
    }

    private <E extends DomainEvent> String money(LocalDate from, Class<E> type, Predicate<E> wanted) {
        return standing.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(e -> !e.occurredOn().isBefore(from) && wanted.test(e))
                .map(HistoryOracle::yuan)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static BigDecimal yuan(DomainEvent event) {
        return switch (event) {
            case DonationRecorded e -> e.money().yuan();
            case UnitContributionRecorded e -> e.money().yuan();
            case InKindDonationRecorded e -> e.amount().yuan();
            case FundsAllocated e -> e.money().yuan();
            case PaidFromFund e -> e.money().yuan();
            case GrantRecorded e -> e.money().yuan();
            case RefundedToFund e -> e.money().yuan();
            default -> throw new AssertionError(event);
        };
    }

    // ------------------------------------------------------------------ states

    /** Received, in kind, allocated, paid less what came back. */
    String book() {
        BigDecimal received = new BigDecimal(money(LocalDate.MIN, DonationRecorded.class, e -> true))
                .add(new BigDecimal(money(LocalDate.MIN, UnitContributionRecorded.class, e -> true)))
                .add(new BigDecimal(money(LocalDate.MIN, GrantRecorded.class, e -> true)));
        BigDecimal paid =
                new BigDecimal(scaled(PaidFromFund.class)).subtract(new BigDecimal(scaled(RefundedToFund.class)));
        return String.join(
                " ",
                received.setScale(2).toPlainString(),
                scaled(InKindDonationRecorded.class),
                scaled(FundsAllocated.class),
                paid.toPlainString());
    }

    private <E extends DomainEvent> String scaled(Class<E> type) {
        return new BigDecimal(money(LocalDate.MIN, type, e -> true)).setScale(2).toPlainString();
    }

    /** Household and number of cadres of each visit, or VOIDED. */
    Map<UUID, String> visits() {
        Map<UUID, String> told = new HashMap<>();
        gone(VisitRecorded.class, e -> e.of().visitId(), told);
        visits(LocalDate.MIN)
                .forEach(e -> told.put(
                        e.of().visitId(),
                        e.home().householdId() + " " + e.cadreIds().size()));
        return told;
    }

    Map<UUID, String> links() {
        Map<UUID, String> links = new HashMap<>();
        gone(CadreAssignedToHousehold.class, e -> e.link().linkId(), links);
        gone(HouseholdHandedOver.class, e -> e.link().linkId(), links);
        for (DomainEvent event : standing) {
            switch (event) {
                case CadreAssignedToHousehold e -> links.put(e.link().linkId(), "ACTIVE");
                case HouseholdHandedOver e -> {
                    links.put(e.former().formerLinkId(), "HANDED_OVER");
                    links.put(e.link().linkId(), "ACTIVE");
                }
                case HouseholdReleased e -> links.put(e.link().linkId(), "RELEASED");
                default -> {}
            }
        }
        return links;
    }

    Map<UUID, String> cards() {
        Map<UUID, String> cards = new HashMap<>();
        gone(LiaisonCardIssued.class, e -> e.card().cardId(), cards);
        for (DomainEvent event : standing) {
            switch (event) {
                case LiaisonCardIssued e -> cards.put(e.card().cardId(), "ISSUED");
                case CardDeliveryConfirmed e -> cards.put(e.card().cardId(), "DELIVERED");
                case LiaisonCardRevoked e -> cards.put(e.card().cardId(), "REVOKED");
                case HouseholdReleased e when e.cardId() != null -> cards.put(e.cardId(), "ENDED");
                case HouseholdHandedOver e
                when e.former().formerCardId() != null -> cards.put(e.former().formerCardId(), "ENDED");
                default -> {}
            }
        }
        return cards;
    }

    /** What was made by an event that never was stands as voided from that event's day on. */
    private <E extends DomainEvent> void gone(Class<E> by, Function<E, UUID> id, Map<UUID, String> told) {
        for (Known k : known) {
            if (by.isInstance(k.event)
                    && voided.contains(k.id)
                    && !k.event.occurredOn().isAfter(day)) {
                told.put(id.apply(by.cast(k.event)), "VOIDED");
            }
        }
    }
}
