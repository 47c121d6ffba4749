package org.minqing.command.reference;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.access.Reach;
import org.minqing.command.platform.InMemoryReferences;
import org.minqing.command.platform.TestSealed;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.history.Gazetteer;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Source;
import org.minqing.events.Voided;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.events.attachment.AttachmentEvent.Placement;
import org.minqing.events.concern.ConcernEvent.ConcernRaised;
import org.minqing.events.concern.ConcernEvent.Topic;
import org.minqing.events.concern.ConcernKind;
import org.minqing.events.organisation.OrganisationEvent.OfficeAdded;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.period.ReportingPeriodEvent.Report;
import org.minqing.events.period.ReportingPeriodEvent.ReportSubmitted;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.project.ProjectEvent.Classification;
import org.minqing.events.project.ProjectEvent.Plan;
import org.minqing.events.project.ProjectEvent.ProjectProposed;
import org.minqing.events.project.ProjectEvent.Undertaking;
import org.minqing.events.project.ProjectKind;
import org.minqing.events.rectification.Aspect;
import org.minqing.events.rectification.Matter;
import org.minqing.events.rectification.RectificationEvent.Owner;
import org.minqing.events.rectification.RectificationEvent.RectificationRaised;
import org.minqing.events.rectification.RectificationSource;
import org.minqing.events.workteam.WorkTeamEvent.Team;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamDissolved;
import org.minqing.events.workteam.WorkTeamEvent.WorkTeamFormed;

class RequirementsTest {
    private static final UUID PROGRAMME = new UUID(1, 1);
    private static final UUID CITY = new UUID(2, 1);
    private static final UUID ID = new UUID(3, 1);
    private static final LocalDate LAUNCH = LocalDate.of(2012, 1, 2);
    private static final LocalDate END = LocalDate.of(2013, 12, 31);
    private static final Sphere SPHERE = new Sphere(PROGRAMME, CITY, "5303");
    private static final ProgrammeLaunched LAUNCHED =
            new ProgrammeLaunched(SPHERE, "四群教育", LinkMode.EXACTLY_ONE, LAUNCH);

    private final InMemoryReferences references = new InMemoryReferences();

    @Test
    void what_is_done_for_a_programme_lies_between_its_launch_and_its_end() {
        references.add("Programme", PROGRAMME, LAUNCHED, new ProgrammeClosed(SPHERE, null, null, END));
        refuses(dissolved(LAUNCH.minusDays(1)));
        takes(dissolved(LAUNCH));
        takes(dissolved(END));
        refuses(dissolved(END.plusDays(1)));
    }

    @Test
    void what_looks_back_at_a_programme_comes_after_its_end_but_not_before_its_launch() {
        references.add("Programme", PROGRAMME, LAUNCHED, new ProgrammeClosed(SPHERE, null, null, END));
        Report of = new Report(ID, PROGRAMME, CITY, "5303");
        refuses(new ReportSubmitted(of, null, null, LAUNCH.minusDays(1)));
        takes(new ReportSubmitted(of, null, null, END.plusDays(1)));
    }

    @Test
    void a_picture_is_erased_whatever_became_of_the_programme() {
        references.add(
                "Programme",
                PROGRAMME,
                LAUNCHED,
                new Voided<>(new UUID(0, 1), LAUNCHED, TestSealed.sealed("test:reason", "误录"), null));
        takes(new AttachmentErased(new Placement(ID, PROGRAMME, CITY, "5303"), null, "本人要求", END));
        refuses(dissolved(END));
    }

    @Test
    void what_belongs_to_no_programme_lies_on_any_day() {
        takes(new OfficeAdded(new Seat(CITY, "5303"), ID, "办公室", LAUNCH.minusYears(9)));
    }

    @Test
    void what_came_up_at_a_work_team_came_up_while_there_was_one() {
        references.add("WorkTeam", ID, new WorkTeamFormed(dissolved(END).of(), List.of(CITY), LAUNCH), dissolved(END));
        assertThatThrownBy(() -> check(raised(LAUNCH.minusDays(1)))).hasMessageContaining("source-not-in-force");
        takes(raised(LAUNCH));
        takes(raised(END.minusDays(1)));
        assertThatThrownBy(() -> check(raised(END))).hasMessageContaining("source-not-in-force");
    }

    @Test
    void nothing_answers_a_concern_nor_is_found_about_what_is_yet_to_begin() {
        references.add("Concern", ID, raised(LAUNCH));
        references.add(
                "WorkTeam",
                ID,
                new WorkTeamFormed(dissolved(END).of(), List.of(CITY), LAUNCH),
                dissolved(LAUNCH.plusDays(1)));
        for (DomainEvent early : List.of(proposed(LAUNCH.minusDays(1)), found(LAUNCH.minusDays(1)))) {
            assertThatThrownBy(() -> check(early)).hasMessageContaining("source-not-in-force");
        }
        takes(proposed(LAUNCH));
        takes(found(LAUNCH));
        takes(found(END));
    }

    private static ProjectProposed proposed(LocalDate day) {
        return new ProjectProposed(
                new Undertaking(ID, PROGRAMME, CITY, "530328202207"),
                new Classification(null, null),
                new Plan(ProjectKind.WATER, "人饮工程", null, ID),
                day);
    }

    private static RectificationRaised found(LocalDate day) {
        return new RectificationRaised(
                new Owner(ID, PROGRAMME, CITY, "5303", null),
                new Matter(
                        RectificationSource.values()[0],
                        Aspect.values()[0],
                        List.of(new Source("WorkTeam", ID.toString())),
                        END),
                TestSealed.sealed("rectification:" + ID, "示例"),
                day);
    }

    private static ConcernRaised raised(LocalDate day) {
        return new ConcernRaised(
                new Topic(ID, PROGRAMME, CITY, "530328202207", null, null, ConcernKind.DIFFICULTY),
                List.of(),
                null,
                null,
                new Source("WorkTeam", ID.toString()),
                TestSealed.sealed("concern:" + ID, "缺水"),
                day,
                day);
    }

    private static WorkTeamDissolved dissolved(LocalDate day) {
        return new WorkTeamDissolved(new Team(ID, PROGRAMME, CITY, "530328202207"), day);
    }

    private void takes(DomainEvent event) {
        assertThatCode(() -> check(event)).doesNotThrowAnyException();
    }

    private void refuses(DomainEvent event) {
        assertThatThrownBy(() -> check(event)).hasMessageContaining("programme-not-in-force");
    }

    private void check(DomainEvent event) {
        new Requirements()
                .check(
                        event,
                        new DecisionContext(
                                new Caller("test", "甲", Set.of("office"), "office", Reach.SCOPE, "53", null, null),
                                ID,
                                END,
                                references,
                                new Gazetteer()));
    }
}
