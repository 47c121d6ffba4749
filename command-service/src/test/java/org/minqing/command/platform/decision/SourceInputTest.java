package org.minqing.command.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minqing.log.EventTypes;

class SourceInputTest {
    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"VISIT", "visit", "Banana", "Visits", "log", ""})
    void refuses_a_kind_of_record_that_there_is_not(String type) {
        assertThat(validator.validate(new SourceInput(type, new UUID(1, 1)))).hasSize(1);
    }

    @Test
    void takes_every_kind_of_record_that_there_is() {
        assertThat(EventTypes.scan("org.minqing.events").all().keySet())
                .extracting(type -> type.substring(0, type.indexOf('.')))
                .filteredOn(type -> !type.equals("log") && !type.equals("Note")) // the tests' own
                .allSatisfy(type -> assertThat(validator.validate(new SourceInput(type, new UUID(1, 1))))
                        .as(type)
                        .isEmpty());
    }
}
