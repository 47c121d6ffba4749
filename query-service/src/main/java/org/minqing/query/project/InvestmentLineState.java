package org.minqing.query.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.ProjectEvent;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.query.platform.view.Dimensions;

/** A line of investment with the project it belongs to. */
record InvestmentLineState(Undertaking of, Line line) {

    static @Nullable InvestmentLineState evolve(@Nullable InvestmentLineState state, ProjectEvent event) {
        return switch (event) {
            case InvestmentLineAdded e -> new InvestmentLineState(e.of(), Line.added(e));
            case InvestmentLineAdvanced e ->
                new InvestmentLineState(
                        e.of(), Objects.requireNonNull(state).line.advanced(e));
            default -> state; // a line is touched by no other event
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(line.stage()).kind(line.investment().source());
    }
}
