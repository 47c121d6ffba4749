package org.minqing.events.linkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.Card;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/**
 * Links and delivered cards are counted from each event alone, by cadre, group and band: this story would not come out if
 * an event lacked anything it takes.
 */
class LinkStoryTest {
    private static final LocalDate LAUNCH = LocalDate.of(2012, 1, 1);
    private static final UUID POINT = Ids.named("point");
    private static final UUID PROGRAMME = Ids.named("programme");
    private static final UUID ORGANISATION = Ids.named("organisation");
    private static final String VILLAGE = "530328202207";
    private static final Site SITE = new Site(POINT, PROGRAMME, ORGANISATION, VILLAGE);
    private static final UUID HOUSEHOLD = Ids.named("household");
    private static final UUID ADMISSION = Ids.named("admission");
    private static final Sealed WHY = new Sealed(1, "household:" + HOUSEHOLD, "A256GCM", "AAECAwQFBgcICQoL", "eA");

    /** A household changes hands in its second group, loses a card, is released: every count goes down where it went up. */
    @Test
    void what_ends_takes_back_what_began_in_the_same_place() {
        var assigned = assigned("link1", "first", 7, "A", 1);
        var lost = issued("card1", assigned.link(), 2);
        var card = issued("card2", assigned.link(), 4);
        var over = handedOver(assigned, card, true, "link2", "second", 8, "B", 6);
        var card3 = issued("card3", over.link(), 7);

        var story = List.<DomainEvent>of(
                assigned,
                lost,
                delivered(lost, 2),
                revoked(lost, true, 3),
                card,
                delivered(card, 5),
                over,
                card3,
                delivered(card3, 8),
                released(over.link(), card3, true, 9));

        assertThat(counts(story)).isEqualTo("""
                1 LINK first 7 A
                2 LINK first 7 A; CARD first 7
                3 LINK first 7 A
                4 LINK first 7 A
                5 LINK first 7 A; CARD first 7
                6 LINK second 8 B
                7 LINK second 8 B
                8 LINK second 8 B; CARD second 8
                9 -
                """);
    }

    @Test
    void voiding_a_hand_over_lets_the_former_link_and_its_card_go_on() {
        var assigned = assigned("link1", "first", 7, "A", 1);
        var card1 = issued("card1", assigned.link(), 2);
        var over = handedOver(assigned, card1, true, "link2", "second", 8, "B", 4);
        var card2 = issued("card2", over.link(), 5);
        var delivered2 = delivered(card2, 5);

        var story = List.<DomainEvent>of(
                assigned,
                card1,
                delivered(card1, 3),
                over,
                card2,
                delivered2,
                voided(delivered2),
                voided(card2),
                voided(over));

        assertThat(counts(story)).isEqualTo("""
                1 LINK first 7 A
                2 LINK first 7 A
                3 LINK first 7 A; CARD first 7
                4 LINK first 7 A; CARD first 7
                5 LINK first 7 A; CARD first 7
                6 LINK first 7 A; CARD first 7
                7 LINK first 7 A; CARD first 7
                8 LINK first 7 A; CARD first 7
                9 LINK first 7 A; CARD first 7
                """);
    }

    @Test
    void voiding_a_released_link_leaves_nothing_on_any_day() {
        var assigned = assigned("link1", "first", 7, "A", 1);
        var card = issued("card1", assigned.link(), 2);
        var delivered = delivered(card, 3);
        var released = released(assigned.link(), card, true, 5);

        var story = List.<DomainEvent>of(
                assigned,
                card,
                delivered,
                released,
                voided(released),
                voided(delivered),
                voided(card),
                voided(assigned));

        assertThat(counts(story).lines()).allMatch(day -> day.endsWith(" -"));
    }

    /** A count of one thing, up or down on a day. */
    private record Change(LocalDate day, String of, int by) {
        Change back() {
            return new Change(day, of, -by);
        }
    }

    private static Stream<Change> changes(DomainEvent event) {
        LocalDate day = event.occurredOn();
        return switch (event) {
            case Voided<?> e -> changes(e.before()).map(Change::back);
            case CadreAssignedToHousehold e -> Stream.of(new Change(day, link(e.link()), 1));
            case HouseholdHandedOver e -> {
                FormerLink former = e.former();
                UUID cadre = former.formerCadreId();
                yield Stream.of(
                        new Change(day, link(cadre, former.formerGroup(), former.formerBand()), -1),
                        new Change(day, card(cadre, former.formerGroup()), former.formerCardDelivered() ? -1 : 0),
                        new Change(day, link(e.link()), 1));
            }
            case HouseholdReleased e ->
                Stream.of(
                        new Change(day, link(e.link()), -1),
                        new Change(day, card(e.link().cadreId(), e.link().group()), e.cardDelivered() ? -1 : 0));
            case CardDeliveryConfirmed e -> Stream.of(new Change(day, card(e.card()), 1));
            case LiaisonCardRevoked e -> Stream.of(new Change(day, card(e.card()), e.delivered() ? -1 : 0));
            default -> Stream.empty();
        };
    }

    private static String link(Link link) {
        return link(link.cadreId(), link.group(), link.band());
    }

    private static String card(Card card) {
        return card(card.cadreId(), card.group());
    }

    private static String link(UUID cadre, int group, @Nullable String band) {
        return "LINK " + name(cadre) + " " + group + " " + band;
    }

    private static String card(UUID cadre, int group) {
        return "CARD " + name(cadre) + " " + group;
    }

    private static String name(UUID cadre) {
        return cadre.equals(Ids.named("first")) ? "first" : "second";
    }

    /** What stands on each of nine days; fails where anything is below zero or above one. */
    private static String counts(List<? extends DomainEvent> story) {
        List<Change> changes = story.stream().flatMap(LinkStoryTest::changes).toList();
        Set<String> things = changes.stream().map(Change::of).collect(Collectors.toSet());
        var table = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            LocalDate day = day(i);
            List<String> standing = new ArrayList<>();
            for (String thing : things) {
                int count = changes.stream()
                        .filter(change ->
                                change.of().equals(thing) && !change.day().isAfter(day))
                        .mapToInt(Change::by)
                        .sum();
                assertThat(count).describedAs("%s on day %d", thing, i).isBetween(0, 1);
                if (count == 1) {
                    standing.add(thing);
                }
            }
            standing.sort(Comparator.reverseOrder());
            table.append(i)
                    .append(' ')
                    .append(standing.isEmpty() ? "-" : String.join("; ", standing))
                    .append('\n');
        }
        return table.toString();
    }

    private static LocalDate day(int number) {
        return LAUNCH.plusDays(number);
    }

    private static Link link(String link, String cadre, int group, String rank, String band, int quota) {
        return new Link(
                Ids.named(link),
                ADMISSION,
                group,
                HOUSEHOLD,
                Ids.named("enrolment", cadre),
                Ids.named(cadre),
                rank,
                band,
                quota);
    }

    private static CadreAssignedToHousehold assigned(String link, String cadre, int group, String band, int day) {
        return new CadreAssignedToHousehold(
                SITE, link(link, cadre, group, "132", band, 5), LinkMode.EXACTLY_ONE, day(day));
    }

    private static HouseholdHandedOver handedOver(
            CadreAssignedToHousehold former,
            LiaisonCardIssued card,
            boolean delivered,
            String link,
            String cadre,
            int group,
            String band,
            int day) {
        return new HouseholdHandedOver(
                SITE,
                FormerLink.of(former.link(), card.card().cardId(), delivered),
                link(link, cadre, group, "141", band, 3),
                LinkMode.EXACTLY_ONE,
                WHY,
                null,
                day(day));
    }

    private static HouseholdReleased released(Link link, LiaisonCardIssued card, boolean delivered, int day) {
        return new HouseholdReleased(SITE, link, card.card().cardId(), delivered, WHY, null, day(day));
    }

    private static LiaisonCardIssued issued(String card, Link link, int day) {
        return new LiaisonCardIssued(
                SITE, new Card(Ids.named(card), link.linkId(), link.group(), HOUSEHOLD, link.cadreId()), day(day));
    }

    private static CardDeliveryConfirmed delivered(LiaisonCardIssued card, int day) {
        return new CardDeliveryConfirmed(SITE, card.card(), day(day));
    }

    private static LiaisonCardRevoked revoked(LiaisonCardIssued card, boolean delivered, int day) {
        return new LiaisonCardRevoked(SITE, card.card(), delivered, null, null, day(day));
    }

    private static Voided<LinkPointEvent> voided(LinkPointEvent event) {
        return new Voided<>(Ids.named("target"), event, WHY, null);
    }
}
