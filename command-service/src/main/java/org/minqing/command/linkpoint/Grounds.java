package org.minqing.command.linkpoint;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.CadreRef;
import org.minqing.command.reference.HouseholdRef;
import org.minqing.command.reference.HouseholdRef.Home;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.ProgrammeRef;
import org.minqing.command.reference.ProgrammeRef.Quota;
import org.minqing.events.LinkMode;

/** What programme, cadres and households say of this link point on one day: the grounds of a decision. */
final class Grounds {
    private final Site site;
    private final LocalDate day;
    private final Situation situation;
    private final ProgrammeRef programme;

    /** Reads the programme and whoever is asked about in one query. */
    Grounds(Site site, LocalDate day, Situation situation, @Nullable UUID cadreId, @Nullable UUID householdId) {
        this.site = site;
        this.day = day;
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
    }

    /** Nothing new begins before the programme or after it. */
    Grounds whileProgrammeInForce() {
        if (!programme.inForceOn(day)) {
            throw Refusal.conflict("programme-not-in-force", site.programmeId(), day);
        }
        return this;
    }

    Grounds whileOrganisationInForce() {
        InForce.organisation(situation, site.organisationId(), day);
        return this;
    }

    LinkMode linkMode() {
        return programme.linkMode();
    }

    /** The villagers' group of a household that lives in this village. */
    int groupOf(UUID householdId) {
        HouseholdRef household = situation.references().require(HouseholdRef.KIND, householdId);
        if (!household.inForceOn(day)) {
            throw Refusal.conflict("household-not-in-force", householdId, day);
        }
        return household
                .homeOn(day)
                .filter(home -> home.villageId().equals(site.villageId()))
                .map(Home::group)
                .orElseThrow(() -> Refusal.conflict("household-not-in-village", householdId, site.villageId()));
    }

    /** What a cadre in service is judged by. */
    Standing standingOf(UUID cadreId) {
        CadreRef cadre = InForce.cadre(situation, cadreId, day);
        String rankCode = cadre.rankOn(day).orElseThrow();
        Optional<Quota> quota = programme.quotaFor(rankCode, day);
        return new Standing(
                rankCode,
                quota.map(Quota::band).orElse(null),
                quota.map(Quota::households).orElse(null));
    }

    /** The quota to judge by; 409 {@code quota-not-defined} where the programme has none for the rank. */
    static int quota(Standing by) {
        if (by.quota() == null) {
            throw Refusal.conflict("quota-not-defined", by.rankCode());
        }
        return by.quota();
    }

    /** The quota of the rank a cadre holds on the day, in service or not. */
    Optional<Integer> quotaOf(UUID cadreId) {
        return situation
                .references()
                .require(CadreRef.KIND, cadreId)
                .rankOn(day)
                .flatMap(rankCode -> programme.quotaFor(rankCode, day))
                .map(Quota::households);
    }
}
