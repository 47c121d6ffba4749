package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Ids;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;

/**
 * The programme and organisation a deed in a village belongs to. What the command leaves out comes from the village's
 * link point, else from the one programme in force there and its organisation.
 */
public record Responsibility(UUID programmeId, UUID organisationId) {
    /** 七项任务, where a programme has adopted no catalogue of its own. */
    private static final Set<String> SEVEN_TASKS = Set.of("T1", "T2", "T3", "T4", "T5", "T6", "T7");

    /** 422 at {@code /programmeId} where there is none, or more than one. */
    public static Responsibility in(
            DecisionContext situation,
            String villageId,
            LocalDate day,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId) {
        if (programmeId != null && organisationId != null) {
            return new Responsibility(programmeId, organisationId);
        }
        List<Responsibility> found =
                fromLinkPoints(situation.references(), villageId, day, programmeId, organisationId);
        if (found.isEmpty()) {
            found = fromProgrammes(situation.references(), villageId, day, programmeId, organisationId);
        }
        if (found.size() != 1) {
            throw Refusal.invalid(
                    "/programmeId", found.isEmpty() ? "no-programme-in-force" : "several-programmes-in-force");
        }
        return found.getFirst();
    }

    /** 409 where programme or organisation is not in force on the day. */
    public Responsibility inForce(DecisionContext situation, LocalDate day) {
        ProgrammeRef programme = situation.references().require(ProgrammeRef.KIND, programmeId);
        if (!programme.inForceOn(day)) {
            throw Refusal.conflict("programme-not-in-force", programmeId, day);
        }
        InForce.organisation(situation, organisationId, day);
        return this;
    }

    /** For what looks back at a programme: 409 where it had not begun, or the organisation is not in force on the day. */
    public Responsibility lookingBack(DecisionContext situation, LocalDate day) {
        if (!situation.references().require(ProgrammeRef.KIND, programmeId).begunOn(day)) {
            throw Refusal.conflict("programme-not-in-force", programmeId, day);
        }
        InForce.organisation(situation, organisationId, day);
        return this;
    }

    /**
     * 404 where the organisation has no such office on the day, 422 where the programme's catalogue, if it has adopted
     * one, knows no such task.
     */
    public Responsibility classed(
            DecisionContext situation, LocalDate day, @Nullable UUID officeId, @Nullable String taskCode) {
        if (officeId != null) {
            situation.references().require(OrganisationRef.KIND, organisationId).requireOffice(officeId, day);
        }
        if (taskCode != null && !tasks(situation, day).contains(taskCode)) {
            throw Refusal.invalid("/taskCode", "unknown-task", taskCode);
        }
        return this;
    }

    /** 422 where a command names another programme or organisation than what it continues belongs to. */
    public Responsibility refuseOther(@Nullable UUID otherProgrammeId, @Nullable UUID otherOrganisationId) {
        if (otherProgrammeId != null && !otherProgrammeId.equals(programmeId)) {
            throw Refusal.invalid("/programmeId", "belongs-elsewhere", programmeId);
        }
        if (otherOrganisationId != null && !otherOrganisationId.equals(organisationId)) {
            throw Refusal.invalid("/organisationId", "belongs-elsewhere", organisationId);
        }
        return this;
    }

    private Set<String> tasks(DecisionContext situation, LocalDate day) {
        Set<String> adopted =
                situation.references().require(ProgrammeRef.KIND, programmeId).tasksOn(day);
        return adopted.isEmpty() ? SEVEN_TASKS : adopted;
    }

    private static List<Responsibility> fromLinkPoints(
            References references,
            String villageId,
            LocalDate day,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId) {
        List<UUID> linkPoints = programmes(references, day, programmeId).keySet().stream()
                .map(id -> Ids.linkPoint(UUID.fromString(id), villageId))
                .toList();
        references.prefetch(linkPoints.stream().map(id -> "LinkPoint-" + id).toArray(String[]::new));
        List<LinkPointDesignated> standing = linkPoints.stream()
                .flatMap(id -> references.find(LinkPointRef.KIND, id).stream())
                .filter(point -> point.inForceOn(day))
                .map(LinkPointRef::designated)
                .filter(Objects::nonNull)
                .toList();
        return standing.stream()
                .filter(point -> standing.size() == 1
                        || organisationId == null
                        || organisationId.equals(point.of().organisationId()))
                .map((LinkPointDesignated point) -> new Responsibility(
                        point.of().programmeId(),
                        organisationId == null ? point.of().organisationId() : organisationId))
                .toList();
    }

    private static List<Responsibility> fromProgrammes(
            References references,
            String villageId,
            LocalDate day,
            @Nullable UUID programmeId,
            @Nullable UUID organisationId) {
        return programmes(references, day, programmeId).values().stream()
                .filter(programme -> programmeId != null || programme.covers(villageId))
                .map(ProgrammeRef::launched)
                .filter(Objects::nonNull)
                .map((ProgrammeLaunched programme) -> new Responsibility(
                        programme.of().programmeId(),
                        organisationId == null ? programme.of().organisationId() : organisationId))
                .toList();
    }

    private static Map<String, ProgrammeRef> programmes(
            References references, LocalDate day, @Nullable UUID programmeId) {
        if (programmeId != null) {
            return Map.of(programmeId.toString(), references.require(ProgrammeRef.KIND, programmeId));
        }
        Map<String, ProgrammeRef> inForce = new TreeMap<>(references.all(ProgrammeRef.KIND));
        inForce.values().removeIf(programme -> !programme.inForceOn(day));
        return inForce;
    }
}
