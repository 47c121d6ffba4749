package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** The half-year and the year: opened, written, handed in, approved by somebody else, and sealed with what is waived. */
final class Periods {
    private Periods() {}

    static void tell(Script script) {
        for (Row period : Table.read("periods")) {
            String name = period.text("name");
            step(script, period, "OpenPeriod", period.day("opened"))
                    .ofTheOffice()
                    .with("name", name)
                    .with("from", period.day("from"))
                    .with("to", period.day("to"));
            for (Row section : of("sections", name)) {
                standing(
                                script,
                                section,
                                name,
                                "WriteSection",
                                period.day("submitted").minusDays(1),
                                section.text("section"))
                        .with("section", section.text("section"))
                        .with("text", section.text("text"));
            }
            addressed(standing(script, period, name, "SubmitReport", period.day("submitted"), ""), period);
            if (period.optional("sent") != null) {
                standing(script, period, name, "SendBackReport", period.day("sent"), "")
                        .with("reason", "请把群众意见的办理结果写清楚（示例）");
                addressed(standing(script, period, name, "SubmitReport", period.day("again"), "again"), period);
            }
            standing(script, period, name, "ApproveReport", period.day("approved"), "")
                    .with("documentNo", period.text("number"));
            standing(script, period, name, "SealPeriod", period.day("sealed"), "")
                    .with("waivers", waivers(name));
        }
    }

    private static void addressed(Step submission, Row period) {
        submission.with("recipient", period.text("recipient")).with("copiedTo", period.text("copied"));
    }

    private static List<Map<String, String>> waivers(String period) {
        return of("waivers", period).stream()
                .map(waiver -> Map.of("rule", waiver.text("rule"), "reason", waiver.text("reason")))
                .toList();
    }

    private static List<Row> of(String table, String period) {
        return Table.read(table).stream()
                .filter(row -> row.text("period").equals(period))
                .toList();
    }

    static UUID id(String name) {
        return Ids.reportingPeriod(Campaign.programme(), Places.office(), name);
    }

    private static Step standing(Script script, Row row, String period, String command, LocalDate day, String more) {
        return script.add(Script.at(day, 19), row.mark(), command, period, more)
                .cites(command.equals("WriteSection") ? "sections" : "M29")
                .on("reportingPeriodId", id(period))
                .on(day);
    }

    private static Step step(Script script, Row row, String command, LocalDate day) {
        return script.add(Script.at(day, 19), row.mark(), command, row.text("name"))
                .cites("M29")
                .inLane(id(row.text("name")).toString())
                .on(day);
    }
}
