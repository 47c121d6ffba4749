package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/**
 * One of the 736 households.
 *
 * @param no runs through the villages, and stands in everybody's name
 * @param place in the group, from 1
 * @param standing what it is to the link point
 */
record Household(
        int no,
        String village,
        int group,
        int place,
        @Nullable String naturalVillage,
        Standing standing) {
    private static final LocalDate ON_THE_REGISTER = LocalDate.of(2011, 1, 1);
    private static final LocalDate FIRST_ENTERED = LocalDate.of(2012, 1, 9);
    private static final int A_DAY = 50;
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    private static final int KIND_EVERY = 7;

    /** What a household is to the link point. */
    enum Standing {
        LINKED,
        REGISTERED_ONLY,
        FURTHER
    }

    /** Those of 水田's roster first. */
    static List<Household> all() {
        List<Row> groups = Table.read("groups");
        var all = new ArrayList<Household>();
        for (Row row : groups) {
            for (int i = 1; i <= row.number("registered"); i++) {
                Standing standing = i <= row.number("linked") ? Standing.LINKED : Standing.REGISTERED_ONLY;
                all.add(of(row, all.size() + 1, i, standing));
            }
        }
        for (Row row : groups) {
            for (int i = 1; i <= row.number("further"); i++) {
                all.add(of(row, all.size() + 1, row.number("registered") + i, Standing.FURTHER));
            }
        }
        return all;
    }

    private static Household of(Row group, int no, int place, Standing standing) {
        return new Household(
                no, group.text("village"), group.number("group"), place, group.optional("natural"), standing);
    }

    void register(Script script) {
        script.add(Script.at(day(), 16), Mark.INVENTED, "RegisterHousehold", no)
                .cites(naturalVillage == null ? "" : "hamlet")
                .with("villageCode", village)
                .with("group", group)
                .with("householdNo", "%02d-%03d".formatted(group, place))
                .with("head", Map.of("personId", headId(), "name", headName(), "sex", no % 5 == 0 ? "2" : "1"))
                .with("members", standing == Standing.FURTHER ? null : members())
                .with("naturalVillage", naturalVillage)
                .on(ON_THE_REGISTER);
        if (condoled()) {
            LocalDate classified = day().plusDays(1);
            script.add(Script.at(classified, 9), Mark.INVENTED, "ClassifyHousehold", no)
                    .on("householdId", id())
                    .with("kinds", List.of(no % 2 == 0 ? "低保户" : "五保户"))
                    .on(classified);
        }
    }

    /** In need, and so visited at the year's end. */
    boolean condoled() {
        return standing == Standing.LINKED && no % KIND_EVERY == 0;
    }

    /** Entered fifty a workday. */
    private LocalDate day() {
        return Workdays.after(FIRST_ENTERED, (no - 1) / A_DAY);
    }

    UUID id() {
        return new Step(Year.OPENED, Mark.INVENTED, "RegisterHousehold", no).made();
    }

    UUID headId() {
        return Ids.named(Step.CLIENT, "person", no);
    }

    String headName() {
        return surname(no) + "示例%04d".formatted(no);
    }

    private List<Map<String, Object>> members() {
        return List.of(
                Map.of("name", surname(no * 7) + "示例%04d乙".formatted(no), "relation", "10"),
                Map.of("name", surname(no) + "示例%04d丙".formatted(no), "relation", no % 2 == 0 ? "20" : "30"));
    }

    private static String surname(int number) {
        int index = number % SURNAMES.length();
        return SURNAMES.substring(index, index + 1);
    }
}
