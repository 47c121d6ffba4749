package org.minqing.command.linkpoint;

import static org.minqing.command.linkpoint.Scene.cadre;
import static org.minqing.command.linkpoint.Scene.day;
import static org.minqing.command.linkpoint.Scene.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CadreEnrolled;
import org.minqing.events.linkpoint.LinkPointEvent.CadreWithdrawnFromLinkPoint;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdAdmitted;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdDismissed;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;

/**
 * What a link point ought to answer, worked out the slow way: a list of what has happened, from which voids strike out,
 * gone through from end to end for every question, and days counted one by one. Shares no code with the aggregate.
 * Answers the code of a refusal, or null where the command is to be accepted.
 */
final class NaiveRoster {
    /** The day after the last: whatever has no end holds on it. */
    static final int EVER_AFTER = 16;

    private final LinkMode mode;
    private final Quotas quotas;
    private final List<Fact> facts = new ArrayList<>();
    private int made;

    /** What a cadre may hold by the rank and the quotas of a day; nothing where no quota is defined. */
    interface Quotas {
        Optional<Integer> of(int cadre, int day);
    }

    /** Something that happened; {@code entity} is the number of the enrolment, link or card it happened to. */
    private record Fact(String what, int entity, int day, int cadre, int household, int of, int quota) {}

    NaiveRoster(LinkMode mode, Quotas quotas) {
        this.mode = mode;
        this.quotas = quotas;
    }

    // -- questions

    private Stream<Fact> all(String what, Predicate<Fact> which) {
        return facts.stream().filter(f -> f.what.equals(what)).filter(which);
    }

    private Optional<Fact> last(String what, Predicate<Fact> which) {
        return all(what, which).reduce((a, b) -> b);
    }

    private Stream<Fact> links(Predicate<Fact> which) {
        return all("link", which);
    }

    private @Nullable Fact endOf(Fact link) {
        return facts.stream()
                .filter(f -> f.what.equals("release") && f.entity == link.entity
                        || f.what.equals("link") && f.of == link.entity)
                .findFirst()
                .orElse(null);
    }

    private boolean open(Fact link) {
        return endOf(link) == null;
    }

    private boolean holds(Fact link, int day) {
        Fact end = endOf(link);
        return link.day <= day && (end == null || day < end.day);
    }

    /** Something that stands from a day until, but without, another. */
    record Span(int cadre, int household, int link, int from, int to, int quota) {
        boolean on(int day) {
            return from <= day && day < to;
        }
    }

    List<Span> spans() {
        return links(l -> true).map(l -> span(l, l.day, endDay(l))).toList();
    }

    /** Cards in force, from their issue, or from their delivery where that is asked for. */
    List<Span> cardSpans(String since) {
        List<Span> spans = new ArrayList<>();
        links(l -> true)
                .forEach(l -> all("issue", c -> c.of == l.entity).forEach(c -> {
                    int revoked = last("revoke", r -> r.entity == c.entity)
                            .map(Fact::day)
                            .orElse(endDay(l));
                    last(since, d -> d.entity == c.entity)
                            .ifPresent(d -> spans.add(span(l, d.day, Math.min(revoked, endDay(l)))));
                }));
        return spans;
    }

    private static Span span(Fact link, int from, int to) {
        return new Span(link.cadre, link.household, link.entity, from, to, link.quota);
    }

    boolean linked(int household) {
        return links(l -> l.household == household).anyMatch(this::open);
    }

    private int endDay(Fact link) {
        Fact end = endOf(link);
        return end == null ? EVER_AFTER + 1 : end.day;
    }

    private boolean rivals(Fact link, int household, int cadre) {
        return link.household == household && (mode == LinkMode.EXACTLY_ONE || link.cadre == cadre);
    }

    private boolean anyStepAfter(int day, Predicate<Fact> links) {
        return links(links).anyMatch(l -> stepsOf(l).anyMatch(f -> f.day > day));
    }

    private Stream<Fact> stepsOf(Fact link) {
        List<Integer> cards =
                all("issue", c -> c.of == link.entity).map(Fact::entity).toList();
        Fact end = endOf(link);
        return Stream.concat(
                Stream.of(link, end == null ? link : end),
                facts.stream()
                        .filter(f -> List.of("issue", "deliver", "revoke").contains(f.what))
                        .filter(f -> cards.contains(f.entity)));
    }

    private boolean overQuota(int cadre, int quota, int fromDay) {
        return IntStream.rangeClosed(fromDay, EVER_AFTER)
                .anyMatch(day -> links(l -> l.cadre == cadre && holds(l, day)).count() >= quota);
    }

    private Optional<Fact> enrolment(int cadre) {
        return all(
                        "enrol",
                        e -> e.cadre == cadre
                                && last("withdraw", w -> w.entity == e.entity).isEmpty())
                .findFirst();
    }

    /** The open link meant, or the code of the refusal. */
    private Object meant(int household, @Nullable Integer cadre) {
        List<Fact> open = links(l -> l.household == household && open(l) && (cadre == null || l.cadre == cadre))
                .toList();
        return open.isEmpty() ? "household-not-linked" : open.size() > 1 ? "invalid-field" : open.getFirst();
    }

    private void add(String what, int entity, int day, int cadre, int household, int of, int quota) {
        facts.add(new Fact(what, entity, day, cadre, household, of, quota));
    }

    // -- what stands where something was voided or corrected

    /** Which cadre, household, or day of the history it is. */
    interface Numbers {
        int cadre(UUID id);

        int household(UUID id);

        int day(LocalDate day);
    }

    /** Forgets everything and is told what stands. */
    void retell(List<LinkPointEvent> standing, Numbers numbers) {
        facts.clear();
        Map<UUID, Integer> entities = new HashMap<>();
        standing.forEach(event -> retell(event, numbers, id -> entities.computeIfAbsent(id, made -> ++this.made)));
    }

    private void retell(LinkPointEvent event, Numbers numbers, ToIntFunction<UUID> entity) {
        int day = numbers.day(event.occurredOn());
        switch (event) {
            case CadreEnrolled e -> {
                int cadre = numbers.cadre(e.enrolment().cadreId());
                add("enrol", entity.applyAsInt(e.enrolment().enrolmentId()), day, cadre, 0, 0, 0);
            }
            case CadreWithdrawnFromLinkPoint e -> {
                int cadre = numbers.cadre(e.enrolment().cadreId());
                add("withdraw", entity.applyAsInt(e.enrolment().enrolmentId()), day, cadre, 0, 0, 0);
            }
            case HouseholdAdmitted e -> {
                int household = numbers.household(e.admission().householdId());
                add("admit", entity.applyAsInt(e.admission().admissionId()), day, 0, household, 0, 0);
            }
            case CadreAssignedToHousehold e -> link("link", e.link(), 0, day, numbers, entity);
            case HouseholdHandedOver e ->
                link("link", e.link(), entity.applyAsInt(e.former().formerLinkId()), day, numbers, entity);
            case HouseholdReleased e -> link("release", e.link(), 0, day, numbers, entity);
            case LiaisonCardIssued e -> card("issue", e.card(), day, numbers, entity);
            case CardDeliveryConfirmed e -> card("deliver", e.card(), day, numbers, entity);
            case LiaisonCardRevoked e -> card("revoke", e.card(), day, numbers, entity);
            case LinkPointDesignated e -> {}
            case KeyVillageDesignated e -> {}
            case HouseholdDismissed e -> throw new IllegalArgumentException("no history dismisses a household");
        }
    }

    private void link(String what, Link link, int of, int day, Numbers numbers, ToIntFunction<UUID> entity) {
        int cadre = numbers.cadre(link.cadreId());
        int household = numbers.household(link.householdId());
        int quota = Objects.requireNonNull(link.quota());
        add(what, entity.applyAsInt(link.linkId()), day, cadre, household, of, quota);
    }

    private void card(String what, Card card, int day, Numbers numbers, ToIntFunction<UUID> entity) {
        int cadre = numbers.cadre(card.cadreId());
        int household = numbers.household(card.householdId());
        int link = entity.applyAsInt(card.linkId());
        add(what, entity.applyAsInt(card.cardId()), day, cadre, household, link, 0);
    }

    // -- commands

    @Nullable
    String enrol(int cadre, int day) {
        if (facts.stream()
                .anyMatch(f ->
                        f.cadre == cadre && (f.what.equals("enrol") || f.what.equals("withdraw")) && f.day > day)) {
            return "out-of-order";
        }
        if (enrolment(cadre).isEmpty()) {
            add("enrol", ++made, day, cadre, 0, 0, 0);
        }
        return null;
    }

    @Nullable
    String withdraw(int cadre, int day) {
        Optional<Fact> enrolment = enrolment(cadre);
        if (enrolment.isEmpty()) {
            return "cadre-not-enrolled";
        }
        if (enrolment.get().day > day) {
            return "out-of-order";
        }
        if (links(l -> l.cadre == cadre).anyMatch(l -> open(l) || Objects.requireNonNull(endOf(l)).day > day)) {
            return "cadre-still-linked";
        }
        add("withdraw", enrolment.get().entity, day, cadre, 0, 0, 0);
        return null;
    }

    @Nullable
    String admit(int household, int day) {
        if (all("admit", a -> a.household == household && a.day <= day)
                .findAny()
                .isEmpty()) {
            add("admit", ++made, day, 0, household, 0, 0);
        }
        return null;
    }

    @Nullable
    String assign(int household, int cadre, int day) {
        String refusal = judge(household, cadre, day, null);
        if (refusal == null) {
            admit(household, day);
            int quota = quotas.of(cadre, day).orElseThrow();
            add("link", ++made, day, cadre, household, 0, quota);
        }
        return refusal;
    }

    @Nullable
    String handOver(int household, int cadre, @Nullable Integer from, int day) {
        if (!(meant(household, from) instanceof Fact former)) {
            return (String) meant(household, from);
        }
        if (stepsOf(former).anyMatch(f -> f.day > day)) {
            return "out-of-order";
        }
        if (former.cadre == cadre) {
            return null;
        }
        String refusal = judge(household, cadre, day, former);
        if (refusal == null) {
            int quota = quotas.of(cadre, day).orElseThrow();
            add("link", ++made, day, cadre, household, former.entity, quota);
        }
        return refusal;
    }

    private @Nullable String judge(int household, int cadre, int day, @Nullable Fact ending) {
        if (links(l -> rivals(l, household, cadre) && open(l) && l != ending)
                .findAny()
                .isPresent()) {
            return "household-already-linked";
        }
        if (enrolment(cadre).filter(e -> e.day <= day).isEmpty()) {
            return "cadre-not-enrolled";
        }
        if (anyStepAfter(day, l -> rivals(l, household, cadre))) {
            return "out-of-order";
        }
        Optional<Integer> quota = quotas.of(cadre, day);
        if (quota.isEmpty()) {
            return "quota-not-defined";
        }
        return overQuota(cadre, quota.get(), day) ? "quota-exceeded" : null;
    }

    @Nullable
    String release(int household, @Nullable Integer cadre, int day) {
        if (!(meant(household, cadre) instanceof Fact link)) {
            return (String) meant(household, cadre);
        }
        if (anyStepAfter(day, l -> rivals(l, household, link.cadre))) {
            return "out-of-order";
        }
        add("release", link.entity, day, link.cadre, household, 0, 0);
        return null;
    }

    // -- cards

    private Optional<Fact> cardInForce(Fact link) {
        return open(link)
                ? all(
                                "issue",
                                c -> c.of == link.entity
                                        && last("revoke", r -> r.entity == c.entity)
                                                .isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    @Nullable
    String issue(int household, @Nullable Integer cadre, int day) {
        if (!(meant(household, cadre) instanceof Fact link)) {
            return (String) meant(household, cadre);
        }
        Optional<Fact> card = cardInForce(link);
        if (card.isPresent()) {
            return card.get().day > day ? "out-of-order" : null;
        }
        if (stepsOf(link).anyMatch(f -> f.day > day)) {
            return "out-of-order";
        }
        add("issue", ++made, day, link.cadre, household, link.entity, 0);
        return null;
    }

    @Nullable
    String deliver(int household, @Nullable Integer cadre, int day) {
        return card(household, cadre, day, "deliver");
    }

    @Nullable
    String revoke(int household, @Nullable Integer cadre, int day) {
        return card(household, cadre, day, "revoke");
    }

    private @Nullable String card(int household, @Nullable Integer cadre, int day, String what) {
        if (!(meant(household, cadre) instanceof Fact link)) {
            return (String) meant(household, cadre);
        }
        Optional<Fact> card = cardInForce(link);
        if (card.isEmpty()) {
            return "no-card-in-force";
        }
        int number = card.get().entity;
        if (stepsOf(link)
                .filter(f -> List.of("issue", "deliver").contains(f.what) && f.entity == number)
                .anyMatch(f -> f.day > day)) {
            return "out-of-order";
        }
        if (last(what, f -> f.entity == number).isEmpty()) {
            add(what, number, day, link.cadre, household, link.entity, 0);
        }
        return null;
    }
}
