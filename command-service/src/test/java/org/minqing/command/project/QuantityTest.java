package org.minqing.command.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.project.Projects.CANCELLED;
import static org.minqing.command.project.Projects.DAY;
import static org.minqing.command.project.Projects.PROJECT;
import static org.minqing.command.project.Projects.PROPOSED;
import static org.minqing.command.project.Projects.PROPOSED_ON;
import static org.minqing.command.project.Projects.UNCLASSED;
import static org.minqing.command.project.Projects.fixture;
import static org.minqing.command.project.Projects.input;
import static org.minqing.command.project.Projects.measured;
import static org.minqing.command.project.Projects.text;
import static org.minqing.command.project.Projects.voided;
import static org.minqing.events.project.ProjectItem.OTHER;
import static org.minqing.events.project.ProjectItem.PIPE;
import static org.minqing.events.project.ProjectItem.ROAD_SURFACE;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.QuantityInput;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
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
                .when(measure(PIPE, null, input("2400", "m"), DAY))
                .events(measured(fixture.eventId(0), PIPE, "2400", "m"));
    }

    @Test
    void a_unit_becomes_its_code_however_it_is_written() {
        for (String word : new String[] {"m3", "立方米", "m³", "㎥"}) {
            assertThat(fixture()
                            .given(PROPOSED)
                            .when(measure(ROAD_SURFACE, null, input("14000", word), DAY))
                            .only(QuantityMeasured.class)
                            .quantity()
                            .unit())
                    .isEqualTo("m3");
        }
    }

    @Test
    void names_what_shows_it() {
        UUID picture = CommandFixture.givenId(7);
        QuantityMeasured measured = fixture()
                .given(PROPOSED)
                .when(new MeasureQuantity(
                        PROJECT, null, null, null, null, PIPE, null, input("2400", "m"), picture, DAY))
                .only(QuantityMeasured.class);
        assertThat(measured.attachmentId()).isEqualTo(picture);
    }

    @Test
    void keeps_the_wording_as_reported_and_how_exactly_it_is_known() {
        QuantityInput input = new QuantityInput(new BigDecimal("200"), "亩", Qualifier.AT_LEAST, "200余亩");
        assertThat(fixture()
                        .given(PROPOSED)
                        .when(measure(ProjectItem.NOTOGINSENG, null, input, DAY))
                        .only(QuantityMeasured.class)
                        .quantity())
                .isEqualTo(new Quantity(new BigDecimal("200"), "mu", Qualifier.AT_LEAST, "200余亩"));
    }

    @Test
    void refuses_a_unit_that_is_in_no_list() {
        fixture()
                .given(PROPOSED)
                .when(measure(PIPE, null, input("2", "公里"), DAY))
                .refusedField("/quantity/unit", "unknown-unit");
    }

    @Test
    void refuses_nothing_and_half_a_tree() {
        fixture()
                .given(PROPOSED)
                .when(measure(PIPE, null, input("0", "m"), DAY))
                .refusedField("/quantity/value");
        fixture()
                .given(PROPOSED)
                .when(measure(OTHER, "核桃", input("0.5", "株"), DAY))
                .refusedField("/quantity/value", "not-whole");
    }

    @Test
    void what_is_in_no_list_has_a_name_of_its_own() {
        CommandFixture fixture = fixture();
        fixture.given(PROPOSED)
                .when(measure(OTHER, "蓄水池", input("2", "处"), DAY))
                .events(new Next(PROPOSED, DAY)
                        .quantity(fixture.eventId(0), UNCLASSED, OTHER, "蓄水池", Projects.quantity("2", "places"), null));
        fixture()
                .given(PROPOSED)
                .when(measure(OTHER, null, input("2", "处"), DAY))
                .refusedField("/itemName");
    }

    @Test
    void refuses_a_quantity_before_the_proposal_or_after_the_cancellation() {
        fixture()
                .given(PROPOSED)
                .when(measure(PIPE, null, input("1", "m"), PROPOSED_ON.minusDays(1)))
                .refused("out-of-order");
        fixture()
                .given(PROPOSED, CANCELLED)
                .when(measure(
                        PIPE, null, input("1", "m"), CANCELLED.occurredOn().plusDays(1)))
                .refused("project-cancelled");
    }

    @Test
    void cubic_metres_turn_out_to_be_square_metres() {
        fixture()
                .given(PROPOSED, CUBIC)
                .when(correct(null, ROAD_SURFACE, "平方米", DAY))
                .events(why().of(CUBIC, SQUARE));
    }

    @Test
    void corrections_of_a_quantity_stack() {
        fixture()
                .given(PROPOSED, CUBIC, why().of(CUBIC, SQUARE))
                .when(correct(ROAD, ROAD_SURFACE, "m", null))
                .events(why().of(SQUARE, measured(ROAD, ROAD_SURFACE, "14000", "m")));
    }

    @Test
    void a_quantity_corrected_to_what_it_is_changes_nothing() {
        fixture()
                .given(PROPOSED, CUBIC)
                .when(correct(null, ROAD_SURFACE, "m3", null))
                .nothing();
    }

    @Test
    void of_several_quantities_of_an_item_the_one_meant_is_named() {
        QuantityMeasured second = measured(CommandFixture.givenId(2), ROAD_SURFACE, "10", "m3");
        fixture()
                .given(PROPOSED, CUBIC, second)
                .when(correct(null, ROAD_SURFACE, "m2", null))
                .refusedField("/quantityId", "several-quantities");
        fixture()
                .given(PROPOSED, CUBIC, second)
                .when(correct(ROAD, ROAD_SURFACE, "m2", null))
                .events(why().of(CUBIC, SQUARE));
    }

    @Test
    void refuses_to_correct_what_was_never_measured() {
        fixture().given(PROPOSED, CUBIC).when(correct(null, PIPE, "m", null)).refused("project-quantity-not-found");
        fixture().given(PROPOSED, CUBIC).when(correct(ROAD, PIPE, "m", null)).refused("project-quantity-not-found");
    }

    @Test
    void refuses_a_correction_to_an_unknown_unit_or_on_another_day() {
        fixture()
                .given(PROPOSED, CUBIC)
                .when(correct(null, ROAD_SURFACE, "方", null))
                .refusedField("/to/unit", "unknown-unit");
        fixture()
                .given(PROPOSED, CUBIC)
                .when(correct(null, ROAD_SURFACE, "m2", DAY.plusDays(1)))
                .refusedField("/occurredOn");
    }

    @Test
    void voids_a_quantity_as_it_was_in_force() {
        fixture().given(PROPOSED, CUBIC).when(voiding(ROAD, DAY)).events(voided(1, CUBIC));
        fixture()
                .given(PROPOSED, CUBIC, why().of(CUBIC, SQUARE))
                .when(voiding(ROAD, null))
                .events(voided(1, SQUARE));
    }

    @Test
    void voiding_a_quantity_again_changes_nothing() {
        fixture()
                .given(PROPOSED, CUBIC, voided(1, CUBIC))
                .when(voiding(ROAD, null))
                .nothing();
    }

    @Test
    void refuses_to_void_what_was_never_measured_or_on_another_day() {
        fixture().given(PROPOSED).when(voiding(ROAD, null)).refused("project-quantity-not-found");
        fixture().given(PROPOSED, CUBIC).when(voiding(ROAD, DAY.plusDays(1))).refusedField("/occurredOn");
    }

    private static Correction why() {
        return new Correction(text("误录"), "DUPLICATE");
    }

    private static MeasureQuantity measure(
            ProjectItem item, @Nullable String name, QuantityInput quantity, LocalDate day) {
        return new MeasureQuantity(PROJECT, null, null, null, null, item, name, quantity, null, day);
    }

    private static CorrectQuantity correct(
            @Nullable UUID quantityId, ProjectItem item, String unit, @Nullable LocalDate day) {
        return new CorrectQuantity(
                PROJECT, null, null, quantityId, item, input("14000", unit), text("误录"), "DUPLICATE", day);
    }

    private static VoidQuantity voiding(UUID quantityId, @Nullable LocalDate day) {
        return new VoidQuantity(PROJECT, null, null, quantityId, text("误录"), "DUPLICATE", day);
    }
}
