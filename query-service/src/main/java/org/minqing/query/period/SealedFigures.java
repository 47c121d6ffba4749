package org.minqing.query.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.Refusal;
import org.springframework.stereotype.Component;

/** The figures of a sealed period, which never change, and what would be said instead now. */
@Component
class SealedFigures {
    private final Assessments assessments;

    SealedFigures(Assessments assessments) {
        this.assessments = assessments;
    }

    /** A measure whose value or unit is another than when the period was sealed. */
    record Adjustment(String id, String title, Map<String, Object> sealed, Map<String, Object> now, String evidence) {}

    /** @param position the one at which the sealed figures stand */
    record Figures(long position, List<Map<String, Object>> sealed, List<Adjustment> adjustments) {}

    /** 409 {@code period-not-sealed}. */
    Figures of(Question question, PeriodState period) {
        SealedAt seal = period.seal();
        if (seal == null) {
            throw Refusal.conflict("period-not-sealed");
        }
        List<Map<String, Object>> sealed = assessments.figures(question, period, seal.position());
        List<Map<String, Object>> now = assessments.figures(question, period, question.knownAt());
        List<Adjustment> adjustments = new ArrayList<>();
        for (int i = 0; i < sealed.size(); i++) {
            // the periods sealed, this one among them, are no figures of its report
            if (differ(sealed.get(i), now.get(i))
                    && !PeriodView.SEALED.equals(now.get(i).get("id"))) {
                adjustments.add(adjustment(sealed.get(i), now.get(i)));
            }
        }
        return new Figures(seal.position(), sealed, adjustments);
    }

    private static boolean differ(Map<String, Object> sealed, Map<String, Object> now) {
        return !Objects.equals(plain(sealed.get("value")), plain(now.get("value")))
                || !Objects.equals(sealed.get("unit"), now.get("unit"))
                || !Objects.equals(sealed.get("otherUnits"), now.get("otherUnits"))
                || !Objects.equals(sealed.get("values"), now.get("values"));
    }

    /** 1.0 is 1. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static Adjustment adjustment(Map<String, Object> sealed, Map<String, Object> now) {
        return new Adjustment(
                String.valueOf(now.get("id")),
                String.valueOf(now.get("title")),
                told(sealed),
                told(now),
                String.valueOf(now.get("evidence")));
    }

    private static Map<String, Object> told(Map<String, Object> figure) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (String name : List.of("value", "unit", "qualifier", "display", "otherUnits", "values")) {
            if (figure.containsKey(name)) {
                told.put(name, figure.get(name));
            }
        }
        return told;
    }
}
