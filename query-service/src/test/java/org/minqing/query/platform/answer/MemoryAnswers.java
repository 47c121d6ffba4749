package org.minqing.query.platform.answer;

import java.util.List;
import org.minqing.edge.Texts;
import org.minqing.query.platform.fact.MemoryFigures;
import org.minqing.query.platform.question.FigureQuestions;
import org.minqing.query.platform.register.MemoryRanks;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.RegisterTasks;

/** What answers are made by, for whoever answers without a context. */
public final class MemoryAnswers {
    private MemoryAnswers() {}

    public static Items items(Lookups lookups, RegisterTasks tasks, MemoryRegister register) {
        return new Items(lookups, tasks, List.of(new MemoryRanks(register)));
    }

    public static MeasureAnswers measured(FigureQuestions questions, MemoryFigures figures, Texts texts) {
        return new MeasureAnswers(questions, figures, new Display(texts), texts);
    }
}
