package org.minqing.command.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.access.Reach;
import org.minqing.command.language.Samples;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.SourceInput;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;

/** What never was is nowhere named anew. */
class VoidedReferenceTest {
    private static final UUID ID = new UUID(4, 4);

    @ParameterizedTest
    @CsvSource({
        "Activity, activity-voided, activity.ActivityEvent$ActivityScheduled",
        "Concern, concern-voided, concern.ConcernEvent$ConcernRaised",
        "Fund, fund-voided, fund.FundEvent$FundOpened",
        "Household, household-voided, household.HouseholdEvent$HouseholdRegistered",
        "LinkPoint, link-point-voided, linkpoint.LinkPointEvent$LinkPointDesignated",
        "Visit, visit-voided, visit.VisitEvent$VisitRecorded",
        "WorkTeam, work-team-voided, workteam.WorkTeamEvent$WorkTeamFormed"
    })
    void no_matter_comes_up_in_what_never_was(String type, String code, String event) throws Exception {
        InMemoryReferences references = new InMemoryReferences();
        DecisionContext situation = new DecisionContext(
                new Caller("test", "tester", Set.of("office"), "office", Reach.SCOPE, "53", null, null),
                new UUID(1, 1),
                LocalDate.of(2012, 6, 1),
                references,
                new Gazetteer());
        DomainEvent begun = sample(event);
        references.add(type, ID, begun);
        SourceInput source = new SourceInput(type, ID);
        source.existing(situation);
        references.add(type, ID, new Voided<>(ID, begun, CommandFixture.REASON, null));
        assertThatThrownBy(() -> source.existing(situation))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static DomainEvent sample(String event) throws ClassNotFoundException {
        return (DomainEvent) Samples.whole().of(Class.forName("org.minqing.events." + event));
    }
}
