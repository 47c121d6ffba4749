package org.minqing.command.platform.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {
    /** They are printed as they stand, so an apostrophe is written once. */
    @Test
    void no_text_doubles_an_apostrophe() throws IOException {
        List<String> doubled = new ArrayList<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("''"))
                    .forEach(doubled::add);
        }
        assertThat(doubled).isEmpty();
    }
}
