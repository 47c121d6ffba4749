package org.minqing.query.programme;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Likeness;
import org.minqing.events.LinkMode;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupStep;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.Task;

/** A programme and its settings on a day. Groups, rounds and sponsorships are entities of their own. */
record ProgrammeState(
        Sphere of,
        String name,
        LinkMode linkMode,
        List<Quota> quotas,
        List<Task> tasks,
        boolean twoPersonRule,
        @Nullable Plan plan,
        Status status) {

    enum Status {
        ACTIVE,
        CLOSED
    }

    /** How many households a cadre of these ranks links at most. */
    record Quota(String band, List<String> rankCodes, int households) {}

    record Plan(String title, @Nullable String documentNo) {}

    static ProgrammeState launched(ProgrammeLaunched e) {
        return new ProgrammeState(e.of(), e.name(), e.linkMode(), List.of(), List.of(), false, null, Status.ACTIVE);
    }

    ProgrammeState after(ProgrammeEvent event) {
        return switch (event) {
            case ProgrammeLaunched e -> launched(e);
            case LinkQuotaDefined e -> quota(new Quota(e.band(), e.rankCodes(), e.households()));
            case TaskCatalogueAdopted e -> with(quotas, e.tasks(), twoPersonRule, plan, status);
            case TwoPersonRuleSet e -> with(quotas, tasks, e.required(), plan, status);
            case ImplementationPlanAdopted e ->
                with(quotas, tasks, twoPersonRule, new Plan(e.title(), e.documentNo()), status);
            case ProgrammeClosed e -> with(quotas, tasks, twoPersonRule, plan, Status.CLOSED);
            case LeadingGroupStep e -> this;
            case SponsorAssigned e -> this;
            case VisitRoundOpened e -> this;
        };
    }

    private ProgrammeState quota(Quota quota) {
        List<Quota> next = new ArrayList<>(quotas);
        next.removeIf(q -> Likeness.same(q.band(), quota.band()));
        next.add(quota);
        return with(List.copyOf(next), tasks, twoPersonRule, plan, status);
    }

    private ProgrammeState with(
            List<Quota> newQuotas, List<Task> newTasks, boolean twoPersons, @Nullable Plan newPlan, Status newStatus) {
        return new ProgrammeState(of, name, linkMode, newQuotas, newTasks, twoPersons, newPlan, newStatus);
    }
}
