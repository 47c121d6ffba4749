package org.minqing.command.activity;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Situation;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;

/** What an activity comes to by what is told of it, on a day. */
record Grounds(Situation situation, LocalDate day) {
    /** Told for the first time: what is left out comes from the first cadre, the place, the programme. */
    Setting fresh(Told told) {
        ActivityKind kind = Objects.requireNonNull(told.kind());
        UUID checked = checked(told, kind, null);
        List<UUID> cadreIds = cadres(told, List.of());
        Optional<Post> post = cadreIds.stream()
                .findFirst()
                .flatMap(id -> InForce.cadre(situation, id, day).postOn(day));
        UUID organisationId = Optional.ofNullable(told.answering(kind))
                .or(() -> post.map(Post::organisationId))
                .orElse(null);
        UUID host = checked == null ? organisationId : checked;
        String named = told.villageCode() == null ? host == null ? null : seat(host) : village(told.villageCode());
        Responsibility responsible = Responsibility.in(
                        situation,
                        requireNonNullElse(named, situation.caller().division()),
                        day,
                        told.programmeId(),
                        organisationId)
                .inForce(situation, day);
        UUID officeId = told.officeId();
        if (officeId == null) {
            officeId = post.filter(p -> p.organisationId().equals(responsible.organisationId()))
                    .map(Post::officeId)
                    .orElse(null);
        }
        return inScope(new Setting(
                responsible.classed(situation, day, officeId, told.taskCode()),
                named == null ? seat(responsible.organisationId()) : named,
                new Occasion(
                        kind,
                        mode(told, kind, null),
                        Objects.requireNonNull(told.topic()),
                        told.campaign(),
                        checked,
                        officeId,
                        partyBranch(told),
                        told.taskCode(),
                        cadreIds)));
    }

    /** Told again: what is left out stays as it was. */
    Setting after(Told told, Setting before) {
        Occasion was = before.occasion();
        ActivityKind kind = requireNonNullElse(told.kind(), was.kind());
        Responsibility responsible = new Responsibility(
                requireNonNullElse(told.programmeId(), before.programmeId()),
                requireNonNullElse(told.answering(kind), before.organisationId()));
        boolean sameOrganisation = responsible.organisationId().equals(before.organisationId());
        Occasion occasion = new Occasion(
                kind,
                mode(told, kind, was.mode()),
                requireNonNullElse(told.topic(), was.topic()),
                told.campaign() == null ? was.campaign() : told.campaign(),
                checked(told, kind, was.checkedOrganisationId()),
                told.officeId() == null && sameOrganisation ? was.officeId() : told.officeId(),
                told.partyBranchId() == null ? was.partyBranchId() : partyBranch(told),
                told.taskCode() == null ? was.taskCode() : told.taskCode(),
                cadres(told, was.cadreIds()));
        Setting after = new Setting(responsible, before.divisionId(), occasion);
        if (told.villageCode() != null) {
            after = new Setting(responsible, village(told.villageCode()), occasion);
        } else if (!after.host().equals(before.host()) && before.divisionId().equals(seat(before.host()))) {
            after = new Setting(responsible, seat(after.host()), occasion);
        }
        if (!(responsible.equals(before.responsible())
                && Objects.equals(occasion.officeId(), was.officeId())
                && Objects.equals(occasion.taskCode(), was.taskCode()))) {
            responsible.inForce(situation, day).classed(situation, day, occasion.officeId(), occasion.taskCode());
        }
        return inScope(after);
    }

    private Setting inScope(Setting setting) {
        situation.caller().requireOrganisation(setting.organisationId());
        situation.caller().requireDivision(setting.divisionId());
        return setting;
    }

    private String village(String code) {
        return Village.id(situation, code, day);
    }

    private String seat(UUID organisationId) {
        return InForce.organisation(situation, organisationId, day).divisionId();
    }

    private @Nullable UUID partyBranch(Told told) {
        if (told.partyBranchId() != null) {
            InForce.partyBranch(situation, told.partyBranchId(), day);
        }
        return told.partyBranchId();
    }

    /** Those who stand are not judged again. */
    private List<UUID> cadres(Told told, List<UUID> before) {
        List<UUID> cadreIds = told.cadreIds();
        return cadreIds == null || cadreIds.equals(before)
                ? before
                : InForce.cadres(situation, "/cadreIds", cadreIds, day);
    }

    private @Nullable UUID checked(Told told, ActivityKind kind, @Nullable UUID before) {
        UUID checked = told.checked(kind);
        if (kind != ActivityKind.SAFETY_CHECK) {
            if (checked != null) {
                throw Refusal.invalid("/checkedOrganisationId", "only-of-a-safety-check");
            }
            return null;
        }
        if (checked == null && before == null) {
            throw Refusal.invalid("/organisationId", "required");
        }
        if (checked != null) {
            InForce.organisation(situation, checked, day);
        }
        return checked == null ? before : checked;
    }

    private static @Nullable StudyMode mode(Told told, ActivityKind kind, @Nullable StudyMode before) {
        StudyMode mode = told.mode() == null ? before : told.mode();
        if (kind == ActivityKind.STUDY) {
            if (mode == null) {
                throw Refusal.invalid("/mode", "required");
            }
            return mode;
        }
        if (told.mode() != null) {
            throw Refusal.invalid("/mode", "only-of-a-study");
        }
        return null;
    }
}
