package org.minqing.command.note;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Text;
import org.minqing.events.Sealed;

record ContinueNote(
        @NotNull UUID noteId,
        @Min(1) int lines,
        @NotNull @Text(max = 1000) Sealed text,
        @Nullable LocalDate occurredOn) {}
