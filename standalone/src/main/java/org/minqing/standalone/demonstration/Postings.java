package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** Seven instructors in three villages with what they are given, attended and were assessed; a standing secretary, a
 * correspondent and a work team in each. */
final class Postings {
    private static final Map<String, Object> SECURITY =
            Map.of("allowance", Map.of("amount", "600.00"), "insurance", true);
    private static final YearMonth LAST = YearMonth.of(2012, 12);
    private static final int FEWEST = 18;

    private final Script script;
    private final List<Cadre> cadres;

    Postings(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        Table.read("postings").forEach(this::post);
        Table.read("teams").forEach(this::team);
    }

    private void post(Row row) {
        LocalDate begun = row.day("begun");
        String roles = row.optional("roles");
        script.add(Script.at(begun, 9), row.mark(), row.text("command"), row.text("key"))
                .cites(roles == null ? row.cites() : row.cites() + " security")
                .on("postingId", id(row))
                .ofTheOffice()
                .with("cadreId", cadre(row.text("cadre")))
                .with("villageCode", row.text("village"))
                .with("roles", roles == null ? null : List.of(roles.split(" ")))
                .with("security", roles == null ? null : SECURITY)
                .on(begun);
        if (roles != null) {
            attended(row, YearMonth.from(begun));
        }
    }

    /** Signed at the end of each month, and assessed at the end of the year. */
    private void attended(Row row, YearMonth first) {
        for (YearMonth month = first; !month.isAfter(LAST); month = month.plusMonths(1)) {
            LocalDate signed = month.atEndOfMonth();
            script.add(Script.at(signed, 17), Mark.INVENTED, "RecordMonthlyAttendance", row.text("key"), month)
                    .cites("method")
                    .on("postingId", id(row))
                    .with("month", month.toString())
                    .with("days", FEWEST + (row.number("cadre") + month.getMonthValue()) % 4)
                    .with("signedBy", "示例村干部")
                    .on(signed);
        }
        script.add(Script.at(LAST.atEndOfMonth(), 18), Mark.INVENTED, "AssessInstructor", row.text("key"))
                .cites("method")
                .on("postingId", id(row))
                .with("grade", row.number("cadre") % 3 == 0 ? "EXCELLENT" : "COMPETENT")
                .on(LAST.atEndOfMonth());
    }

    private void team(Row row) {
        LocalDate formed = row.day("formed");
        script.add(Script.at(formed, 9), row.mark(), "FormWorkTeam", row.text("village"))
                .cites(row.cites())
                .ofTheOffice()
                .with("villageCode", row.text("village"))
                .with(
                        "members",
                        Arrays.stream(row.text("members").split(" "))
                                .map(this::cadre)
                                .toList())
                .on(formed);
    }

    private UUID cadre(String no) {
        return cadres.get(Integer.parseInt(no) - 1).id();
    }

    private static UUID id(Row row) {
        return Ids.named(Step.CLIENT, "posting", row.text("key"));
    }
}
