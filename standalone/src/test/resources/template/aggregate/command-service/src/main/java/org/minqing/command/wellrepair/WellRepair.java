package org.minqing.command.wellrepair;

import static java.util.Objects.requireNonNullElse;

import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.ProcessAggregate;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.events.wellrepair.WellRepairEvent;
import org.minqing.events.wellrepair.WellRepairEvent.RepairChecked;
import org.minqing.events.wellrepair.WellRepairEvent.RepairDone;
import org.minqing.events.wellrepair.WellRepairEvent.RepairOrdered;
import org.minqing.events.wellrepair.WellRepairEvent.Well;
import org.minqing.events.wellrepair.WellRepairEvent.WellReported;

/** The repair of a village's well: reported, ordered, done, checked. */
class WellRepair extends ProcessAggregate<WellRepairEvent> {
    static final Transitions<WellRepairEvent> TRANSITIONS = new Transitions<WellRepairEvent>(WellReported.class)
            .step(RepairOrdered.class)
            .once()
            .onlyAfter("well-repair-under-way", WellReported.class)
            .step(RepairDone.class)
            .once()
            .onlyAfter("well-repair-not-ordered", RepairOrdered.class)
            .step(RepairChecked.class)
            .once()
            .onlyAfter("well-repair-not-done", RepairDone.class)
            .end();

    WellRepair() {
        super(TRANSITIONS);
    }

    void handle(WellRepairCommand.ReportWell command, DecisionContext situation) {
        new Responsibility(command.programmeId(), command.organisationId()).inForce(situation, situation.day());
        Well of = new Well(
                requireNonNullElse(command.wellRepairId(), situation.madeId()),
                command.programmeId(),
                command.organisationId(),
                InForce.organisation(situation, command.organisationId(), situation.day())
                        .divisionId());
        situation.enter(new WellReported(of, command.spot(), situation.day()));
    }

    void handle(WellRepairCommand.OrderRepair command, DecisionContext situation) {
        situation.enter(new RepairOrdered(of(), situation.day()));
    }

    void handle(WellRepairCommand.ReportRepair command, DecisionContext situation) {
        situation.enter(new RepairDone(of(), situation.day()));
    }

    void handle(WellRepairCommand.CheckRepair command, DecisionContext situation) {
        situation.enter(new RepairChecked(of(), situation.day()));
    }

    private Well of() {
        return steps.begun().of();
    }
}
