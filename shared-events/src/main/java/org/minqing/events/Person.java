package org.minqing.events;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as events know one: sealed under {@code person:<personId>}, but for the codes without which nothing can be
 * counted.
 *
 * @param personId whose key everything here is under
 * @param sex code of GB/T 2261.1
 * @param relation to the head of the household, code of GB/T 4761
 * @param ethnicGroup code of GB/T 3304, sealed
 */
public record Person(
        UUID personId,
        Sealed name,
        @Nullable Sealed citizenNumber,
        @Nullable String sex,
        @Nullable String relation,
        @Nullable Sealed ethnicGroup,
        @Nullable Sealed phone) {
    public Person {
        Objects.requireNonNull(personId);
        Objects.requireNonNull(name);
    }
}
