package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRankChanged;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreTransferred;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.cadre.CadreEvent.Transfer;

class CadreRefTest {
    private static final UUID CADRE = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 2);
    private static final UUID BUREAU = new UUID(3, 3);
    private static final Membership MEMBERSHIP = new Membership(CADRE, OFFICE, "5303");
    private static final Sealed NAME = TestSealed.sealed("person:" + CADRE, "示例");
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final CadreRegistered REGISTERED = registered("141");

    @Test
    void holds_a_rank_from_a_day_on() {
        CadreRef cadre = fold(CadreRef.KIND, REGISTERED, new CadreRankChanged(MEMBERSHIP, "141", "132", JUNE));
        assertThat(cadre.rankOn(MAY.minusDays(1))).isEmpty();
        assertThat(cadre.rankOn(JUNE.minusDays(1))).contains("141");
        assertThat(cadre.rankOn(JUNE)).contains("132");
    }

    @Test
    void a_rank_written_late_holds_on_its_day() {
        CadreRef cadre = fold(
                CadreRef.KIND,
                REGISTERED,
                new CadreRankChanged(MEMBERSHIP, "142", "132", JUNE),
                new CadreRankChanged(MEMBERSHIP, "141", "142", MAY.plusDays(7)));
        assertThat(cadre.rankOn(MAY.plusDays(7))).contains("142");
        assertThat(cadre.rankOn(JUNE)).contains("132");
    }

    @Test
    void a_first_rank_changes_no_later_one() {
        CadreRef cadre = fold(CadreRef.KIND, registered("150"), new CadreRankChanged(MEMBERSHIP, "141", "132", JUNE));
        assertThat(cadre.rankOn(MAY)).contains("150");
        assertThat(cadre.rankOn(JUNE)).contains("132");
    }

    @Test
    void serves_in_one_organisation_at_a_time() {
        CadreRef cadre = fold(
                CadreRef.KIND,
                REGISTERED,
                new CadreTransferred(new Transfer(CADRE, OFFICE, null, BUREAU, "530328"), null, null, JUNE));
        assertThat(cadre.postOn(MAY).orElseThrow().organisationId()).isEqualTo(OFFICE);
        assertThat(cadre.postOn(JUNE).orElseThrow().organisationId()).isEqualTo(BUREAU);
    }

    @Test
    void serves_until_withdrawn() {
        CadreRef cadre = fold(CadreRef.KIND, REGISTERED, new CadreWithdrawn(MEMBERSHIP, null, null, JUNE));
        assertThat(cadre.inServiceOn(MAY.minusDays(1))).isFalse();
        assertThat(cadre.inServiceOn(JUNE.minusDays(1))).isTrue();
        assertThat(cadre.inServiceOn(JUNE)).isFalse();
    }

    private static CadreRegistered registered(String rank) {
        @Nullable UUID none = null;
        return new CadreRegistered(MEMBERSHIP, none, NAME, "1", rank, null, "01", null, MAY);
    }
}
