package org.minqing.command.period;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Determined;
import org.minqing.command.platform.PublicWords;
import org.minqing.command.platform.Ref;
import org.minqing.command.platform.Situation;
import org.minqing.command.platform.Text;
import org.minqing.events.Ids;
import org.minqing.events.period.PeriodKind;

/**
 * Opens a reporting period of an organisation in a programme. There is one of each name.
 *
 * @param name {@code 2012}, {@code 2012年上半年}
 * @param from its first day
 * @param to its last day, which may lie ahead
 * @param kind left out: annual if longer than 200 days
 */
record OpenPeriod(
        @NotNull @Ref(value = "Programme", scoped = false) UUID programmeId,
        @NotNull @Ref("Organisation") UUID organisationId,

        @NotBlank @Text(max = 40) @Pattern(regexp = PublicWords.REGEXP, message = PublicWords.CODE)
        String name,

        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @Nullable PeriodKind kind,
        @Nullable LocalDate occurredOn)
        implements Determined {
    private static final long HALF_A_YEAR = 200;

    OpenPeriod {
        name = name == null ? null : name.strip();
    }

    @Override
    public String streamId(Situation situation) {
        return Ids.reportingPeriod(programmeId, organisationId, name).toString();
    }

    /** As given, else by its length. */
    PeriodKind length() {
        if (kind != null) {
            return kind;
        }
        return ChronoUnit.DAYS.between(from, to) + 1 > HALF_A_YEAR ? PeriodKind.ANNUAL : PeriodKind.HALF_YEAR;
    }
}
