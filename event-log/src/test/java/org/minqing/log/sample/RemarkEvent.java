package org.minqing.log.sample;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family whose events have a header, and one that is about another event. */
public sealed interface RemarkEvent {
    LocalDate occurredOn();

    /** What every remark says of its subject. */
    record Subject(UUID remarkId, @Nullable String place) {}

    /** A second header, of what one remark is part of. */
    record Thread(UUID threadId) {}

    record RemarkMade(Subject of, Thread thread, String words, LocalDate occurredOn) implements RemarkEvent {}
}
