package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.standalone.demonstration.Table.Row;

/** The programme: its tasks and quotas, its two leading groups, its plan and sponsors, its two collective rounds. */
final class Campaign {
    private static final Instant LAUNCH = Script.at(Year.BEGINNING, 9);
    private static final Instant SETTINGS = Script.at(Year.BEGINNING, 9, 30);

    private static final LocalDate PLAN = LocalDate.of(2012, 1, 6);
    private static final LocalDate SECOND_GROUP = LocalDate.of(2012, 1, 9);

    private Campaign() {}

    static void launch(Script script, List<Cadre> cadres) {
        script.add(LAUNCH, Mark.INFERRED, "LaunchProgramme", "四群")
                .cites("M01")
                .with("name", "“四群”教育：干部直接联系群众")
                .with("linkMode", "EXACTLY_ONE")
                .with("organisationId", Places.office())
                .on(Year.BEGINNING);
        script.add(SETTINGS, Mark.INFERRED, "AdoptTaskCatalogue")
                .cites("tasks")
                .on("programmeId", programme())
                .with("tasks", Table.read("tasks").stream().map(Campaign::task).toList())
                .on(Year.BEGINNING);
        for (Row row : Table.read("quotas")) {
            script.add(SETTINGS, row.mark(), "DefineLinkQuota", row.text("band"))
                    .cites(row.cites())
                    .on("programmeId", programme())
                    .with("band", row.text("band"))
                    .with("rankCodes", Arrays.asList(row.text("ranks").split(" ")))
                    .with("households", row.number("households"))
                    .on(Year.BEGINNING);
        }
        script.add(SETTINGS, Mark.INVENTED, "EstablishLeadingGroup")
                .cites("M01")
                .on("programmeId", programme())
                .with("kind", "“四群”教育领导小组")
                .with("head", cadres.getFirst().id())
                .with("members", members(cadres))
                .with("office", "“四群”教育领导小组办公室")
                .on(Year.BEGINNING);
        script.add(Script.at(PLAN, 10), Mark.INVENTED, "AdoptImplementationPlan")
                .cites("plan")
                .on("programmeId", programme())
                .with("title", "干部直接联系群众实施方案")
                .on(PLAN);
        script.add(Script.at(SECOND_GROUP, 10), Mark.INVENTED, "EstablishLeadingGroup", "新农村")
                .cites("group")
                .on("programmeId", programme())
                .with("kind", "新农村工作领导小组")
                .with("head", cadres.get(1).id())
                .with(
                        "members",
                        List.of(
                                Map.of("cadreId", cadres.get(3).id(), "duty", "副组长，联系项目（示例）"),
                                Map.of("cadreId", cadres.get(8).id(), "duty", "成员，联系指导员（示例）")))
                .with("office", "新农村工作领导小组办公室")
                .on(SECOND_GROUP);
        for (Row row : Table.read("sponsors")) {
            script.add(Script.at(row.day("day"), 11), row.mark(), "AssignSponsor", row.text("division"))
                    .cites(row.cites())
                    .on("programmeId", programme())
                    .with("divisionId", row.text("division"))
                    .with("cadreId", cadres.get(row.number("cadre") - 1).id())
                    .on(row.day("day"));
        }
        for (Row row : Table.read("rounds")) {
            script.add(Script.at(row.day("opened"), 8), row.mark(), "OpenVisitRound", row.text("name"))
                    .cites(row.cites())
                    .on("programmeId", programme())
                    .with("kind", "COLLECTIVE")
                    .with("name", row.text("name"))
                    .on(row.day("opened"));
        }
    }

    private static Map<String, Object> task(Row row) {
        String alias = row.optional("alias");
        return Map.of(
                "code",
                row.text("code"),
                "name",
                row.text("name"),
                "nameEn",
                row.text("english"),
                "aliases",
                alias == null ? List.of() : List.of(alias));
    }

    private static List<Map<String, Object>> members(List<Cadre> cadres) {
        return cadres.stream()
                .skip(1)
                .filter(cadre -> cadre.duty() != null)
                .map(cadre -> Map.<String, Object>of("cadreId", cadre.id(), "duty", String.valueOf(cadre.duty())))
                .toList();
    }

    static UUID programme() {
        return new Step(LAUNCH, Mark.INFERRED, "LaunchProgramme", "四群").made();
    }

    /** Round 0 or 1. */
    static UUID round(int number) {
        return new Step(LAUNCH, Mark.INVENTED, "OpenVisitRound", row(number).text("name")).event();
    }

    static LocalDate opened(int number) {
        return row(number).day("opened");
    }

    private static Row row(int number) {
        return Table.read("rounds").get(number);
    }
}
