package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Roster.Link;
import org.minqing.standalone.demonstration.Table.Row;

/** 45 opinions and suggestions, and the one difficulty of groups 7 and 8 that became the water pipe. */
final class Concerns {
    private static final LocalDate WATER_RAISED = LocalDate.of(2012, 3, 26);
    private static final LocalDate WATER_RESOLVED = LocalDate.of(2012, 6, 28);
    private static final int WATER_GROUP = 7;
    private static final int FOR_WATER = 4;

    private final Script script;
    private final List<Cadre> cadres;
    private final Roster roster;

    Concerns(Script script, List<Cadre> cadres, Roster roster) {
        this.script = script;
        this.cadres = cadres;
        this.roster = roster;
    }

    void tell() {
        water();
        Table.each("concerns", this::tell);
    }

    /** Found on a visit of the first round. */
    private void water() {
        Link link = roster.links().stream()
                .filter(l -> l.household().village().equals(Places.SHUITIAN)
                        && l.household().group() == WATER_GROUP)
                .findFirst()
                .orElseThrow();
        raise("water", WATER_RAISED, Mark.INVENTED, "DIFFICULTY", Places.SHUITIAN, List.of(7, 8))
                .cites("M08")
                .with("cadreId", link.cadre().id())
                .with("source", Map.of("type", "Visit", "id", Visits.collective(0, link.no())))
                .with("text", "7、8村民小组人畜饮水困难，要到两公里外背水")
                .with("taskCode", "T6");
        step("AcceptConcern", "water", WATER_RAISED.plusDays(1), Mark.INVENTED).with("dueOn", WATER_RESOLVED);
        step("AssignConcern", "water", WATER_RAISED.plusDays(3), Mark.INVENTED)
                .with("cadreId", cadres.get(FOR_WATER - 1).id());
        step("ProgressConcern", "water", LocalDate.of(2012, 5, 14), Mark.INVENTED)
                .cites("M09 M10")
                .with("text", "干部捐款和单位筹款到位，开工铺管");
        step("ResolveConcern", "water", WATER_RESOLVED, Mark.INVENTED)
                .cites("M11")
                .with("text", "铺设水管2400米，水通到户");
        step("ConfirmResolution", "water", WATER_RESOLVED.plusDays(6), Mark.INVENTED)
                .with("note", "两个组的群众都说满意（示例）");
    }

    private void tell(Row row, int no) {
        LocalDate day = row.day("day");
        Cadre cadre = cadres.get(row.number("cadre") - 1);
        raise(no, day, row.mark(), row.text("kind"), row.text("village"), List.of(row.number("group")))
                .cites(row.cites())
                .with("cadreId", cadre.id())
                .with("source", Map.of("type", "Activity", "id", Activities.id(row.number("activity"))))
                .with("text", row.text("text"))
                .with("taskCode", row.text("task"));
        step("AcceptConcern", no, day.plusDays(1), row.mark());
        step("AssignConcern", no, day.plusDays(2), row.mark()).with("cadreId", cadre.id());
        String end = row.text("end");
        LocalDate answered = day.plusDays(14);
        switch (end) {
            case "REJECTED" -> step("RejectConcern", no, answered, row.mark()).with("reason", row.text("answer"));
            case "RESOLVED", "CONFIRMED" ->
                step("ResolveConcern", no, answered, row.mark()).with("text", row.text("answer"));
            default -> {} // still waits for an answer
        }
        if (end.equals("CONFIRMED")) {
            step("ConfirmResolution", no, day.plusDays(20), row.mark());
        }
    }

    private Step raise(Object key, LocalDate day, Mark mark, String kind, String village, List<Integer> groups) {
        return script.add(at(day), mark, "RaiseConcern", key)
                .on("concernId", id(key))
                .ofTheOffice()
                .with("kind", kind)
                .with("villageCode", village)
                .with("groups", groups)
                .on(day);
    }

    private Step step(String command, Object key, LocalDate day, Mark mark) {
        return script.add(at(day), mark, command, key).on("concernId", id(key)).on(day);
    }

    private static Instant at(LocalDate day) {
        return Script.at(day, 18);
    }

    private static UUID id(Object key) {
        return Ids.named(Step.CLIENT, "concern", key);
    }

    /** That of the water. */
    static UUID ofWater() {
        return id("water");
    }
}
