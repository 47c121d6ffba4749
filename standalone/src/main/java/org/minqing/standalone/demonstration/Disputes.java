package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.standalone.demonstration.Table.Row;

/** Ten disputes among neighbours, each registered, taken up, mediated, agreed and resolved. */
final class Disputes {
    private Disputes() {}

    static void tell(Script script, List<Household> households) {
        Table.each("disputes", (row, no) -> tell(script, households, row, no - 1));
    }

    private static void tell(Script script, List<Household> households, Row row, int no) {
        LocalDate registered = row.day("registered");
        LocalDate resolved = row.day("resolved");
        Step dispute = step(script, row, "RegisterDispute", registered, no)
                .ofTheOffice()
                .with("taskCode", "T7")
                .with("villageCode", row.text("village"))
                .with("parties", neighbours(households, row))
                .with("kind", "NEIGHBOUR")
                .with("facts", row.text("facts"));
        UUID id = dispute.made();
        step(script, row, "AcceptMediation", registered.plusDays(1), no).on("disputeId", id);
        step(script, row, "HoldMediationSession", registered.plusDays(6), no)
                .on("disputeId", id)
                .with("summary", "双方当面说明情况，村干部和联系干部到场（示例）");
        step(script, row, "ReachMediationAgreement", resolved.minusDays(2), no)
                .on("disputeId", id)
                .with("terms", row.text("terms"));
        step(script, row, "ResolveDispute", resolved, no).on("disputeId", id).with("outcome", "RECONCILED");
    }

    private static Step step(Script script, Row row, String command, LocalDate day, int no) {
        return script.add(Script.at(day, 15), row.mark(), command, no)
                .cites(row.cites())
                .on(day);
    }

    /** The first two households of the group. */
    private static List<Map<String, Object>> neighbours(List<Household> households, Row row) {
        return households.stream()
                .filter(h -> h.village().equals(row.text("village")) && h.group() == row.number("group"))
                .limit(2)
                .map(h -> Map.<String, Object>of("personId", h.headId(), "name", h.headName()))
                .toList();
    }
}
