package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.OF;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.UNCLASSED;
import static org.minqing.command.project.Projects.corrected;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.input;
import static org.minqing.command.project.Projects.measured;
import static org.minqing.command.project.Projects.quantity;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.events.project.ProjectItem.OTHER;
import static org.minqing.events.project.ProjectItem.PIPE;
import static org.minqing.events.project.ProjectItem.ROAD_SURFACE;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.CommandFixture.Outcome;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.command.project.ProjectCommand.CancelProject;
import org.minqing.command.project.ProjectCommand.MeasureQuantity;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.QuantityMeasured;
import org.minqing.events.project.ProjectItem;

/** What was made, laid and planted. */
class QuantityTest {
    private static final UUID ROAD = CommandFixture.givenId(1);
    private static final QuantityMeasured CUBIC = measured(ROAD, ROAD_SURFACE, "14000", "m3");
    private static final QuantityMeasured SQUARE = measured(ROAD, ROAD_SURFACE, "14000", "m2");

    @Test
    void measures_a_quantity() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED)
                .on(DAY)
                .when(measure(PIPE, null, input("2400", "m")))
                .events(measured(fixture.eventId(0), PIPE, "2400", "m"));
    }

    @Test
    void a_unit_becomes_its_code_however_it_is_written() {
        for (String word : new String[] {"m3", "立方米", "m³", "㎥"}) {
            assertThat(fixture()
                            .given(PROPOSED)
                            .on(DAY)
                            .when(measure(ROAD_SURFACE, null, input("14000", word)))
                            .only(QuantityMeasured.class)
                            .quantity()
                            .unit())
                    .isEqualTo("m3");
        }
    }

    @Test
    void names_what_shows_it() {
        UUID picture = CommandFixture.givenId(99);
        QuantityMeasured measured = fixture()
                .given(PROPOSED)
                .when(new MeasureQuantity(PROJECT, null, null, PIPE, null, input("2400", "m"), picture, null))
                .only(QuantityMeasured.class);
        assertThat(measured.attachmentId()).isEqualTo(picture);
    }

    @Test
    void keeps_the_wording_as_reported_and_how_exactly_it_is_known() {
        QuantityInput input = new QuantityInput(new BigDecimal("200"), "亩", Qualifier.AT_LEAST, "200余亩");
        assertThat(fixture()
                        .given(PROPOSED)
                        .on(DAY)
                        .when(measure(ProjectItem.NOTOGINSENG, null, input))
                        .only(QuantityMeasured.class)
                        .quantity())
                .isEqualTo(new Quantity(new BigDecimal("200"), "mu", Qualifier.AT_LEAST, "200余亩"));
    }

    @Test
    void refuses_a_unit_that_is_in_no_list() {
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(measure(PIPE, null, input("2", "公里")))
                .refusedField("/quantity/unit", "unknown-unit");
    }

    @Test
    void refuses_nothing_and_half_a_tree() {
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(measure(PIPE, null, input("0", "m")))
                .refusedField("/quantity/value");
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(measure(OTHER, "核桃", input("0.5", "株")))
                .refusedField("/quantity/value", "not-whole");
    }

    @Test
    void what_is_in_no_list_has_a_name_of_its_own() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED)
                .on(DAY)
                .when(measure(OTHER, "蓄水池", input("2", "处")))
                .events(new QuantityMeasured(
                        OF, UNCLASSED, fixture.eventId(0), OTHER, "蓄水池", Projects.quantity("2", "places"), null, DAY));
        fixture()
                .given(PROPOSED)
                .on(DAY)
                .when(measure(OTHER, null, input("2", "处")))
                .refusedField("/itemName");
    }

    @Test
    void refuses_a_quantity_before_the_proposal_or_after_the_cancellation() {
        fixture()
                .given(PROPOSED)
                .on(PROPOSED_ON.minusDays(1))
                .when(measure(PIPE, null, input("1", "m")))
                .refused("out-of-order");
        fixture()
                .given(PROPOSED, CANCELLED)
                .on(CANCELLED.occurredOn().plusDays(1))
                .when(measure(PIPE, null, input("1", "m")))
                .refused("project-cancelled");
    }

    @Test
    void a_project_is_not_given_up_before_what_was_measured_of_it() {
        CommandFixture fixture = fixture().given(PROPOSED, CUBIC);
        fixture.on(DAY.minusDays(1)).when(new CancelProject(PROJECT)).refused("out-of-order");
        fixture.on(DAY).when(new CancelProject(PROJECT)).only(ProjectCancelled.class);
    }

    @Test
    void cubic_metres_turn_out_to_be_square_metres() {
        correct("平方米", PROPOSED, CUBIC).events(corrected(1, CUBIC, SQUARE));
    }

    @Test
    void corrections_of_a_quantity_stack() {
        correct("m", PROPOSED, CUBIC, corrected(1, CUBIC, SQUARE))
                .events(corrected(1, SQUARE, measured(ROAD, ROAD_SURFACE, "14000", "m")));
    }

    @Test
    void a_quantity_corrected_to_what_it_is_changes_nothing() {
        correct("m3", PROPOSED, CUBIC).nothing();
    }

    @Test
    void of_several_quantities_of_an_item_the_one_meant_is_corrected() {
        QuantityMeasured second = measured(CommandFixture.givenId(2), ROAD_SURFACE, "10", "m3");
        correct("m2", PROPOSED, CUBIC, second).events(corrected(1, CUBIC, SQUARE));
    }

    @Test
    void the_item_is_corrected_like_anything_else() {
        fixture()
                .given(PROPOSED, CUBIC)
                .whenCorrected(ROAD, "{\"item\": \"PIPE\"}")
                .refusedField("/changes/quantity/unit", "unusual-unit");
        fixture()
                .given(PROPOSED, CUBIC)
                .whenCorrected(ROAD, "{\"item\": \"PIPE\", \"quantity\": {\"value\": 14000, \"unit\": \"m\"}}")
                .events(corrected(1, CUBIC, measured(ROAD, PIPE, "14000", "m")));
        fixture()
                .given(PROPOSED, CUBIC)
                .whenCorrected(ROAD, "{\"item\": \"PIPE\", \"confirmUnit\": true}")
                .events(corrected(1, CUBIC, measured(ROAD, PIPE, "14000", "m3")));
        fixture()
                .given(PROPOSED, CUBIC)
                .whenCorrected(ROAD, "{\"item\": \"OTHER\"}")
                .refusedField("/changes/itemName");
    }

    @Test
    void refuses_a_correction_to_an_unknown_unit_or_on_another_day() {
        correct("方", PROPOSED, CUBIC).refusedField("/changes/quantity/unit", "unknown-unit");
        fixture()
                .given(PROPOSED, CUBIC)
                .whenCorrected(ROAD, "{\"occurredOn\": \"2012-03-02\"}")
                .refusedField("/changes/occurredOn");
    }

    @Test
    void voids_a_quantity_as_it_was_in_force() {
        fixture().given(PROPOSED, CUBIC).whenVoided(ROAD).events(voided(1, CUBIC));
        fixture()
                .given(PROPOSED, CUBIC, corrected(1, CUBIC, SQUARE))
                .whenVoided(ROAD)
                .events(voided(1, SQUARE));
    }

    @Test
    void a_voided_correction_leaves_the_cubic_metres() {
        Corrected<?> correction = corrected(1, CUBIC, SQUARE);
        fixture()
                .given(PROPOSED, CUBIC, correction)
                .whenVoided(CommandFixture.givenId(2))
                .events(new Voided<>(CommandFixture.givenId(2), correction, CommandFixture.REASON, null));
    }

    @Test
    void voiding_a_quantity_again_changes_nothing() {
        fixture().given(PROPOSED, CUBIC, voided(1, CUBIC)).whenVoided(ROAD).nothing();
    }

    @Test
    void refuses_to_void_what_was_never_measured() {
        fixture().given(PROPOSED).whenVoided(ROAD).refused("event-not-found");
    }

    private static MeasureQuantity measure(ProjectItem item, @Nullable String name, QuantityInput quantity) {
        return new MeasureQuantity(PROJECT, null, null, item, name, quantity, null, null);
    }

    @Test
    void asks_about_a_unit_that_the_item_is_not_measured_in() {
        for (ProjectItem item : new ProjectItem[] {PIPE, ROAD_SURFACE, ProjectItem.NOTOGINSENG, ProjectItem.TOBACCO}) {
            fixture()
                    .given(PROPOSED)
                    .on(DAY)
                    .when(measure(item, null, input("3", "套")))
                    .refusedField("/quantity/unit", "unusual-unit");
        }
        assertThat(fixture()
                        .given(PROPOSED)
                        .on(DAY)
                        .when(new MeasureQuantity(PROJECT, null, null, PIPE, null, input("3", "套"), null, true))
                        .only(QuantityMeasured.class)
                        .quantity()
                        .unit())
                .isEqualTo("sets");
    }

    private static Outcome correct(String unit, DomainEvent... given) {
        return fixture()
                .given(given)
                .whenCorrected(ROAD, "{\"quantity\": {\"value\": 14000, \"unit\": \"" + unit + "\"}}");
    }
}
