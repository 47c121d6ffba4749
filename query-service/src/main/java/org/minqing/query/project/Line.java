package org.minqing.query.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.minqing.events.project.InvestmentStage;
import org.minqing.events.project.ProjectEvent.Investment;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdded;
import org.minqing.events.project.ProjectEvent.InvestmentLineAdvanced;

/** A line of investment on a day: its money, and how far it has come. */
record Line(
        Investment investment,
        InvestmentStage stage,
        LocalDate approvedOn,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate settledOn) {

    static Line added(InvestmentLineAdded e) {
        return new Line(e.investment(), InvestmentStage.APPROVED, e.occurredOn(), null, null);
    }

    Line advanced(InvestmentLineAdvanced e) {
        return new Line(
                investment,
                e.stage(),
                approvedOn,
                e.stage() == InvestmentStage.PAID ? e.occurredOn() : paidOn,
                e.stage() == InvestmentStage.SETTLED ? e.occurredOn() : settledOn);
    }
}
