package org.minqing.query.architecture.planted.visit;

import java.util.List;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent;
import org.minqing.query.architecture.planted.command.RecordVisit;
import org.minqing.query.architecture.planted.fund.Fund;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.View;

/** Imports another feature and a command, looks at voids, and is public. */
public class VisitAndFund implements View<DivisionEvent> {
    final Fund fund = new Fund();
    final RecordVisit command = new RecordVisit();
    final Class<?> voids = Voided.class;

    @Override
    public List<Entity<DivisionEvent, ?>> entities() {
        return List.of();
    }
}
