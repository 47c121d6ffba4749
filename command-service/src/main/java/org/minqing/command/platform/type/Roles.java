package org.minqing.command.platform.type;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Who may send which command: the one table. */
public final class Roles {
    public static final String OFFICE = "office";
    static final String PROVINCE = "province";
    static final String VILLAGE_SECRETARY = "village-secretary";
    public static final String CADRE = "cadre";
    static final String INSPECTOR = "inspector";

    private static final Set<String> VILLAGE_WORK = Set.of("Visit", "Activity", "Concern", "Dispute", "Household");
    private static final String ATTENDANCE = "RecordMonthlyAttendance";

    /** The first row that fits is the role a command is sent in by somebody with several. */
    private static final List<Row> TABLE = List.of(
            new Row(OFFICE, (command, aggregate) -> true),
            new Row(PROVINCE, (command, aggregate) -> aggregate.equals("Division") || aggregate.equals("Programme")),
            new Row(
                    VILLAGE_SECRETARY,
                    (command, aggregate) -> VILLAGE_WORK.contains(aggregate) || ATTENDANCE.equals(command)),
            new Row(CADRE, (command, aggregate) -> aggregate.equals("Visit") || aggregate.equals("Concern")),
            new Row(INSPECTOR, (command, aggregate) -> aggregate.equals("Inspection")));

    /** Whoever sends anything at all may attach something to it. */
    private static final String ATTACHING = "StoreAttachment";

    /** A role, and the commands (by name and aggregate) it may send. */
    private record Row(String role, BiPredicate<String, String> may) {}

    private Roles() {}

    /** The roles that may send a command. */
    public static Set<String> of(String command, String aggregate) {
        Set<String> roles = new LinkedHashSet<>();
        TABLE.stream()
                .filter(row -> command.equals(ATTACHING) || row.may().test(command, aggregate))
                .forEach(row -> roles.add(row.role()));
        return roles;
    }

    /** The roles that send commands at all. */
    static Set<String> all() {
        return TABLE.stream().map(Row::role).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Which of somebody's roles a command is sent in. */
    public static Optional<String> chosen(Set<String> held, Set<String> allowed) {
        return TABLE.stream()
                .map(Row::role)
                .filter(held::contains)
                .filter(allowed::contains)
                .findFirst();
    }

    /** Whether somebody with these roles may send whatever command there is. */
    public static boolean sendEveryCommand(Set<String> held) {
        return held.contains(OFFICE);
    }

    /** Whether somebody with these roles may send any command at all. */
    public static boolean sendCommands(Set<String> held) {
        return TABLE.stream().map(Row::role).anyMatch(held::contains);
    }
}
