package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.UUID;
import org.minqing.standalone.demonstration.Table.Row;

/** The divisions, in force from 2011 and most of them recoded in 2016, and the organisations seated in them. */
final class Places {
    static final String SHUITIAN = "530328202207";

    private static final LocalDate IN_FORCE = LocalDate.of(2011, 1, 1);
    private static final LocalDate RECODED = LocalDate.of(2016, 3, 20);

    private Places() {}

    static void register(Script script) {
        for (Row row : Table.read("divisions")) {
            script.add(Script.at(Year.BEGINNING, 8, 10), row.mark(), "RegisterDivision", row.text("code"))
                    .cites(row.cites())
                    .inLane("divisions")
                    .with("code", row.text("code"))
                    .with("name", row.text("name"))
                    .on(IN_FORCE);
        }
        for (Row row : Table.read("organisations")) {
            script.add(Script.at(Year.BEGINNING, 8, 20), row.mark(), "RegisterOrganisation", row.text("key"))
                    .cites(row.cites())
                    .inLane("organisations")
                    .with("name", row.text("name"))
                    .with("kind", row.text("kind"))
                    .with("divisionCode", row.text("division"))
                    .on(IN_FORCE);
        }
        for (Row row : Table.read("offices")) {
            script.add(Script.at(Year.BEGINNING, 8, 30), row.mark(), "AddOffice", row.text("name"))
                    .cites(row.cites())
                    .on("organisationId", office())
                    .with("name", row.text("name"))
                    .on(IN_FORCE);
        }
    }

    /** Three years of drought, the first two declared before the programme began. */
    static void declareHardships(Script script) {
        for (Row row : Table.read("hardships")) {
            script.add(Script.at(row.day("recorded"), 8), row.mark(), "DeclareHardship", row.text("year"))
                    .cites(row.cites())
                    .inLane("divisions")
                    .with("divisionId", row.text("division"))
                    .with("kind", "DROUGHT")
                    .with("year", row.number("year"))
                    .with("severity", row.text("severity"))
                    .on(row.day("declared"));
        }
    }

    /** The county became a district in 2016, after the report. */
    static void recode(Script script) {
        Table.read("divisions").stream()
                .filter(row -> row.optional("recoded") != null)
                .forEach(row -> script.add(
                                Script.at(RECODED.plusDays(1), 9), Mark.INFERRED, "RecodeDivision", row.text("code"))
                        .inLane("divisions")
                        .with("divisionId", row.text("code"))
                        .with("code", row.text("recoded"))
                        .with("name", row.optional("renamed"))
                        .on(RECODED));
    }

    /** The office whose year this is. */
    static UUID office() {
        return organisation("office");
    }

    static UUID organisation(String key) {
        return new Step(Year.OPENED, Mark.INFERRED, "RegisterOrganisation", key).made();
    }

    /** One of the offices 委室 inside it. */
    static UUID office(String name) {
        return new Step(Year.OPENED, Mark.INVENTED, "AddOffice", name).event();
    }
}
