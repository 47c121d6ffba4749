package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** Seven instructors in three villages, a standing secretary and a correspondent in each. */
final class Postings {
    private final Script script;
    private final List<Cadre> cadres;

    Postings(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        Table.read("postings").forEach(this::post);
    }

    private void post(Row row) {
        LocalDate begun = row.day("begun");
        String roles = row.optional("roles");
        script.add(Script.at(begun, 9), row.mark(), row.text("command"), row.text("key"))
                .on("postingId", id(row))
                .with("programmeId", Campaign.programme())
                .with("organisationId", Places.office())
                .with("cadreId", cadre(row.text("cadre")))
                .with("villageCode", row.text("village"))
                .with("roles", roles == null ? null : List.of(roles.split(" ")))
                .on(begun);
    }

    private UUID cadre(String no) {
        return cadres.get(Integer.parseInt(no) - 1).id();
    }

    private static UUID id(Row row) {
        return Ids.named(Step.CLIENT, "posting", row.text("key"));
    }
}
