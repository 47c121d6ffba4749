package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.Task;

class ResponsibilityTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID OTHER_PROGRAMME = new UUID(1, 2);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID BUREAU = new UUID(2, 2);
    private static final String VILLAGE = "530328202207";
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);

    private final InMemoryReferences references = new InMemoryReferences();

    @Test
    void comes_from_the_one_programme_in_force() {
        launch(PROGRAMME);
        assertThat(in(null, null)).isEqualTo(new Responsibility(PROGRAMME, CITY));
    }

    @Test
    void comes_from_the_villages_link_point_first() {
        launch(PROGRAMME);
        launch(OTHER_PROGRAMME);
        linkPoint(PROGRAMME);
        assertThat(in(null, null)).isEqualTo(new Responsibility(PROGRAMME, BUREAU));
    }

    @Test
    void takes_what_the_command_says() {
        assertThat(in(PROGRAMME, BUREAU)).isEqualTo(new Responsibility(PROGRAMME, BUREAU));
    }

    @Test
    void finds_the_organisation_of_the_programme_the_command_names() {
        launch(PROGRAMME);
        launch(OTHER_PROGRAMME);
        linkPoint(PROGRAMME);
        assertThat(in(PROGRAMME, null)).isEqualTo(new Responsibility(PROGRAMME, BUREAU));
        assertThat(in(OTHER_PROGRAMME, null)).isEqualTo(new Responsibility(OTHER_PROGRAMME, CITY));
    }

    @Test
    void refuses_where_no_programme_is_in_force() {
        assertThatThrownBy(() -> in(null, null)).isInstanceOf(Refusal.class).hasMessageContaining("no-programme");
    }

    @Test
    void refuses_where_several_programmes_are_in_force() {
        launch(PROGRAMME);
        launch(OTHER_PROGRAMME);
        assertThatThrownBy(() -> in(null, null)).isInstanceOf(Refusal.class).hasMessageContaining("several-programmes");
    }

    @Test
    void refuses_a_programme_nobody_knows() {
        assertThatThrownBy(() -> in(PROGRAMME, null)).hasMessageContaining("programme-not-found");
    }

    @Test
    void the_only_link_point_says_the_programme_even_when_another_organisation_acts() {
        launch(PROGRAMME);
        launch(OTHER_PROGRAMME);
        linkPoint(PROGRAMME);
        assertThat(in(null, CITY)).isEqualTo(new Responsibility(PROGRAMME, CITY));
    }

    @Test
    void of_several_link_points_takes_the_one_of_the_organisation_that_acts() {
        launch(PROGRAMME);
        launch(OTHER_PROGRAMME);
        linkPoint(PROGRAMME);
        linkPoint(OTHER_PROGRAMME, CITY);
        assertThat(in(null, CITY)).isEqualTo(new Responsibility(OTHER_PROGRAMME, CITY));
        assertThatThrownBy(() -> in(null, null)).hasMessageContaining("several-programmes");
    }

    @Test
    void is_in_force_when_programme_and_organisation_are() {
        launch(PROGRAMME);
        register(CITY, MAY);
        register(BUREAU, MAY.plusDays(1));
        Responsibility ours = new Responsibility(PROGRAMME, CITY);
        assertThat(ours.inForce(situation(), MAY)).isEqualTo(ours);
        assertThatThrownBy(() -> ours.inForce(situation(), MAY.minusDays(1)))
                .hasMessageContaining("programme-not-in-force");
        assertThatThrownBy(() -> new Responsibility(PROGRAMME, BUREAU).inForce(situation(), MAY))
                .hasMessageContaining("organisation-not-in-force");
    }

    @Test
    void knows_the_offices_of_its_organisation_and_the_tasks_of_its_programme() {
        launch(PROGRAMME);
        register(CITY, MAY);
        references.add("Organisation", CITY, new OfficeAdded(new Seat(CITY, "5303"), new UUID(3, 3), "选联委", MAY));
        Responsibility ours = new Responsibility(PROGRAMME, CITY);
        assertThat(ours.classed(situation(), MAY, new UUID(3, 3), "T7")).isEqualTo(ours);
        assertThatThrownBy(() -> ours.classed(situation(), MAY, new UUID(3, 4), null))
                .hasMessageContaining("office-not-found");
        assertThatThrownBy(() -> ours.classed(situation(), MAY, null, "T8")).hasMessageContaining("unknown-task");
    }

    @Test
    void goes_by_the_catalogue_the_programme_has_adopted() {
        launch(PROGRAMME);
        references.add(
                "Programme",
                PROGRAMME,
                new TaskCatalogueAdopted(
                        new Sphere(PROGRAMME, CITY, "5303"), List.of(new Task("T8", "另一项", null, List.of())), MAY));
        Responsibility ours = new Responsibility(PROGRAMME, CITY);
        assertThat(ours.classed(situation(), MAY, null, "T8")).isEqualTo(ours);
        assertThatThrownBy(() -> ours.classed(situation(), MAY, null, "T1")).hasMessageContaining("unknown-task");
    }

    @Test
    void what_continues_a_deed_cannot_belong_elsewhere() {
        Responsibility ours = new Responsibility(PROGRAMME, CITY);
        assertThat(ours.refuseOther(null, null)).isEqualTo(ours);
        assertThat(ours.refuseOther(PROGRAMME, CITY)).isEqualTo(ours);
        assertThatThrownBy(() -> ours.refuseOther(OTHER_PROGRAMME, null)).hasMessageContaining("/programmeId");
        assertThatThrownBy(() -> ours.refuseOther(null, BUREAU)).hasMessageContaining("/organisationId");
    }

    private void register(UUID organisation, LocalDate day) {
        references.add(
                "Organisation",
                organisation,
                new OrganisationRegistered(new Seat(organisation, "5303"), "示例", null, null, day));
    }

    private void launch(UUID programme) {
        references.add(
                "Programme",
                programme,
                new ProgrammeLaunched(new Sphere(programme, CITY, "5303"), "示例", LinkMode.EXACTLY_ONE, MAY));
    }

    private void linkPoint(UUID programme) {
        linkPoint(programme, BUREAU);
    }

    private void linkPoint(UUID programme, UUID organisation) {
        UUID id = Ids.linkPoint(programme, VILLAGE);
        references.add(
                "LinkPoint", id, new LinkPointDesignated(new Site(id, programme, organisation, VILLAGE), null, MAY));
    }

    private Responsibility in(@Nullable UUID programmeId, @Nullable UUID organisationId) {
        return Responsibility.in(situation(), VILLAGE, MAY, programmeId, organisationId);
    }

    private DecisionContext situation() {
        Caller caller = new Caller("test", "tester", Set.of("office"), "office", Reach.SCOPE, "53", null, null);
        return new DecisionContext(caller, new UUID(5, 5), MAY, references, new Gazetteer());
    }
}
