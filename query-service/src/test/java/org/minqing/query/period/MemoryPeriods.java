package org.minqing.query.period;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.PeriodKind;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.Rectangle;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Period;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reporting periods out of a register in memory. */
public final class MemoryPeriods implements ReportingPeriods {
    private final MemoryRegister register;

    public MemoryPeriods(MemoryRegister register) {
        this.register = register;
    }

    @Override
    public List<Period> holding(
            LocalDate day, long knownAt, @Nullable UUID programme, @Nullable UUID organisation, String place) {
        return standing(knownAt, programme, organisation, place)
                .map(MemoryPeriods::period)
                .filter(period -> !day.isBefore(period.from()) && !day.isAfter(period.to()))
                .sorted(Comparator.comparing((Period period) -> -ChronoUnit.DAYS.between(period.from(), period.to())))
                .toList();
    }

    @Override
    public List<Held> ofKind(PeriodKind kind, Period days, long knownAt, @Nullable UUID programme, UUID organisation) {
        return standing(knownAt, programme, organisation, "")
                .filter(state -> state.path("kind").asString().equals(kind.name()))
                .map(state -> new Held(
                        id(state, "reportingPeriodId"),
                        id(state, "programmeId"),
                        state.path("divisionId").asString(),
                        period(state)))
                .filter(held -> !held.days().from().isAfter(days.to())
                        && !held.days().to().isBefore(days.from()))
                .sorted(Comparator.comparing((Held held) -> held.days().from())
                        .thenComparing(held -> held.days().to()))
                .toList();
    }

    private Stream<JsonNode> standing(
            long knownAt, @Nullable UUID programme, @Nullable UUID organisation, String place) {
        return register.of("ReportingPeriod")
                .filter(r -> !r.tile().voided() && r.to() == null && MemoryRegister.known(r, knownAt))
                .filter(r -> {
                    Dimensions of = r.tile().dimensions();
                    return (programme == null || programme.equals(of.programme()))
                            && (organisation == null
                                    ? of.division() != null && place.startsWith(of.division())
                                    : organisation.equals(of.organisation()));
                })
                .sorted(Comparator.comparing(Rectangle::firstPosition))
                .map(r -> JsonMapper.shared().readTree(r.tile().state()));
    }

    private static UUID id(JsonNode state, String field) {
        return UUID.fromString(state.path(field).asString());
    }

    private static Period period(JsonNode state) {
        return new Period(day(state, "from"), day(state, "to"));
    }

    private static LocalDate day(JsonNode state, String field) {
        return LocalDate.parse(state.path(field).asString());
    }
}
