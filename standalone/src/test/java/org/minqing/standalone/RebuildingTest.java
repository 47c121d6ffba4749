package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildingTest {
    @TempDir
    Path temp;

    @Test
    void where_nothing_runs_nothing_is_rebuilt() {
        assertThatThrownBy(() -> Rebuilding.run(Options.of(List.of("rebuild", "--back", "--data", temp.toString()))))
                .isInstanceOfSatisfying(LaunchRefusal.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(3);
                    assertThat(refusal.chinese()).contains("./minqing up");
                    assertThat(refusal.english()).contains("./minqing up");
                });
        assertThatThrownBy(() -> Rebuilding.run(Options.of(
                        List.of("rebuild", "--data", temp.resolve("nowhere").toString()))))
                .isInstanceOfSatisfying(
                        LaunchRefusal.class,
                        refusal -> assertThat(refusal.english()).contains("nowhere"));
    }

    @Test
    void how_far_it_is_is_told_as_long_as_its_process_lives() throws Exception {
        DataDirectory directory = DataDirectory.make(temp.resolve("data"));
        assertThat(directory.rebuild()).isEmpty();
        directory.rebuilding("重建 42% · rebuild 42%");
        assertThat(directory.rebuild()).contains("重建 42% · rebuild 42%");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(directory.root().resolve("rebuild"), gone.pid() + " 43%");
        assertThat(directory.rebuild()).isEmpty();
        directory.rebuilding("44%");
        directory.rebuilt();
        assertThat(directory.rebuild()).isEmpty();
    }

    @Test
    void time_left_is_told_as_a_clock_does() {
        assertThat(Rebuilding.clock(Duration.ofSeconds(9))).isEqualTo("0:09");
        assertThat(Rebuilding.clock(Duration.ofSeconds(3909))).isEqualTo("1:05:09");
    }
}
