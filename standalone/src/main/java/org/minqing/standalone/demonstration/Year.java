package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.minqing.command.platform.desk.CommandDesk;
import org.minqing.log.LogSchema;
import org.springframework.context.ApplicationContext;

/** The year a municipal office linked its 52 cadres to 214 households of 水田, and the recoding of 2016: told from its tables. */
public final class Year {
    /** The day of the mobilisation meeting. */
    static final LocalDate BEGINNING = LocalDate.of(2011, 12, 26);

    private static final LocalDate FIRST_VISITS = LocalDate.of(2012, 3, 6);

    /** When the simulated clock of a new log starts. */
    public static final Instant OPENED = Script.at(BEGINNING, 8);

    private Year() {}

    /**
     * Loads the year, or the rest of it: called while the log is empty or its simulation has not ended, so a load cut
     * short is taken up by its deterministic command ids. When this returns the simulation has ended.
     *
     * @param commandSide the running command side, whose REST answers 503 until then
     */
    public static void load(ApplicationContext commandSide) {
        load(commandSide, script());
    }

    /** Loads the year up to its first visits; there it ends for good. */
    public static void begin(ApplicationContext commandSide) {
        load(commandSide, script().before(Script.at(FIRST_VISITS, 0)));
    }

    private static void load(ApplicationContext commandSide, Script script) {
        new Loading(commandSide.getBean(CommandDesk.class)::take).run(script);
        LogSchema.endSimulation(commandSide.getBean(DataSource.class));
    }

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
