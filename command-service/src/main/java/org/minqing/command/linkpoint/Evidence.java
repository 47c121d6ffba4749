package org.minqing.command.linkpoint;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;

/** What programme, cadres and households say of a link point on one day. */
final class Evidence {
    private final Site site;
    private final DecisionContext situation;
    private final ProgrammeRef programme;

    /**
     * Reads the programme and whoever is asked about in one query.
     *
     * @throws Refusal 409 {@code programme-not-in-force}: nothing new begins before the programme or after it
     */
    Evidence(Site site, DecisionContext situation, @Nullable UUID cadreId, @Nullable UUID householdId) {
        this.site = site;
        this.situation = situation;
        situation
                .references()
                .prefetch(Stream.of(
                                "Programme-" + site.programmeId(),
                                cadreId == null ? null : "Cadre-" + cadreId,
                                householdId == null ? null : "Household-" + householdId)
                        .flatMap(Stream::ofNullable)
                        .toArray(String[]::new));
        this.programme = situation.references().require(ProgrammeRef.KIND, site.programmeId());
        if (!programme.inForceOn(situation.day())) {
            throw Refusal.conflict("programme-not-in-force", site.programmeId(), situation.day());
        }
    }

    LinkMode linkMode() {
        return programme.linkMode();
    }

    /** The villagers' group of a household that lives in this village. */
    int groupOf(UUID householdId) {
        Home home = InForce.home(situation, householdId, situation.day());
        if (!home.villageId().equals(site.villageId())) {
            throw Refusal.conflict("household-not-in-village", householdId, site.villageId());
        }
        return home.group();
    }

    /**
     * By what a cadre is judged.
     *
     * @param rankCode held, code of GB/T 12407
     * @param band of that rank, if the programme has defined one by that day
     * @param quota households for a cadre of that band
     */
    record Rank(
            String rankCode,
            @Nullable String band,
            @Nullable Integer quota) {}

    /** The rank of a cadre in service. */
    Rank rankOf(UUID cadreId) {
        String code = InForce.cadre(situation, cadreId, situation.day())
                .rankOn(situation.day())
                .orElseThrow();
        Optional<LinkQuotaDefined> quota = programme.quotas().forRank(code, situation.day());
        return new Rank(
                code,
                quota.map(LinkQuotaDefined::band).orElse(null),
                quota.map(LinkQuotaDefined::households).orElse(null));
    }
}
