package org.minqing.command.platform.form;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.minqing.events.Sealed;

/** What is wrong with a command's record is said when the service starts. */
class ShapeTest {
    private record Forgotten(Sealed text) {}

    @Test
    void refuses_a_sealed_component_of_which_nothing_says_under_whose_key() {
        assertThatThrownBy(() -> Shape.of(Forgotten.class)).hasMessageContaining("without @Text");
    }
}
