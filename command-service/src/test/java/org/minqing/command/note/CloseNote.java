package org.minqing.command.note;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says nothing of its noteId being required: every command to a stream that stands needs one. */
record CloseNote(@Nullable UUID noteId, @Nullable LocalDate occurredOn) {}
