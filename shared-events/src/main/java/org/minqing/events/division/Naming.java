package org.minqing.events.division;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.DivisionRenamed;
import org.minqing.events.division.DivisionEvent.HardshipDeclared;

/** Code and name a division bears. */
public record Naming(String code, String name) {
    /**
     * After one more event, in the order of the days. What an event leaves as it was stays as it is: a recoding that gave
     * no other name keeps a name that was entered late.
     */
    public static Naming after(@Nullable Naming before, DivisionEvent event) {
        return switch (event) {
            case DivisionRegistered e -> new Naming(e.code(), e.name());
            case DivisionRecoded e when before == null -> new Naming(e.code(), e.name());
            case DivisionRecoded e ->
                new Naming(
                        e.code().equals(e.formerCode()) ? before.code : e.code(),
                        e.name().equals(e.formerName()) ? before.name : e.name());
            case DivisionRenamed e when before == null -> throw new IllegalArgumentException("named before it was");
            case DivisionRenamed e -> new Naming(before.code, e.name());
            case HardshipDeclared e -> Objects.requireNonNull(before);
        };
    }
}
