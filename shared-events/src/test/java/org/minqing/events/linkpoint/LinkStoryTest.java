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
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voids;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryConfirmed;
import org.minqing.events.linkpoint.LinkPointEvent.CardDeliveryVoided;
import org.minqing.events.linkpoint.LinkPointEvent.CardIssueVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HandOverVoided;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardIssued;
import org.minqing.events.linkpoint.LinkPointEvent.LiaisonCardRevoked;
import org.minqing.events.linkpoint.LinkPointEvent.LinkVoided;
import org.minqing.events.linkpoint.LinkPointEvent.ReleaseVoided;

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
    private static final UUID HOUSEHOLD = Ids.named("household");
    private static final UUID ADMISSION = Ids.named("admission");
    private static final Sealed WHY = new Sealed(1, "household:" + HOUSEHOLD, "A256GCM", "AAECAwQFBgcICQoL", "eA");

    /** A household changes hands in its second group, loses a card, is released: every count goes down where it went up. */
    @Test
    void what_ends_takes_back_what_began_in_the_same_place() {
        var assigned = assigned("link1", "first", 7, "A", 1);
        var lost = issued("card1", assigned, 2);
        var card = issued("card2", assigned, 4);
        var over = handedOver(assigned, card, true, "link2", "second", 8, "B", 6);
        var card3 = issued("card3", over, 7);

        var story = List.of(
                assigned,
                lost,
                delivered(lost, 2),
                revoked(lost, true, 3),
                card,
                delivered(card, 5),
                over,
                card3,
                delivered(card3, 8),
                released(over, card3, true, 9));

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
        var card1 = issued("card1", assigned, 2);
        var over = handedOver(assigned, card1, true, "link2", "second", 8, "B", 4);
        var card2 = issued("card2", over, 5);
        var delivered2 = delivered(card2, 5);

        var story = List.of(
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
        var card = issued("card1", assigned, 2);
        var delivered = delivered(card, 3);
        var released = released(assigned, card, true, 5);

        var story = List.of(
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

    private static Stream<Change> changes(LinkPointEvent event) {
        LocalDate day = event.occurredOn();
        return switch (event) {
            case Voids<?> e -> changes((LinkPointEvent) e.before()).map(Change::back);
            case CadreAssignedToHousehold e -> Stream.of(new Change(day, link(e.cadreId(), e.group(), e.band()), 1));
            case HouseholdHandedOver e ->
                Stream.of(
                        new Change(day, link(e.formerCadreId(), e.formerGroup(), e.formerBand()), -1),
                        new Change(day, card(e.formerCadreId(), e.formerGroup()), e.formerCardDelivered() ? -1 : 0),
                        new Change(day, link(e.cadreId(), e.group(), e.band()), 1));
            case HouseholdReleased e ->
                Stream.of(
                        new Change(day, link(e.cadreId(), e.group(), e.band()), -1),
                        new Change(day, card(e.cadreId(), e.group()), e.cardDelivered() ? -1 : 0));
            case CardDeliveryConfirmed e -> Stream.of(new Change(day, card(e.cadreId(), e.group()), 1));
            case LiaisonCardRevoked e ->
                Stream.of(new Change(day, card(e.cadreId(), e.group()), e.delivered() ? -1 : 0));
            default -> Stream.empty();
        };
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
    private static String counts(List<? extends LinkPointEvent> story) {
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

    private static CadreAssignedToHousehold assigned(String link, String cadre, int group, String band, int day) {
        return new CadreAssignedToHousehold(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                Ids.named(link),
                ADMISSION,
                group,
                HOUSEHOLD,
                Ids.named("enrolment", cadre),
                Ids.named(cadre),
                "132",
                band,
                5,
                LinkMode.EXACTLY_ONE,
                day(day));
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
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                former.linkId(),
                former.group(),
                former.enrolmentId(),
                former.cadreId(),
                former.rankCode(),
                former.band(),
                former.quota(),
                card.cardId(),
                delivered,
                Ids.named(link),
                ADMISSION,
                group,
                HOUSEHOLD,
                Ids.named("enrolment", cadre),
                Ids.named(cadre),
                "141",
                band,
                3,
                LinkMode.EXACTLY_ONE,
                WHY,
                null,
                day(day));
    }

    private static HouseholdReleased released(
            HouseholdHandedOver link, LiaisonCardIssued card, boolean delivered, int day) {
        return released(
                new CadreAssignedToHousehold(
                        POINT,
                        PROGRAMME,
                        ORGANISATION,
                        VILLAGE,
                        link.linkId(),
                        ADMISSION,
                        link.group(),
                        HOUSEHOLD,
                        link.enrolmentId(),
                        link.cadreId(),
                        link.rankCode(),
                        link.band(),
                        link.quota(),
                        link.linkMode(),
                        link.occurredOn()),
                card,
                delivered,
                day);
    }

    private static HouseholdReleased released(
            CadreAssignedToHousehold link, LiaisonCardIssued card, boolean delivered, int day) {
        return new HouseholdReleased(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                link.linkId(),
                ADMISSION,
                link.group(),
                HOUSEHOLD,
                link.enrolmentId(),
                link.cadreId(),
                link.rankCode(),
                link.band(),
                link.quota(),
                card.cardId(),
                delivered,
                WHY,
                null,
                day(day));
    }

    private static LiaisonCardIssued issued(String card, CadreAssignedToHousehold link, int day) {
        return issued(card, link.linkId(), link.group(), link.cadreId(), day);
    }

    private static LiaisonCardIssued issued(String card, HouseholdHandedOver link, int day) {
        return issued(card, link.linkId(), link.group(), link.cadreId(), day);
    }

    private static LiaisonCardIssued issued(String card, UUID link, int group, UUID cadre, int day) {
        return new LiaisonCardIssued(
                POINT, PROGRAMME, ORGANISATION, VILLAGE, Ids.named(card), link, group, HOUSEHOLD, cadre, day(day));
    }

    private static CardDeliveryConfirmed delivered(LiaisonCardIssued card, int day) {
        return new CardDeliveryConfirmed(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                card.cardId(),
                card.linkId(),
                card.group(),
                HOUSEHOLD,
                card.cadreId(),
                day(day));
    }

    private static LiaisonCardRevoked revoked(LiaisonCardIssued card, boolean delivered, int day) {
        return new LiaisonCardRevoked(
                POINT,
                PROGRAMME,
                ORGANISATION,
                VILLAGE,
                card.cardId(),
                card.linkId(),
                card.group(),
                HOUSEHOLD,
                card.cadreId(),
                delivered,
                null,
                null,
                day(day));
    }

    private static LinkPointEvent voided(LinkPointEvent event) {
        UUID target = Ids.named("target");
        LocalDate day = event.occurredOn();
        return switch (event) {
            case CadreAssignedToHousehold e ->
                new LinkVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, e.linkId(), e, WHY, null, day);
            case HouseholdHandedOver e ->
                new HandOverVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, e.linkId(), e, WHY, null, day);
            case HouseholdReleased e ->
                new ReleaseVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, target, e, WHY, null, day);
            case LiaisonCardIssued e ->
                new CardIssueVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, e.cardId(), e, WHY, null, day);
            case CardDeliveryConfirmed e ->
                new CardDeliveryVoided(POINT, PROGRAMME, ORGANISATION, VILLAGE, target, e, WHY, null, day);
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
