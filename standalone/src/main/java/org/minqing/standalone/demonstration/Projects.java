package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** Water, road, notoginseng and tobacco; and what the road turned out to have been measured in, two years later. */
final class Projects {
    private static final LocalDate CORRECTED = LocalDate.of(2014, 3, 18);

    private final Script script;

    Projects(Script script) {
        this.script = script;
    }

    void tell() {
        Table.read("projects").forEach(this::course);
        Table.read("investments").forEach(this::invested);
        Table.read("quantities").forEach(this::measured);
        Table.read("beneficiaries").forEach(this::benefiting);
        correct();
    }

    private void course(Row row) {
        String key = row.text("key");
        step(row, "ProposeProject", "proposed", key)
                .ofTheOffice()
                .with("taskCode", row.text("task"))
                .with("kind", row.text("kind"))
                .with("name", row.text("name"))
                .with("villageCode", row.text("village"))
                .with("site", row.optional("site"))
                .with("concernId", row.optional("concern") == null ? null : Concerns.ofWater());
        if (row.optional("awarded") != null) {
            LocalDate resolved = row.day("approved").minusDays(14);
            at(resolved, Mark.INVENTED, "RecordVillagersResolution", key)
                    .with("participants", 168)
                    .with("inFavour", 161)
                    .with("summary", "村民会议同意一事一议筹资筹劳（示例）");
        }
        step(row, "ApproveProject", "approved", key);
        if (row.optional("awarded") != null) {
            at(row.day("approved").plusDays(14), Mark.INVENTED, "AwardContract", key)
                    .with("contractor", Map.of("name", row.text("awarded")));
        }
        step(row, "StartWork", "started", key);
        LocalDate halfway = row.day("started").plusDays(21);
        at(halfway, Mark.INVENTED, "ReportProgress", key).with("percent", 50);
        step(row, "CompleteWork", "completed", key);
        step(row, "AcceptProject", "accepted", key);
    }

    private void invested(Row row) {
        String project = row.text("project");
        String source = row.text("source");
        UUID line = step(row, "AddInvestmentLine", "added", project, source)
                .with("source", source)
                .with("money", Map.of("amount", row.text("amount")))
                .event();
        for (String stage : List.of("paid", "settled")) {
            step(row, "AdvanceInvestmentLine", stage, project, source, stage)
                    .with("lineId", line)
                    .with("stage", stage.toUpperCase(Locale.ROOT));
        }
    }

    private void measured(Row row) {
        step(row, "MeasureQuantity", "day", row.text("project"), row.text("item"))
                .with("item", row.text("item"))
                .with("quantity", quantity(row));
    }

    private void benefiting(Row row) {
        step(row, "RecordBeneficiaries", "day", row.text("project"), row.text("kind"))
                .with("kind", row.text("kind"))
                .with("quantity", quantity(row))
                .with("overlapPossible", row.optional("overlap") == null ? null : true);
    }

    /** 1.75 million yuan for 14,000 m³ would be 125 yuan each: that is the price of a square metre. */
    private void correct() {
        Row road = Table.read("quantities").stream()
                .filter(row -> row.text("project").equals("road"))
                .findFirst()
                .orElseThrow();
        var measured = new Step(Year.OPENED, Mark.INVENTED, "MeasureQuantity", "road", road.text("item"));
        var square = Map.of("value", road.number("value"), "unit", "m2", "qualifier", "EXACT");
        script.add(Script.at(CORRECTED, 10), Mark.INFERRED, "Correct", "road")
                .cites("M24 M25")
                .inLane(id("road").toString())
                .with("eventId", measured.event())
                .with("changes", Map.of("quantity", square))
                .with("reason", "每单位125元，应为平方米");
    }

    private static Map<String, Object> quantity(Row row) {
        var quantity = new LinkedHashMap<String, Object>();
        quantity.put("value", row.number("value"));
        quantity.put("unit", row.text("unit"));
        quantity.put("qualifier", row.text("qualifier"));
        if (row.optional("reported") != null) {
            quantity.put("asReported", row.text("reported"));
        }
        return quantity;
    }

    private Step step(Row row, String command, String day, String project, Object... key) {
        Object[] whole = new Object[key.length + 1];
        whole[0] = project;
        System.arraycopy(key, 0, whole, 1, key.length);
        return on(row.day(day), row.mark(), command, project, whole).cites(row.cites());
    }

    private Step at(LocalDate day, Mark mark, String command, String project) {
        return on(day, mark, command, project, project);
    }

    private Step on(LocalDate day, Mark mark, String command, String project, Object... key) {
        return script.add(Script.at(day, 19), mark, command, key)
                .on("projectId", id(project))
                .on(day);
    }

    static UUID id(String project) {
        return Ids.named(Step.CLIENT, "project", project);
    }
}
