package org.minqing.query.project;

import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;
import org.minqing.events.project.ProjectEvent.InvestmentLineStep;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.query.platform.view.Dimensions;

/** A line of investment with the project it belongs to. */
record InvestmentLineState(Undertaking of, Line line) {

    static InvestmentLineState added(InvestmentLineAdded e) {
        return new InvestmentLineState(e.of(), Line.added(e));
    }

    InvestmentLineState after(InvestmentLineStep event) {
        return switch (event) {
            case InvestmentLineAdded e -> added(e);
            case InvestmentLineAdvanced e -> new InvestmentLineState(e.of(), line.advanced(e));
        };
    }

    Dimensions dimensions() {
        return Dimensions.of(of).status(line.stage()).kind(line.investment().source());
    }
}
