package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** What was found wanting in thought, work, conduct and integrity, of the team and each member; and hazards of enterprises. */
final class Rectifications {
    private final Script script;
    private final List<Cadre> cadres;

    Rectifications(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        for (Row row : Table.read("rectifications")) {
            switch (row.text("owner")) {
                case "team" -> tell(row, Places.office(), null);
                case "members" ->
                    cadres.stream()
                            .filter(cadre -> cadre.duty() != null)
                            .forEach(cadre -> tell(row, Places.office(), cadre));
                default -> tell(row, Places.organisation(row.text("owner")), null);
            }
        }
    }

    private void tell(Row row, UUID organisation, @Nullable Cadre cadre) {
        step(row, cadre, "RaiseRectification", row.day("raised"))
                .with("programmeId", Campaign.programme())
                .with("organisationId", organisation)
                .with("cadreId", cadre == null ? null : cadre.id())
                .with("source", row.text("source"))
                .with("aspect", row.text("aspect"))
                .with("about", about(row, organisation))
                .with("text", row.text("text"))
                .with("dueOn", row.day("due"));
        step(row, cadre, "SetMeasure", row.day("set")).with("text", row.text("measure"));
        step(row, cadre, "ReportDone", row.day("done"));
        step(row, cadre, "ConfirmRectification", row.day("confirmed"));
    }

    /** Of a hazard the safety check and the enterprise. */
    private static @Nullable List<Map<String, Object>> about(Row row, UUID organisation) {
        return row.optional("activity") == null
                ? null
                : List.of(
                        Map.of("type", "Activity", "id", Activities.id(row.number("activity"))),
                        Map.of("type", "Organisation", "id", organisation));
    }

    private Step step(Row row, @Nullable Cadre cadre, String command, LocalDate day) {
        String key = row.text("owner") + "/" + row.text("aspect") + (cadre == null ? "" : "/" + cadre.no());
        return script.add(Script.at(day, 18), row.mark(), command, key)
                .cites(row.cites())
                .on("rectificationId", Ids.named(Step.CLIENT, "rectification", key))
                .on(day);
    }
}
