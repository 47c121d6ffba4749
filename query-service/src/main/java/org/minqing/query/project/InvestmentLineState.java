package org.minqing.query.project;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.InvestmentLineEvent;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.query.platform.Dimensions;

/** A line of investment with the project it belongs to. */
record InvestmentLineState(Undertaking of, Line line) {

    static InvestmentLineState evolve(@Nullable InvestmentLineState state, InvestmentLineEvent event) {
        return switch (event) {
            case InvestmentLineAdded e -> new InvestmentLineState(e.of(), Line.added(e));
            case InvestmentLineAdvanced e ->
                new InvestmentLineState(
                        e.of(), Objects.requireNonNull(state).line.advanced(e));
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(line.stage()).kind(line.investment().source());
    }
}
