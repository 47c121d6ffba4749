package org.minqing.command.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.Sealed;

/** What is wrong with a command's record is said when the service starts. */
class ShapeTest {
    private record Misspelt(
            UUID findingId, @Text(max = 10, of = "findngId") Sealed text) {}

    private record Forgotten(Sealed text) {}

    @Test
    void refuses_a_text_about_an_entity_that_the_command_does_not_name() {
        assertThatThrownBy(() -> Shape.of(Misspelt.class)).hasMessageContaining("findngId");
    }

    @Test
    void refuses_a_sealed_component_of_which_nothing_says_under_whose_key() {
        assertThatThrownBy(() -> Shape.of(Forgotten.class)).hasMessageContaining("without @Text");
    }
}
