package org.minqing.command.wellrepair;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.wellrepair.WellRepairCommand.CheckRepair;
import org.minqing.command.wellrepair.WellRepairCommand.OrderRepair;
import org.minqing.command.wellrepair.WellRepairCommand.ReportRepair;
import org.minqing.command.wellrepair.WellRepairCommand.ReportWell;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Voided;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.wellrepair.WellRepairEvent.RepairChecked;
import org.minqing.events.wellrepair.WellRepairEvent.RepairDone;
import org.minqing.events.wellrepair.WellRepairEvent.RepairOrdered;
import org.minqing.events.wellrepair.WellRepairEvent.Well;
import org.minqing.events.wellrepair.WellRepairEvent.WellReported;

/** Four steps in order, each refused out of it, and voided and corrected without a line of its own. */
public class WellRepairTrial implements Runnable {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 1);
    private static final UUID ID = new UUID(3, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final Well OF = new Well(ID, PROGRAMME, OFFICE, "530328");
    private static final WellReported REPORTED = new WellReported(OF, "村口", march(1));
    private static final RepairOrdered ORDERED = new RepairOrdered(OF, march(2));
    private static final RepairDone DONE = new RepairDone(OF, march(3));
    private static final RepairChecked CHECKED = new RepairChecked(OF, march(4));

    @Override
    public void run() {
        inOrder();
        outOfOrder();
        amended();
    }

    private static void inOrder() {
        given().on(march(1)).when(new ReportWell(ID, PROGRAMME, OFFICE, "村口")).events(REPORTED);
        given(REPORTED).on(march(2)).when(new OrderRepair(ID)).events(ORDERED);
        given(REPORTED, ORDERED).on(march(3)).when(new ReportRepair(ID)).events(DONE);
        given(REPORTED, ORDERED, DONE).on(march(4)).when(new CheckRepair(ID)).events(CHECKED);
        given(REPORTED, ORDERED, DONE, CHECKED).on(march(4)).when(new CheckRepair(ID)).nothing();
    }

    private static void outOfOrder() {
        given(REPORTED).on(march(3)).when(new ReportRepair(ID)).refused("well-repair-not-ordered");
        given(REPORTED, ORDERED).on(march(4)).when(new CheckRepair(ID)).refused("well-repair-not-done");
        given(REPORTED, ORDERED, DONE).on(march(4)).when(new OrderRepair(ID)).refused("well-repair-under-way");
        given(REPORTED, ORDERED).on(march(1)).when(new ReportRepair(ID)).refused("out-of-order");
    }

    private static void amended() {
        given(REPORTED, ORDERED, DONE).whenVoided(CommandFixture.givenId(1)).reliedOn("well-repair-not-ordered");
        given(REPORTED, ORDERED)
                .whenVoided(CommandFixture.givenId(1))
                .events(new Voided<>(CommandFixture.givenId(1), ORDERED, CommandFixture.REASON, null));
        given(REPORTED, ORDERED)
                .whenCorrected(CommandFixture.givenId(0), "{\"spot\": \"村尾\"}")
                .events(new Corrected<>(
                        CommandFixture.givenId(0),
                        REPORTED,
                        new WellReported(OF, "村尾", march(1)),
                        CommandFixture.REASON,
                        null));
        given(REPORTED, new Voided<>(CommandFixture.givenId(0), REPORTED, CommandFixture.REASON, null))
                .on(march(2))
                .when(new OrderRepair(ID))
                .refused("well-repair-voided");
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }

    private static CommandFixture given(DomainEvent... events) {
        return new CommandFixture(WellRepair.class)
                .division("530328", "沾益县")
                .known(
                        "Organisation",
                        OFFICE,
                        new OrganisationRegistered(new Seat(OFFICE, "530328"), "水务局", null, null, LAUNCH))
                .known(
                        "Programme",
                        PROGRAMME,
                        new ProgrammeLaunched(
                                new Sphere(PROGRAMME, OFFICE, "5303"), "四群教育", LinkMode.EXACTLY_ONE, LAUNCH))
                .given(events);
    }
}
