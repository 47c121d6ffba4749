package org.minqing.command.note;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.DivisionCode;
import org.minqing.command.platform.PersonInput;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Text;
import org.minqing.events.Money;
import org.minqing.events.Sealed;

record OpenNote(
        @Nullable UUID noteId,
        @NotNull @DivisionCode String villageCode,
        @Nullable @Ref("Note") UUID about,
        @Nullable @Ref(value = "Note", scoped = false) List<UUID> mentions,
        @Nullable @Text(max = 10) Sealed text,
        @Nullable PersonInput author,
        @Nullable @Size(max = 2) List<PersonInput> readers,
        @Nullable Money money,
        @Nullable @Positive BigDecimal weight,
        @Nullable Colour colour,
        @Nullable Set<String> tags,
        @Nullable Integer count,
        @Nullable Boolean urgent,
        @Nullable UUID owner,
        @Nullable LocalDate occurredOn) {
    enum Colour {
        RED,
        GREEN
    }
}
