package org.minqing.standalone.postgres;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be had here; says in both languages why and what to do. */
public final class PostgresUnavailable extends RuntimeException {
    private final String chinese;

    PostgresUnavailable(String chinese, String english) {
        this(chinese, english, null);
    }

    PostgresUnavailable(String chinese, String english, @Nullable Throwable cause) {
        super(english, cause);
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
