package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** Money for the water of 水田, goods for its needy, work funds for three villages: funds that never merge. */
final class Money {
    private static final String WATER = "饮水";
    private static final String CONDOLENCE = "慰问";
    private static final String WORK = "工作经费";
    private static final LocalDate WATER_OPENED = LocalDate.of(2012, 4, 9);
    private static final LocalDate GIVING = LocalDate.of(2012, 4, 16);
    private static final int GIVERS_A_DAY = 18;
    private static final LocalDate RAISED = LocalDate.of(2012, 4, 25);
    private static final LocalDate ALLOCATED = LocalDate.of(2012, 5, 8);
    private static final LocalDate CONDOLENCE_OPENED = LocalDate.of(2012, 9, 20);

    private final Script script;
    private final List<Cadre> cadres;

    Money(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        open(WATER, WATER_OPENED);
        for (Cadre cadre : cadres) {
            LocalDate given = Workdays.after(GIVING, (cadre.no() - 1) / GIVERS_A_DAY);
            step(WATER, given.plusDays(1), cadre.mark(), "RecordDonation", cadre.no())
                    .cites("M09")
                    .with("donor", Map.of("kind", "CADRE", "id", cadre.id()))
                    .with("money", yuan(cadre.gift()))
                    .with("taskCode", "T3")
                    .on(given);
        }
        step(WATER, RAISED, Mark.INVENTED, "RecordUnitContribution", "office")
                .cites("M10")
                .with("organisationId", Places.office())
                .with("money", yuan("20000.00"))
                .with("taskCode", "T3")
                .on(RAISED);
        step(WATER, ALLOCATED, Mark.INVENTED, "AllocateFunds", "pipe")
                .cites("M09 M10")
                .with("purpose", "水田7、8村民小组饮水管道")
                .with("toProjectId", Projects.id("water"))
                .with("money", yuan("41000.00"))
                .with("taskCode", "T3")
                .on(ALLOCATED);
        open(CONDOLENCE, CONDOLENCE_OPENED);
        Table.read("grants").forEach(this::grant);
        Table.each("gifts", (gift, no) -> give(gift, no - 1));
    }

    /** Work funds found for a village: money of its own, in a fund of its own. */
    private void grant(Row row) {
        String village = row.text("village");
        LocalDate day = row.day("day");
        open(WORK, village, day.minusDays(3));
        step(WORK, village, day, row.mark(), "RecordGrant", village)
                .cites(row.cites())
                .with("source", row.text("source"))
                .with("money", yuan(row.text("amount")))
                .with("taskCode", "T4")
                .on(day);
    }

    private void open(String earmark, LocalDate day) {
        open(earmark, Places.SHUITIAN, day);
    }

    private void open(String earmark, String village, LocalDate day) {
        script.add(Script.at(day, 9), Mark.INVENTED, "OpenFund", earmark, village)
                .inLane(earmark)
                .ofTheOffice()
                .with("earmark", earmark)
                .with("villageCode", village)
                .on(day);
    }

    private void give(Row gift, int number) {
        step(CONDOLENCE, gift.day("day"), gift.mark(), "RecordInKindDonation", number)
                .cites(gift.cites())
                .with("donor", donor(gift.text("donor")))
                .with("items", List.of(item(gift)))
                .with("taskCode", "T6")
                .on(gift.day("day"));
    }

    private Map<String, Object> donor(String words) {
        String[] who = words.split(" ");
        return switch (who[0]) {
            case "cadre" ->
                Map.of(
                        "kind",
                        "CADRE",
                        "id",
                        cadres.get(Integer.parseInt(who[1]) - 1).id());
            case "organisation" -> Map.of("kind", "ORGANISATION", "id", Places.organisation(who[1]));
            default -> Map.of("kind", "PERSON", "name", who[1]);
        };
    }

    private static Map<String, Object> item(Row gift) {
        var item = new LinkedHashMap<String, Object>();
        item.put("name", gift.text("item"));
        item.put("quantity", Map.of("value", gift.number("quantity"), "unit", gift.text("unit"), "qualifier", "EXACT"));
        item.put("unitPrice", yuan(gift.text("price")));
        item.put("basis", gift.text("basis"));
        return item;
    }

    private static Map<String, Object> yuan(String amount) {
        return Map.of("amount", amount);
    }

    private Step step(String earmark, LocalDate recorded, Mark mark, String command, Object key) {
        return step(earmark, Places.SHUITIAN, recorded, mark, command, key);
    }

    private Step step(String earmark, String village, LocalDate recorded, Mark mark, String command, Object key) {
        return script.add(Script.at(recorded, 18), mark, command, key)
                .on("fundId", Ids.fund(Campaign.programme(), Places.office(), village, earmark));
    }
}
