package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** What was owed and handed in: by the team, by each of its members, by every linked cadre and every serving Party member. */
final class Documents {
    private final Script script;
    private final List<Cadre> cadres;

    Documents(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        for (Row row : Table.read("documents")) {
            switch (row.text("group")) {
                case "LINKED_CADRE" -> cadres.forEach(cadre -> tell(row, cadre));
                case "SERVING_PARTY_MEMBER" -> members().forEach(cadre -> tell(row, cadre));
                case "LEADERSHIP_MEMBER" -> leaders().forEach(cadre -> tell(row, cadre));
                default -> tell(row, null);
            }
        }
    }

    private Stream<Cadre> members() {
        return cadres.stream().filter(Cadre::partyMember);
    }

    private Stream<Cadre> leaders() {
        return cadres.stream().filter(cadre -> cadre.duty() != null);
    }

    private void tell(Row row, @Nullable Cadre cadre) {
        step(row, cadre, "RequireDocument", row.day("required"))
                .ofTheOffice()
                .with("kind", row.text("kind"))
                .with("group", row.text("group"))
                .with("cadreId", cadre == null ? null : cadre.id())
                .with("period", period(row.text("period")))
                .with("dueOn", row.day("due"))
                .with("taskCode", row.text("task"));
        LocalDate handed = row.day("handed");
        step(row, cadre, "HandInDocument", handed).with("title", row.text("title"));
        if (row.optional("sent") != null) {
            step(row, cadre, "SendBackDocument", row.day("sent")).with("reason", "措施要写到人、写到日期（示例）");
            step(row, cadre, "HandInDocument", row.day("sent").plusDays(4), "again")
                    .with("title", row.text("title"));
        }
        if (row.optional("accepted") != null) {
            step(row, cadre, "AcceptDocument", row.day("accepted"));
        }
    }

    private Step step(Row row, @Nullable Cadre cadre, String command, LocalDate day, Object... more) {
        String key = key(row, cadre);
        return script.add(
                        Script.at(day, 16),
                        row.mark(),
                        command,
                        Stream.concat(Stream.of(key), Stream.of(more)).toArray())
                .cites(row.cites())
                .on("documentId", id(key))
                .on(day);
    }

    private static String key(Row row, @Nullable Cadre cadre) {
        return row.text("kind") + "/" + row.text("group") + (cadre == null ? "" : "/" + cadre.no());
    }

    private static UUID id(String key) {
        return Ids.named(Step.CLIENT, "document", key);
    }

    private static Map<String, Object> period(String name) {
        return name.equals("2012")
                ? Map.of("name", name, "from", Year.BEGINNING, "to", LocalDate.of(2012, 12, 31))
                : Map.of("name", name, "from", Year.BEGINNING, "to", LocalDate.of(2012, 6, 30));
    }
}
