package org.minqing.command.platform.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesInClearTest {
    @Test
    void every_run_that_may_be_a_name_is_looked_for() {
        assertThat(NamesInClear.candidates("修李大山房"))
                .contains("李大山", "大山", "修李大山房")
                .doesNotContain("山");
        assertThat(NamesInClear.candidates("帮 李 大 山")).contains("李大山");
        assertThat(NamesInClear.candidates("同阿依古丽·买买提谈")).contains("阿依古丽·买买提");
        assertThat(NamesInClear.candidates("call Ahmed Yusuf soon")).contains("AHMED YUSUF", "YUSUF", "AHMED");
    }

    @Test
    void numbers_and_signs_are_no_names() {
        assertThat(NamesInClear.candidates("53-0001/2012 (3)")).isEmpty();
        assertThat(NamesInClear.candidates("户")).isEmpty();
    }
}
