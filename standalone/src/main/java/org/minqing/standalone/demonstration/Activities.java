package org.minqing.standalone.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minqing.events.Ids;
import org.minqing.standalone.demonstration.Table.Row;

/** What was held: talks, surveys, study, meetings, publicity, safety checks; some planned before, some with minutes. */
final class Activities {
    private static final int EVENING = 17;

    private final Script script;
    private final List<Cadre> cadres;

    Activities(Script script, List<Cadre> cadres) {
        this.script = script;
        this.cadres = cadres;
    }

    void tell() {
        Table.each("activities", this::tell);
    }

    private void tell(Row row, int no) {
        LocalDate day = row.day("day");
        UUID id = id(no);
        if (row.optional("planned") != null) {
            LocalDate planned = row.day("planned");
            occasion(script.add(Script.at(planned, EVENING), row.mark(), "ScheduleActivity", no), id, row)
                    .with("plannedOn", day)
                    .on(planned);
        }
        String people = row.optional("participants");
        occasion(script.add(recordedAt(day), row.mark(), "RecordActivity", no), id, row)
                .with("participants", people == null ? null : Integer.valueOf(people))
                .on(day);
        if (row.optional("minutes") != null) {
            LocalDate filed = day.plusDays(1);
            script.add(Script.at(filed, EVENING), Mark.INVENTED, "FileMinutes", no)
                    .on("activityId", id)
                    .with("minutes", row.text("minutes"))
                    .on(filed);
        }
    }

    private Step occasion(Step step, UUID id, Row row) {
        String checked = row.optional("enterprise");
        String branch = row.optional("branch");
        return step.cites(row.cites())
                .on("activityId", id)
                .ofTheOffice()
                .with("kind", row.text("kind"))
                .with("mode", row.optional("mode"))
                .with("villageCode", row.optional("village"))
                .with("topic", row.text("topic"))
                .with("campaign", row.optional("campaign"))
                .with("checkedOrganisationId", checked == null ? null : Places.organisation(checked))
                .with("partyBranchId", branch == null ? null : Places.organisation(branch))
                .with("taskCode", row.optional("task"))
                .with("cadreIds", row.optional("cadres") == null ? null : cadres(row.text("cadres")));
    }

    /** By their numbers, such as {@code 1 7} or {@code 1-52}, or all of a Party branch. */
    private List<UUID> cadres(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(this::some)
                .map(Cadre::id)
                .toList();
    }

    private Stream<Cadre> some(String word) {
        if (word.startsWith("b")) {
            UUID branch = Places.organisation("branch" + word.substring(1));
            return cadres.stream().filter(cadre -> branch.equals(cadre.branch()));
        }
        String[] ends = word.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                .mapToObj(no -> cadres.get(no - 1));
    }

    private static Instant recordedAt(LocalDate day) {
        return Script.at(day, EVENING);
    }

    /** Of the activity in that row of its table, from 1. */
    static UUID id(int no) {
        return Ids.named(Step.CLIENT, "activity", no);
    }
}
