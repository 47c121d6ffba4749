package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.reference.Folding.fold;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.TestSealed;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectApproved;
import org.minqing.events.project.ProjectEvent.ProjectCancelled;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectKind;

class ProjectRefTest {
    private static final UUID PROJECT = new UUID(1, 1);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2012, 6, 1);
    private static final Sealed REASON = TestSealed.sealed("project:" + PROJECT, "缺资金");
    private static final Undertaking OF = new Undertaking(PROJECT, new UUID(1, 2), new UUID(1, 3), "530328202207");
    private static final ProjectProposed PROPOSED = new ProjectProposed(
            OF, new Classification(null, null), new Plan(ProjectKind.WATER, "人畜饮水", null, null), MAY);

    @Test
    void is_in_force_from_its_proposal_on_however_far_it_has_come() {
        ProjectRef project = fold(ProjectRef.KIND, PROPOSED, new ProjectApproved(OF, null, JUNE));
        assertThat(project.inForceOn(MAY.minusDays(1))).isFalse();
        assertThat(project.inForceOn(MAY)).isTrue();
        assertThat(project.inForceOn(JUNE)).isTrue();
    }

    @Test
    void is_in_force_through_the_day_on_which_it_was_given_up() {
        ProjectRef project = fold(ProjectRef.KIND, PROPOSED, new ProjectCancelled(OF, REASON, null, JUNE));
        assertThat(project.inForceOn(MAY)).isTrue();
        assertThat(project.inForceOn(JUNE)).isTrue();
        assertThat(project.inForceOn(JUNE.plusDays(1))).isFalse();
    }

    @Test
    void one_that_never_was_is_never_in_force() {
        assertThat(fold(ProjectRef.KIND, PROPOSED, new Voided<>(new UUID(9, 9), PROPOSED, REASON, null))
                        .inForceOn(JUNE))
                .isFalse();
    }
}
