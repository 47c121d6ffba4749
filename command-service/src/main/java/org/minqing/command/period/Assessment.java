package org.minqing.command.period;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.command.period.ReportingPeriodCommand.WaiverInput;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.period.SealedAt;
import org.minqing.events.period.Waiver;
import tools.jackson.databind.JsonNode;

/** What the read side says of a period at a position. */
final class Assessment {
    private static final int SHOWN = 3;
    /** Letters and digits of a waiver's reason: less tells no cause. */
    private static final int LEAST = 10;

    private static final String ERROR = "ERROR";

    private final String path;
    private final long position;
    private final String sha256;
    private final String rules;
    private final List<Finding> findings;

    private record Finding(UUID id, String rule, String severity) {}

    private Assessment(String path, long position, ReadSide.Answer answer) {
        this.path = path;
        this.position = position;
        this.sha256 = answer.sha256();
        JsonNode json = answer.json();
        this.rules = json.path("rules").asString();
        List<Finding> found = new ArrayList<>();
        json.path("findings")
                .forEach(finding -> found.add(new Finding(
                        UUID.fromString(finding.path("id").asString()),
                        finding.path("rule").asString(),
                        finding.path("severity").asString())));
        this.findings = List.copyOf(found);
    }

    /** At the log's last position; 503 where it is not the same when asked again. */
    static Assessment of(ReadSide readSide, UUID reportingPeriodId) {
        String path = "/v1/periods/" + reportingPeriodId + "/assessment";
        long position = readSide.head();
        Assessment assessment = new Assessment(path, position, readSide.ask(path, Map.of(), position));
        if (!assessment.sha256.equals(readSide.ask(path, Map.of(), position).sha256())) {
            throw Refusal.unavailable("assessment-unsteady", path, position);
        }
        return assessment;
    }

    /** 422 for a waiver of what was not found or may not be waived so, 409 {@code period-incomplete} where findings are left. */
    SealedAt waived(List<WaiverInput> waivers) {
        Set<UUID> waived = new HashSet<>();
        List<Waiver> given = new ArrayList<>();
        for (int i = 0; i < waivers.size(); i++) {
            WaiverInput waiver = waivers.get(i);
            List<Finding> meant = meant(waiver, "/waivers/" + i);
            meant.forEach(finding -> waived.add(finding.id()));
            given.add(new Waiver(waiver.findingId(), meant.getFirst().rule(), meant.size(), waiver.reason()));
        }
        List<Finding> left = findings.stream()
                .filter(finding -> !waived.contains(finding.id()))
                .toList();
        if (!left.isEmpty()) {
            throw Refusal.conflict(
                    "period-incomplete",
                    left.size(),
                    left.stream().map(Finding::rule).distinct().sorted().collect(Collectors.joining(", ")),
                    left.stream().limit(SHOWN).map(f -> f.id().toString()).collect(Collectors.joining(", ")),
                    path + "?knownAt=" + position);
        }
        return new SealedAt(position, rules, findings.size(), sha256, given);
    }

    private List<Finding> meant(WaiverInput waiver, String pointer) {
        if ((waiver.findingId() == null) == (waiver.rule() == null)) {
            throw Refusal.invalid(pointer, "finding-or-rule");
        }
        if (waiver.reason().codePoints().filter(Character::isLetterOrDigit).count() < LEAST) {
            throw Refusal.invalid(pointer + "/reason", "waiver-without-cause", LEAST);
        }
        List<Finding> meant = findings.stream()
                .filter(f -> f.id().equals(waiver.findingId()) || f.rule().equals(waiver.rule()))
                .toList();
        if (meant.isEmpty()) {
            throw Refusal.invalid(pointer, "nothing-to-waive", path);
        }
        if (waiver.rule() != null && meant.stream().anyMatch(f -> f.severity().equals(ERROR))) {
            throw Refusal.invalid(pointer + "/rule", "waived-one-by-one", waiver.rule());
        }
        return meant;
    }
}
