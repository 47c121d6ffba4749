package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.FormerLink;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdHandedOver;
import org.minqing.events.linkpoint.LinkPointEvent.HouseholdReleased;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

class LinkPointRefTest {
    private static final UUID POINT = new UUID(1, 1);
    private static final UUID PROGRAMME = new UUID(1, 2);
    private static final UUID OFFICE = new UUID(1, 3);
    private static final UUID HOUSEHOLD = new UUID(1, 4);
    private static final UUID FIRST = new UUID(1, 5);
    private static final UUID SECOND = new UUID(1, 6);
    private static final UUID LINK = new UUID(1, 7);
    private static final UUID NEXT_LINK = new UUID(1, 8);
    private static final UUID SOME = new UUID(9, 9);
    private static final String VILLAGE = "530328202207";
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final Sealed REASON = TestSealed.sealed("household:" + HOUSEHOLD, "示例");
    private static final LinkPointDesignated DESIGNATED =
            new LinkPointDesignated(new Site(POINT, PROGRAMME, OFFICE, VILLAGE), 216, MAY);
    private static final Site SITE = DESIGNATED.of();
    private static final Link HELD = new Link(LINK, SOME, 7, HOUSEHOLD, SOME, FIRST, "132", "处级以上", 5);
    private static final Link NEXT = new Link(NEXT_LINK, SOME, 7, HOUSEHOLD, SOME, SECOND, "141", "科以下", 3);
    private static final CadreAssignedToHousehold ASSIGNED =
            new CadreAssignedToHousehold(SITE, HELD, LinkMode.EXACTLY_ONE, MAY);
    private static final HouseholdReleased RELEASED =
            new HouseholdReleased(SITE, HELD, null, false, REASON, null, JUNE);
    private static final HouseholdHandedOver HANDED_OVER = new HouseholdHandedOver(
            SITE, FormerLink.of(HELD, null, false), NEXT, LinkMode.EXACTLY_ONE, REASON, null, JUNE);

    /** Cadres linked to the household on the day. */
    private static List<UUID> cadres(LinkPointRef point, LocalDate day) {
        return point.linksOf(HOUSEHOLD).values().stream()
                .filter(link -> link.on(day))
                .map(LinkPointRef.Link::cadreId)
                .toList();
    }

    @Test
    void is_in_force_once_designated() {
        assertThat(fold(LinkPointRef.KIND, DESIGNATED).inForceOn(MAY)).isTrue();
        assertThat(fold(LinkPointRef.KIND, DESIGNATED).inForceOn(MAY.minusDays(1)))
                .isFalse();
        assertThat(fold(LinkPointRef.KIND, ASSIGNED).inForceOn(JUNE)).isFalse();
    }

    @Test
    void links_a_cadre_from_a_day_on() {
        LinkPointRef point = fold(LinkPointRef.KIND, DESIGNATED, ASSIGNED);
        assertThat(linked(point, MAY.minusDays(1))).isEmpty();
        assertThat(linked(point, MAY)).containsExactly(FIRST);
    }

    @Test
    void a_release_ends_the_link() {
        assertThat(linked(fold(LinkPointRef.KIND, DESIGNATED, ASSIGNED, RELEASED), JUNE))
                .isEmpty();
    }

    @Test
    void a_hand_over_links_another() {
        LinkPointRef handedOver = fold(LinkPointRef.KIND, DESIGNATED, ASSIGNED, HANDED_OVER);
        assertThat(linked(handedOver, MAY)).containsExactly(FIRST);
        assertThat(linked(handedOver, JUNE)).containsExactly(SECOND);
    }

    @Test
    void another_household_has_links_of_its_own() {
        assertThat(fold(LinkPointRef.KIND, DESIGNATED, ASSIGNED).linksOf(SOME)).isEmpty();
    }

    /** Cadres linked to the household on the day. */
    private static Stream<UUID> linked(LinkPointRef point, LocalDate day) {
        return point.linksOf(HOUSEHOLD).values().stream()
                .filter(link -> link.on(day))
                .map(LinkPointRef.Link::cadreId);
    }
}
