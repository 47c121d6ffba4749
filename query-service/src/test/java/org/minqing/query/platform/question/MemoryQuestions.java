package org.minqing.query.platform.question;

import java.time.Duration;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.query.platform.source.ReportingPeriods;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** What questions are read and refused by, for whoever answers without a context. */
public final class MemoryQuestions {
    private MemoryQuestions() {}

    public static FigureQuestions figures(ReportingPeriods periods) {
        return new FigureQuestions(periods);
    }

    public static HandlerMethodArgumentResolver parameters() {
        return new QuestionParametersResolver();
    }

    public static Problems problems(Texts texts) {
        return new Problems(texts, new RefusalWording(), Duration.ofSeconds(1));
    }
}
