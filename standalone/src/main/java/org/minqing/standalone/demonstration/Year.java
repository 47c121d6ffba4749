package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** The demonstration year, told from its tables. */
final class Year {
    /** The day of the mobilisation meeting. */
    static final LocalDate BEGINNING = LocalDate.of(2011, 12, 26);

    /** When the simulated clock starts. */
    static final Instant OPENED = Script.at(BEGINNING, 8);

    private Year() {}

    static Script script() {
        var script = new Script();
        List<Cadre> cadres = Cadre.all();
        List<Household> households = Household.all();
        Roster roster = Roster.of(cadres, households);
        Places.register(script);
        cadres.forEach(cadre -> cadre.register(script));
        Campaign.launch(script, cadres);
        households.forEach(household -> household.register(script));
        roster.tell(script, cadres, (int) households.stream()
                .filter(h -> h.village().equals(Places.SHUITIAN))
                .count());
        new Visits(script, cadres, roster).tell(households);
        new Activities(script, cadres).tell();
        new Concerns(script, cadres, roster).tell();
        new Projects(script).tell();
        new Money(script, cadres).tell();
        new Documents(script, cadres).tell();
        new Rectifications(script, cadres).tell();
        new Postings(script, cadres).tell();
        Disputes.tell(script, households);
        Periods.tell(script);
        Places.declareHardships(script);
        Places.recode(script);
        return script;
    }
}
