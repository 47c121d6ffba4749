package org.minqing.log;

import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Where random histories begin: at the same seeds every time and at one nobody has tried, or only at {@code -Dminqing.seed}. */
public final class Seeds {
    private static final String NAME = "minqing.seed";

    private Seeds() {}

    /** What is told from a seed: the same whenever the seed is the same. */
    public interface Story {
        void tell(Random random) throws Exception;
    }

    /** Whether somebody named a seed, and so the story is told once only. */
    public static boolean named() {
        return System.getProperty(NAME) != null;
    }

    /** Tells a story so many times; where it fails, the failure says from which seed it can be told again. */
    public static void each(int tries, Story story) {
        of(tries, System.getProperty(NAME)).forEach(seed -> {
            try {
                story.tell(new Random(seed));
            } catch (Throwable e) {
                throw new AssertionError("with -D" + NAME + "=" + seed + ": " + e.getMessage(), e);
            }
        });
    }

    static LongStream of(int tries, @Nullable String named) {
        return named != null
                ? LongStream.of(Long.parseLong(named))
                : LongStream.concat(new Random(20111226).longs(tries - 1L), new Random().longs(1));
    }
}
