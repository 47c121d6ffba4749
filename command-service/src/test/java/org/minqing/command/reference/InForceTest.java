package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Ids;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectKind;

/** What a command refers to stands on its day, or the command is refused. */
class InForceTest {
    private static final UUID OFFICE = new UUID(2, 1);
    private static final UUID CADRE = new UUID(3, 1);
    private static final UUID OTHER = new UUID(3, 2);
    private static final UUID PROJECT = new UUID(4, 1);
    private static final String VILLAGE = "530328202207";
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate BEFORE = MAY.minusDays(1);

    private final InMemoryReferences references = new InMemoryReferences();
    private final Gazetteer gazetteer = new Gazetteer();

    private DecisionContext situation() {
        Caller caller = new Caller("test", "tester", Set.of("office"), "office", Reach.SCOPE, "53", null, null);
        return new DecisionContext(caller, new UUID(5, 5), MAY, references, gazetteer);
    }

    private static void assertRefused(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo(code));
    }

    private static void assertInvalid(String pointer, String code, ThrowingCallable asking) {
        assertThatThrownBy(asking)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        r -> assertThat(r.errors())
                                .extracting(error -> error.pointer() + " " + error.code())
                                .containsExactly(pointer + " " + code));
    }

    private OrganisationRegistered register(@Nullable OrganisationKind kind) {
        OrganisationRegistered registered = new OrganisationRegistered(new Seat(OFFICE, "5303"), "示例", kind, null, MAY);
        references.add("Organisation", OFFICE, registered);
        return registered;
    }

    private void serve(UUID cadreId) {
        Membership of = new Membership(cadreId, OFFICE, "5303");
        references.add(
                "Cadre",
                cadreId,
                new CadreRegistered(
                        of, null, TestSealed.sealed("person:" + cadreId, "示例"), "1", "141", null, null, null, MAY));
    }

    @Test
    void an_organisation_stands_from_its_first_day_on() {
        register(null);
        assertThat(InForce.organisation(situation(), OFFICE, MAY).divisionId()).isEqualTo("5303");
        assertRefused("organisation-not-in-force", () -> InForce.organisation(situation(), OFFICE, BEFORE));
        assertRefused("organisation-not-found", () -> InForce.organisation(situation(), OTHER, MAY));
    }

    @Test
    void an_organisation_that_never_was_does_not_stand() {
        OrganisationRegistered registered = register(null);
        references.add(
                "Organisation",
                OFFICE,
                new Voided<>(new UUID(9, 9), registered, TestSealed.sealed("test:reason", "误录"), null));
        assertRefused("organisation-voided", () -> InForce.organisation(situation(), OFFICE, MAY));
    }

    @Test
    void a_party_branch_is_one_or_of_a_kind_nobody_knows() {
        register(OrganisationKind.PARTY_BRANCH);
        assertThatCode(() -> InForce.partyBranch(situation(), OFFICE, MAY)).doesNotThrowAnyException();
        assertRefused("organisation-not-in-force", () -> InForce.partyBranch(situation(), OFFICE, BEFORE));
        register(null);
        assertThatCode(() -> InForce.partyBranch(situation(), OFFICE, MAY)).doesNotThrowAnyException();
        register(OrganisationKind.SCHOOL);
        assertInvalid("/partyBranchId", "not-a-party-branch", () -> InForce.partyBranch(situation(), OFFICE, MAY));
    }

    @Test
    void cadres_serve_on_the_day_and_are_named_once() {
        serve(CADRE);
        serve(OTHER);
        assertThat(InForce.cadres(situation(), "/members", List.of(CADRE, OTHER), MAY))
                .containsExactly(CADRE, OTHER);
        assertInvalid(
                "/members/1", "repeated", () -> InForce.cadres(situation(), "/members", List.of(CADRE, CADRE), MAY));
        assertRefused(
                "cadre-not-in-service", () -> InForce.cadres(situation(), "/members", List.of(CADRE, OTHER), BEFORE));
        references.add("Cadre", OTHER, new CadreWithdrawn(new Membership(OTHER, OFFICE, "5303"), null, null, MAY));
        assertRefused(
                "cadre-not-in-service", () -> InForce.cadres(situation(), "/members", List.of(CADRE, OTHER), MAY));
        assertThat(InForce.cadre(situation(), CADRE, MAY).rankOn(MAY)).contains("141");
    }

    @Test
    void a_project_stands_from_its_proposal_on() {
        references.add(
                "Project",
                PROJECT,
                new ProjectProposed(
                        new Undertaking(PROJECT, new UUID(1, 1), OFFICE, VILLAGE),
                        new Classification(null, null),
                        new Plan(ProjectKind.WATER, "人畜饮水", null, null),
                        MAY));
        assertThat(InForce.project(situation(), PROJECT, MAY).proposedOn()).isEqualTo(MAY);
        assertRefused("project-not-in-force", () -> InForce.project(situation(), PROJECT, BEFORE));
    }

    @Test
    void a_village_is_no_township() {
        for (String code : List.of("530328202", VILLAGE)) {
            DivisionRegistered registered =
                    new DivisionRegistered(new Place(code), code.substring(0, code.length() - 3), code, "示例", MAY);
            gazetteer.add(Ids.named("test", code), registered);
        }
        assertThat(Village.id(situation(), VILLAGE, MAY)).isEqualTo(VILLAGE);
        assertInvalid("/villageCode", "not-a-village", () -> Village.id(situation(), "530328202", MAY));
        assertRefused("division-not-found", () -> Village.id(situation(), "530328202299", MAY));
    }
}
