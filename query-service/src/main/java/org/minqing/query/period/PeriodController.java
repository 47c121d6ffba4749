package org.minqing.query.period;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.minqing.events.period.SealedAt;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.web.Asked;
import org.minqing.query.platform.web.Problem;
import org.minqing.query.platform.web.Question;
import org.minqing.query.platform.web.Snapshots;
import org.minqing.query.platform.web.Takes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What stands of a period before it is sealed, and after. Of the parameters all questions take, only knownAt matters here. */
@RestController
class PeriodController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Snapshots snapshots;
    private final RegisterReader register;
    private final Assessments assessments;

    PeriodController(Snapshots snapshots, RegisterReader register, Assessments assessments) {
        this.snapshots = snapshots;
        this.register = register;
        this.assessments = assessments;
    }

    /** A measure whose value or unit is another than when the period was sealed. */
    record Adjustment(String id, String title, Map<String, Object> sealed, Map<String, Object> now, String evidence) {}

    /** @param position the one at which the sealed figures stand */
    record Figures(long position, List<Map<String, Object>> sealed, List<Adjustment> adjustments) {}

    @Takes
    @GetMapping("/v1/periods/{id}/assessment")
    ResponseEntity<Object> assessment(@PathVariable String id, Asked asked) {
        return answer(asked, id, assessments::of);
    }

    @Takes
    @GetMapping("/v1/periods/{id}/figures")
    ResponseEntity<Object> figures(@PathVariable String id, Asked asked) {
        return answer(asked, id, this::figures);
    }

    private ResponseEntity<Object> answer(Asked asked, String id, BiFunction<Question, PeriodState, Object> answer) {
        return snapshots.answer(asked, question -> {
            // nothing is ever known of a later day, so this is the period's last state at the position
            Item item = register.find(PeriodView.TYPE, id, question.today(), question.knownAt())
                    .filter(found -> !found.voided())
                    .orElseThrow(() -> Problem.notFound("reporting-period", id));
            question.requireScope(item.division(), item.organisation());
            return answer.apply(question, JSON.readValue(item.state(), PeriodState.class));
        });
    }

    private Figures figures(Question question, PeriodState period) {
        SealedAt seal = period.seal();
        if (seal == null) {
            throw Problem.conflict("period-not-sealed");
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
                || !Objects.equals(sealed.get("otherUnits"), now.get("otherUnits"));
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
        for (String name : List.of("value", "unit", "qualifier", "display", "otherUnits")) {
            if (figure.containsKey(name)) {
                told.put(name, figure.get(name));
            }
        }
        return told;
    }
}
