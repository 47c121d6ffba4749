package org.minqing.command.activity;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.activity.ActivityCommand.Particulars;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;
import org.minqing.command.reference.Responsibility;
import org.minqing.command.reference.Village;
import org.minqing.events.activity.ActivityEvent.Place;
import org.minqing.events.activity.ActivityKind;
import org.minqing.events.activity.Occasion;
import org.minqing.events.activity.StudyMode;

/** What an activity comes to by what is said of it, on the day of a decision. */
record Circumstances(DecisionContext situation, LocalDate day) {
    Circumstances(DecisionContext situation) {
        this(situation, situation.day());
    }

    /** What is left out comes from the first cadre, the place, the programme. */
    Engagement fresh(Particulars said) {
        UUID checked = checked(said, null);
        List<UUID> cadreIds = cadres(said, List.of());
        Optional<Post> post = cadreIds.stream()
                .findFirst()
                .flatMap(id -> InForce.cadre(situation, id, day).postOn(day));
        UUID organisationId = Optional.ofNullable(said.answering())
                .or(() -> post.map(Post::organisationId))
                .orElse(null);
        UUID host = checked == null ? organisationId : checked;
        String named = said.villageCode() == null ? host == null ? null : seat(host) : village(said.villageCode());
        Responsibility responsible = Responsibility.in(
                situation,
                requireNonNullElse(named, situation.caller().division()),
                day,
                said.programmeId(),
                organisationId);
        UUID officeId = said.officeId() == null
                ? post.filter(p -> p.organisationId().equals(responsible.organisationId()))
                        .map(Post::officeId)
                        .orElse(null)
                : said.officeId();
        String divisionId = named == null ? seat(responsible.organisationId()) : named;
        Occasion occasion = new Occasion(
                said.kind(),
                mode(said, null),
                said.topic(),
                said.campaign(),
                checked,
                officeId,
                partyBranch(said),
                said.taskCode(),
                cadreIds);
        return judged(said, responsible, divisionId, occasion);
    }

    /** What is left out is as planned. */
    Engagement planned(ActivityCommand.RecordActivity said, Engagement plan) {
        Occasion was = plan.occasion();
        if (said.kind() != was.kind()) {
            throw Refusal.invalid("/kind", "planned-otherwise", was.kind());
        }
        Responsibility responsible = new Responsibility(
                requireNonNullElse(said.programmeId(), plan.of().programmeId()),
                requireNonNullElse(said.answering(), plan.of().organisationId()));
        boolean sameOrganisation = responsible.organisationId().equals(plan.of().organisationId());
        Occasion occasion = new Occasion(
                said.kind(),
                mode(said, was.mode()),
                said.topic(),
                said.campaign() == null ? was.campaign() : said.campaign(),
                checked(said, was.checkedOrganisationId()),
                said.officeId() == null && sameOrganisation ? was.officeId() : said.officeId(),
                said.partyBranchId() == null ? was.partyBranchId() : partyBranch(said),
                said.taskCode() == null ? was.taskCode() : said.taskCode(),
                cadres(said, was.cadreIds()));
        return judged(said, responsible, place(said, plan, responsible, occasion), occasion);
    }

    private String place(
            ActivityCommand.RecordActivity said, Engagement plan, Responsibility responsible, Occasion occasion) {
        if (said.villageCode() != null) {
            return village(said.villageCode());
        }
        String divisionId = plan.of().divisionId();
        UUID host = requireNonNullElse(occasion.checkedOrganisationId(), responsible.organisationId());
        return !host.equals(plan.host()) && divisionId.equals(seat(plan.host())) ? seat(host) : divisionId;
    }

    private Engagement judged(Particulars said, Responsibility responsible, String divisionId, Occasion occasion) {
        responsible.inForce(situation, day).classed(situation, day, occasion.officeId(), occasion.taskCode());
        situation.caller().requireOrganisation(responsible.organisationId());
        situation.caller().requireDivision(divisionId);
        UUID activityId = requireNonNullElse(said.activityId(), situation.madeId());
        return new Engagement(
                new Place(activityId, responsible.programmeId(), responsible.organisationId(), divisionId), occasion);
    }

    private String village(String code) {
        return Village.id(situation, code, day);
    }

    private String seat(UUID organisationId) {
        return InForce.organisation(situation, organisationId, day).divisionId();
    }

    private @Nullable UUID partyBranch(Particulars said) {
        if (said.partyBranchId() != null) {
            InForce.partyBranch(situation, said.partyBranchId(), day);
        }
        return said.partyBranchId();
    }

    /** Those planned are not judged again. */
    private List<UUID> cadres(Particulars said, List<UUID> planned) {
        List<UUID> cadreIds = said.cadreIds();
        return cadreIds == null || cadreIds.equals(planned)
                ? planned
                : InForce.cadres(situation, "/cadreIds", cadreIds, day);
    }

    private @Nullable UUID checked(Particulars said, @Nullable UUID planned) {
        UUID checked = said.checked();
        if (said.kind() != ActivityKind.SAFETY_CHECK) {
            if (checked != null) {
                throw Refusal.invalid("/checkedOrganisationId", "only-of-a-safety-check");
            }
            return null;
        }
        if (checked == null && planned == null) {
            throw Refusal.invalid("/organisationId", "required");
        }
        if (checked != null) {
            InForce.organisation(situation, checked, day);
        }
        return checked == null ? planned : checked;
    }

    private static @Nullable StudyMode mode(Particulars said, @Nullable StudyMode planned) {
        StudyMode mode = said.mode() == null ? planned : said.mode();
        if (said.kind() == ActivityKind.STUDY && mode == null) {
            throw Refusal.invalid("/mode", "required");
        }
        if (said.kind() != ActivityKind.STUDY && mode != null) {
            throw Refusal.invalid("/mode", "only-of-a-study");
        }
        return mode;
    }
}
