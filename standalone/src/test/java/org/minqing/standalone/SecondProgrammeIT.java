package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.minqing.standalone.Client.Answer;
import tools.jackson.databind.JsonNode;

/**
 * Another programme beside the first, in the same prefecture, with settings of its own: one cadre to fifteen households, at least
 * one cadre a household, six tasks. Nothing of it is code.
 */
@RunningYear.Guest
class SecondProgrammeIT {
    private static final String COUNTY = "530322";
    private static final String VILLAGE = "530322101201";
    private static final int QUOTA = 15;

    @Test
    void runs_beside_the_first_and_their_figures_stand_apart_and_together(RunningYear year) throws Exception {
        String programme = launched(year);
        String linkPoint = made(year.office.done(
                "DesignateLinkPoint",
                Map.of("programmeId", programme, "villageCode", VILLAGE, "organisationId", organisation)));
        List<String> cadres = List.of(cadre(year, linkPoint), cadre(year, linkPoint));
        List<String> households = new ArrayList<>();
        for (int i = 1; i <= QUOTA + 1; i++) {
            households.add(household(year, i));
        }
        for (String household : households.subList(0, QUOTA)) {
            assertThat(link(year, linkPoint, cadres.getFirst(), household).status())
                    .isEqualTo(201);
        }
        Answer sixteenth = link(year, linkPoint, cadres.getFirst(), households.getLast());
        assertThat(sixteenth.code()).isEqualTo("quota-exceeded");
        Answer also = link(year, linkPoint, cadres.getLast(), households.getFirst());
        assertThat(also.status())
                .as("at least one cadre a household: %s", also.body())
                .isEqualTo(201);
        Answer visit = visit(year, programme, households.getFirst(), cadres.getFirst(), "T6");
        assertThat(visit.status()).as(visit.toString()).isEqualTo(201);
        Answer seventh = visit(year, programme, households.getFirst(), cadres.getFirst(), "T7");
        assertThat(seventh.status()).as("six tasks: %s", seventh.body()).isEqualTo(422);

        String first = year.programme();
        for (String measure : List.of("M04", "M05", "M20b")) {
            int its = value(year, measure, visit, programme);
            int theirs = value(year, measure, visit, first);
            assertThat(value(year, measure, visit, null)).as(measure).isEqualTo(its + theirs);
            assertThat(theirs).as(measure).isPositive();
        }
        assertThat(value(year, "M04", visit, programme)).isEqualTo(2);
        assertThat(value(year, "M05", visit, programme))
                .as("sixteen links, fifteen households")
                .isEqualTo(QUOTA);
        assertThat(value(year, "M20b", visit, programme)).isEqualTo(1);
        assertThat(value(year, "M03", visit, programme)).isEqualTo(QUOTA);
        assertThat(value(year, "M03", visit, first)).isEqualTo(3);
        assertThat(tasks(year, programme)).hasSize(6);
        assertThat(tasks(year, first)).hasSize(7);
    }

    private String organisation;

    private String launched(RunningYear year) throws Exception {
        year.office.done("RegisterDivision", Map.of("code", COUNTY, "name", "示例县", "parentCode", "5303"));
        year.office.done("RegisterDivision", Map.of("code", COUNTY + "101", "name", "示例乡", "parentCode", COUNTY));
        year.office.done("RegisterDivision", Map.of("code", VILLAGE, "name", "示例村", "parentCode", COUNTY + "101"));
        organisation = made(year.office.done(
                "RegisterOrganisation", Map.of("name", "示例县办公室", "kind", "OFFICE", "divisionCode", COUNTY)));
        String programme = made(year.office.done(
                "LaunchProgramme",
                Map.of("name", "挂包帮（示例）", "linkMode", "AT_LEAST_ONE", "organisationId", organisation)));
        year.office.done(
                "DefineLinkQuota",
                Map.of("programmeId", programme, "band", "全部", "rankCodes", List.of("150"), "households", QUOTA));
        List<Map<String, String>> tasks = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            tasks.add(Map.of("code", "T" + i, "name", "任务" + i));
        }
        year.office.done("AdoptTaskCatalogue", Map.of("programmeId", programme, "tasks", tasks));
        return programme;
    }

    private String cadre(RunningYear year, String linkPoint) throws Exception {
        String cadre = made(year.office.done(
                "RegisterCadre",
                Map.of(
                        "name",
                        "示例干部",
                        "sex",
                        "1",
                        "rankCode",
                        "150",
                        "organisationId",
                        organisation,
                        "confirmDuplicate",
                        true)));
        year.office.done("EnrolCadre", Map.of("linkPointId", linkPoint, "cadreId", cadre));
        return cadre;
    }

    private static String household(RunningYear year, int number) throws Exception {
        return made(year.office.done(
                "RegisterHousehold",
                Map.of(
                        "villageCode",
                        VILLAGE,
                        "group",
                        1,
                        "householdNo",
                        String.valueOf(number),
                        "head",
                        Map.of("name", "示例户主"))));
    }

    private static Answer link(RunningYear year, String linkPoint, String cadre, String household) throws Exception {
        return year.office.send(
                "AssignCadreToHousehold", Map.of("linkPointId", linkPoint, "cadreId", cadre, "householdId", household));
    }

    private static Answer visit(RunningYear year, String programme, String household, String cadre, String task)
            throws Exception {
        return year.office.send(
                "RecordVisit",
                Map.of(
                        "programmeId", programme,
                        "householdId", household,
                        "cadreIds", List.of(cadre),
                        "kind", "DISPERSED",
                        "taskCode", task));
    }

    private static int value(RunningYear year, String measure, Answer after, String programme) throws Exception {
        Map<String, Object> parameters = new LinkedHashMap<>(Map.of("measure", measure, "after", after.position()));
        if (programme == null) {
            parameters.put("division", "5303");
        } else {
            parameters.put("programme", programme);
        }
        StringBuilder path = new StringBuilder("/v1/figures?knownAt=" + after.position());
        parameters.forEach(
                (name, value) -> path.append('&').append(name).append('=').append(value));
        return year.office.ask(path.toString()).get("value").asInt();
    }

    private static JsonNode tasks(RunningYear year, String programme) throws Exception {
        return year.office.ask("/v1/programmes/" + programme).get("tasks");
    }

    private static String made(Answer answer) {
        return answer.body().get("subject").get("id").asString();
    }
}
