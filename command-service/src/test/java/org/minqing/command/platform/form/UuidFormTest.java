package org.minqing.command.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidFormTest {
    @Test
    void fits_every_uuid_in_either_case() {
        for (int i = 0; i < 100; i++) {
            String uuid = UUID.randomUUID().toString();
            assertThat(UuidForm.fits(uuid)).isTrue();
            assertThat(UuidForm.fits(uuid.toUpperCase(Locale.ROOT))).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-2-3-4-5",
                "0af7651916cd43dd8448eb211c80319c",
                "0af76519-16cd-43dd-8448-eb211c80319",
                "0af76519-16cd-43dd-8448-eb211c80319cc",
                "0af76519-16cd-43dd-8448eb-211c80319c",
                "0af76519-16cd-43dd-8448-eb211c80319g",
                "0af76519-16cd-43dd-8448-eb211c80319\uff11",
                "0af76519016cd043dd08448-eb211c80319c"
            })
    void fits_nothing_else(String text) {
        assertThat(UuidForm.fits(text)).isFalse();
    }
}
