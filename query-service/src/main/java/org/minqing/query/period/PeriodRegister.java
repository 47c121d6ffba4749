package org.minqing.query.period;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.PeriodKind;
import org.minqing.events.period.ReportSection;
import org.minqing.query.platform.source.ReportSections;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.view.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which periods there are and what people wrote for them. A period covers its days whenever it was opened: what counts is its last
 * state as known at the position.
 */
@Component
class PeriodRegister implements ReportingPeriods, ReportSections {
    private static final String STANDING = """
            from read.register
            where type = 'ReportingPeriod' and not voided and upper_inf(valid) and known @> :knownAt::int8
            """;

    private static final String OF = STANDING + """
              and (:programme::uuid is null or programme = :programme::uuid)
              and (:organisation::uuid is null or organisation = :organisation::uuid)
            """;

    private final JdbcClient jdbc;

    PeriodRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Period> holding(
            LocalDate day, long knownAt, @Nullable UUID programme, @Nullable UUID organisation, String place) {
        return jdbc.sql("select (state ->> 'from')::date as \"from\", (state ->> 'to')::date as \"to\" " + OF + """
                  and (:organisation::uuid is not null or starts_with(:place, division))
                  and :day::date between (state ->> 'from')::date and (state ->> 'to')::date
                order by (state ->> 'to')::date - (state ->> 'from')::date desc, first_position
                """)
                .param("day", day)
                .param("place", place)
                .param("knownAt", knownAt)
                .param("programme", programme)
                .param("organisation", organisation)
                .query(Period.class)
                .list();
    }

    @Override
    public List<Held> ofKind(PeriodKind kind, Period days, long knownAt, @Nullable UUID programme, UUID organisation) {
        return jdbc.sql("select state::text " + OF + """
                  and state ->> 'kind' = :kind
                  and (state ->> 'from')::date <= :to::date and (state ->> 'to')::date >= :from::date
                order by (state ->> 'from')::date, (state ->> 'to')::date, first_position
                """)
                .param("kind", kind.name())
                .param("from", days.from())
                .param("to", days.to())
                .param("knownAt", knownAt)
                .param("programme", programme)
                .param("organisation", organisation)
                .query((row, n) -> held(state(row.getString(1))))
                .list();
    }

    private static Held held(PeriodState state) {
        return new Held(
                state.of().reportingPeriodId(),
                state.of().programmeId(),
                state.of().divisionId(),
                new Period(state.span().from(), state.span().to()));
    }

    private static PeriodState state(String json) {
        return JsonMapper.shared().readValue(json, PeriodState.class);
    }

    @Override
    public Map<String, String> of(UUID reportingPeriodId, long knownAt) {
        Map<String, String> texts = new HashMap<>();
        state(reportingPeriodId, knownAt)
                .ifPresent(state -> state.sections().forEach(s -> texts.put(name(s.section()), s.text())));
        return texts;
    }

    /** The period's last state as known at the position, whatever other has the same days. */
    Optional<PeriodState> state(UUID reportingPeriodId, long knownAt) {
        return jdbc.sql("select state::text " + STANDING + " and id = :id")
                .param("id", reportingPeriodId.toString())
                .param("knownAt", knownAt)
                .query((row, n) -> state(row.getString(1)))
                .optional();
    }

    private static String name(ReportSection section) {
        return switch (section) {
            case PROBLEMS_AND_CAUSES -> PROBLEMS;
            case NEXT_STEPS -> NEXT_STEPS;
        };
    }
}
