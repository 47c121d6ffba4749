package org.minqing.query.period;

import java.util.function.BiFunction;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
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
    private final SealedFigures sealed;

    PeriodController(Snapshots snapshots, RegisterReader register, Assessments assessments, SealedFigures sealed) {
        this.snapshots = snapshots;
        this.register = register;
        this.assessments = assessments;
        this.sealed = sealed;
    }

    @AcceptedParameters
    @GetMapping("/v1/periods/{id}/assessment")
    ResponseEntity<Object> assessment(@PathVariable String id, QuestionParameters asked) {
        return answer(asked, id, assessments::of);
    }

    @AcceptedParameters
    @GetMapping("/v1/periods/{id}/figures")
    ResponseEntity<Object> figures(@PathVariable String id, QuestionParameters asked) {
        return answer(asked, id, sealed::of);
    }

    private ResponseEntity<Object> answer(
            QuestionParameters asked, String id, BiFunction<Question, PeriodState, Object> answer) {
        return snapshots.answer(asked, question -> {
            // nothing is ever known of a later day, so this is the period's last state at the position
            Item item = register.find(PeriodView.TYPE, id, question.today(), question.knownAt())
                    .filter(found -> !found.voided())
                    .orElseThrow(() -> Refusal.notFound("reporting-period", id));
            question.requireScope(item.division(), item.organisation());
            return answer.apply(question, JSON.readValue(item.state(), PeriodState.class));
        });
    }
}
