package org.minqing.command.concern;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef.Post;
import org.minqing.command.reference.InForce;

/** Whom a concern is given to. */
record Assignee(
        @Nullable UUID cadreId,
        UUID organisationId,
        @Nullable UUID officeId) {
    /** 409 where the cadre was not in service, 422 where it serves elsewhere than in the organisation given. */
    static Assignee of(DecisionContext situation, LocalDate day, ConcernCommand.AssignConcern command, UUID countedTo) {
        UUID organisationId = command.organisationId();
        if (command.cadreId() == null) {
            return organisation(
                    situation, day, organisationId == null ? countedTo : organisationId, command.officeId());
        }
        Post post = InForce.cadre(situation, command.cadreId(), day).postOn(day).orElseThrow();
        if (organisationId != null && !organisationId.equals(post.organisationId())) {
            throw Refusal.invalid(
                    "/organisationId", "cadre-serves-elsewhere", command.cadreId(), post.organisationId());
        }
        UUID officeId = command.officeId() == null ? post.officeId() : command.officeId();
        Assignee whole = organisation(situation, day, post.organisationId(), officeId);
        return new Assignee(command.cadreId(), whole.organisationId(), whole.officeId());
    }

    /** 409 where the organisation was not in force, 404 where it has no such office. */
    static Assignee organisation(
            DecisionContext situation, LocalDate day, UUID organisationId, @Nullable UUID officeId) {
        InForce.organisation(situation, organisationId, day).requireOffice(officeId, day);
        return new Assignee(null, organisationId, officeId);
    }
}
