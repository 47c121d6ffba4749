package org.minqing.query.inspection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Question;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What samples are drawn from. Ids alone, whole and in order, so that whoever doubts a sample can draw it again. */
@RestController
class FrameController {
    /** More than a county has. */
    private static final int MOST = 200_000;

    private final Snapshots snapshots;
    private final Frame frame;

    FrameController(Snapshots snapshots, Frame frame) {
        this.snapshots = snapshots;
        this.frame = frame;
    }

    @AcceptedParameters("division")
    @GetMapping("/v1/samples/frame")
    ResponseEntity<Object> frame(QuestionParameters asked) {
        return snapshots.answer(asked, this::answer);
    }

    private Map<String, Object> answer(Question question) {
        String narrowed = question.division("division");
        String division = narrowed == null ? question.scope() : narrowed;
        List<UUID> households = frame.households(
                division,
                question.programme(),
                question.scopeOrganisation(),
                question.asOf(),
                question.knownAt(),
                MOST + 1);
        if (households.size() > MOST) {
            throw Refusal.invalid("division", "frame-too-large", MOST);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("divisionId", division);
        json.put("asOf", question.asOf());
        json.put("position", question.knownAt());
        json.put("size", households.size());
        json.put("householdIds", households);
        return json;
    }
}
