package org.minqing.command.programme;

import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.programme.ProgrammeCommand.AdoptImplementationPlan;
import org.minqing.command.programme.ProgrammeCommand.AdoptTaskCatalogue;
import org.minqing.command.programme.ProgrammeCommand.AssignSponsor;
import org.minqing.command.programme.ProgrammeCommand.ChangeLeadingGroupMember;
import org.minqing.command.programme.ProgrammeCommand.CloseProgramme;
import org.minqing.command.programme.ProgrammeCommand.DefineLinkQuota;
import org.minqing.command.programme.ProgrammeCommand.EstablishLeadingGroup;
import org.minqing.command.programme.ProgrammeCommand.LaunchProgramme;
import org.minqing.command.programme.ProgrammeCommand.OpenVisitRound;
import org.minqing.command.programme.ProgrammeCommand.SetTwoPersonRule;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.MemberChange;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.programme.Task;

class ProgrammeTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 1);
    private static final Sphere SPHERE = new Sphere(ID, OFFICE, "5303");
    private static final UUID LEADER = new UUID(3, 1);
    private static final UUID DEPUTY = new UUID(3, 2);
    private static final UUID CLERK = new UUID(3, 3);
    private static final UUID RETIRED = new UUID(3, 4);
    private static final UUID UNKNOWN = new UUID(9, 9);
    private static final String TOWNSHIP = "530328202";
    private static final String VILLAGE = "530328202207";
    private static final LocalDate START = LocalDate.of(2011, 12, 26);
    private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate EARLY = START.minusDays(1);
    private static final LocalDate AHEAD = CommandFixture.TODAY.plusDays(1);
    private static final Sealed REASON = sealed("programme:" + ID, "录入有误");

    private static final String UPPER = "处级以上";
    private static final String LOWER = "科级以下";
    private static final ProgrammeLaunched LAUNCHED = launched(ID, "5303", START);
    private static final LinkQuotaDefined FIVE = quota(1, UPPER, 5, START, "131", "132");
    private static final LinkQuotaDefined THREE = quota(2, LOWER, 3, START, "141", "142");
    private static final List<Task> SEVEN =
            List.of(new Task("T1", "访民情", "Visit", List.of()), new Task("T5", "谋发展", null, List.of("促发展")));
    private static final LeadingGroupEstablished GROUP = group(1, null, START);
    private static final SponsorAssigned SPONSOR = sponsor(1, LEADER, null, MARCH);
    private static final SponsorAssigned NEXT_SPONSOR = sponsor(2, DEPUTY, SPONSOR, MAY);
    private static final VisitRoundOpened ROUND = round(1, "第一轮", MARCH);

    private final CommandFixture fixture = new CommandFixture(Programme.class)
            .division("53", "云南省")
            .division("5303", "曲靖市")
            .division("530328", "沾益县")
            .division(TOWNSHIP, "播乐乡")
            .division(VILLAGE, "水田")
            .division("530402202", "别处")
            .known(
                    "Organisation",
                    OFFICE,
                    new OrganisationRegistered(new Seat(OFFICE, "5303"), "市人大常委会办公室", null, null, START))
            .known("Cadre", LEADER, cadre(LEADER))
            .known("Cadre", DEPUTY, cadre(DEPUTY))
            .known("Cadre", CLERK, cadre(CLERK))
            .known(
                    "Cadre",
                    RETIRED,
                    cadre(RETIRED),
                    new CadreWithdrawn(new Membership(RETIRED, OFFICE, "5303"), null, null, MARCH));

    private static CadreRegistered cadre(UUID id) {
        return new CadreRegistered(
                new Membership(id, OFFICE, "5303"),
                null,
                sealed("person:" + id, "示例"),
                "1",
                "132",
                null,
                null,
                null,
                START);
    }

    private static ProgrammeLaunched launched(UUID id, String division, LocalDate day) {
        return new ProgrammeLaunched(new Sphere(id, OFFICE, division), "四群教育", LinkMode.EXACTLY_ONE, day);
    }

    private static UUID entry(int n) {
        return new UUID(5, n);
    }

    private static LinkQuotaDefined quota(UUID id, String band, int households, LocalDate day, String... ranks) {
        return new LinkQuotaDefined(SPHERE, id, band, List.of(ranks), households, day);
    }

    private static LinkQuotaDefined quota(int n, String band, int households, LocalDate day, String... ranks) {
        return quota(entry(n), band, households, day, ranks);
    }

    private static LeadingGroupEstablished group(int n, @Nullable String kind, LocalDate day) {
        return new LeadingGroupEstablished(
                SPHERE, entry(10 + n), kind, LEADER, List.of(new GroupMember(DEPUTY, "副组长")), "活动办公室", "1号", day);
    }

    private static LeadingGroupMemberChanged changed(
            UUID cadre, MemberChange change, @Nullable String duty, LocalDate day) {
        return new LeadingGroupMemberChanged(SPHERE, GROUP.groupId(), cadre, change, duty, null, day);
    }

    private static SponsorAssigned sponsor(UUID id, UUID cadre, @Nullable SponsorAssigned former, LocalDate day) {
        return new SponsorAssigned(
                new Sphere(ID, OFFICE, VILLAGE),
                id,
                cadre,
                former == null ? null : former.sponsorshipId(),
                former == null ? null : former.cadreId(),
                day);
    }

    private static SponsorAssigned sponsor(int n, UUID cadre, @Nullable SponsorAssigned former, LocalDate day) {
        return sponsor(entry(20 + n), cadre, former, day);
    }

    private static VisitRoundOpened round(UUID id, String name, LocalDate day) {
        return new VisitRoundOpened(SPHERE, id, RoundKind.COLLECTIVE, name, day);
    }

    private static VisitRoundOpened round(int n, String name, LocalDate day) {
        return round(entry(30 + n), name, day);
    }

    private static <E extends DomainEvent> Voided<E> voided(int ordinal, E event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static Corrected<ProgrammeEvent> corrected(int ordinal, ProgrammeEvent before, ProgrammeEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static TaskCatalogueAdopted tasks(List<Task> tasks, LocalDate day) {
        return new TaskCatalogueAdopted(SPHERE, tasks, day);
    }

    private static TwoPersonRuleSet twoPersons(boolean required, LocalDate day) {
        return new TwoPersonRuleSet(SPHERE, required, day);
    }

    private static ProgrammeClosed closed(LocalDate day) {
        return new ProgrammeClosed(SPHERE, null, null, day);
    }

    private static LaunchProgramme launch(@Nullable UUID id, UUID organisation, @Nullable String division) {
        return new LaunchProgramme(id, "四群教育", LinkMode.EXACTLY_ONE, organisation, division);
    }

    private static DefineLinkQuota define(String band, int households, String... ranks) {
        return new DefineLinkQuota(ID, band, List.of(ranks), households);
    }

    private static AdoptTaskCatalogue adopt(AdoptTaskCatalogue.Entry... tasks) {
        return new AdoptTaskCatalogue(ID, List.of(tasks));
    }

    private static AdoptTaskCatalogue adoptSeven() {
        return adopt(
                new AdoptTaskCatalogue.Entry("T1", "访民情", "Visit", null),
                new AdoptTaskCatalogue.Entry("T5", "谋发展", null, List.of("促发展")));
    }

    private static EstablishLeadingGroup establish(@Nullable String kind, UUID head, UUID... members) {
        return new EstablishLeadingGroup(
                ID,
                kind,
                head,
                List.of(members).stream()
                        .map(id -> new EstablishLeadingGroup.Member(id, "副组长"))
                        .toList(),
                "活动办公室",
                "1号");
    }

    private static ChangeLeadingGroupMember change(UUID cadre, MemberChange change, @Nullable String duty) {
        return new ChangeLeadingGroupMember(ID, GROUP.groupId(), cadre, change, duty, null);
    }

    private static AssignSponsor assign(String division, UUID cadre) {
        return new AssignSponsor(ID, division, cadre);
    }

    private static OpenVisitRound open(String name) {
        return new OpenVisitRound(ID, RoundKind.COLLECTIVE, name);
    }

    private static CloseProgramme close() {
        return new CloseProgramme(ID);
    }

    private CommandFixture programme(DomainEvent... later) {
        return fixture.given(LAUNCHED).given(later);
    }

    // LaunchProgramme

    @Test
    void launches_where_the_organisation_has_its_seat() {
        fixture.on(START).when(launch(ID, OFFICE, null)).events(LAUNCHED);
    }

    @Test
    void launches_where_it_is_said_under_a_made_id() {
        fixture.on(START).when(launch(null, OFFICE, "530328")).events(launched(fixture.madeId(), "530328", START));
    }

    @Test
    void refuses_to_launch_one_that_stands() {
        programme().on(START).when(launch(ID, OFFICE, null)).refused("already-exists");
    }

    @Test
    void launches_one_again_that_was_voided() {
        programme(voided(0, LAUNCHED))
                .on(MARCH)
                .when(launch(ID, OFFICE, "530328"))
                .events(launched(ID, "530328", MARCH));
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        fixture.on(START).when(launch(ID, UNKNOWN, null)).refused("organisation-not-found");
    }

    @Test
    void refuses_an_organisation_not_yet_registered() {
        fixture.on(EARLY).when(launch(ID, OFFICE, null)).refused("organisation-not-in-force");
    }

    @Test
    void refuses_a_division_nobody_knows() {
        fixture.on(START).when(launch(ID, OFFICE, "5399")).refused("division-not-found");
    }

    @Test
    void refuses_a_programme_without_a_name() {
        fixture.on(START)
                .when(new LaunchProgramme(ID, "", LinkMode.EXACTLY_ONE, OFFICE, null))
                .refusedField("/name");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_programme_without_a_link_mode() {
        fixture.on(START)
                .when(new LaunchProgramme(ID, "四群教育", null, OFFICE, null))
                .refusedField("/linkMode");
    }

    @Test
    void refuses_to_launch_ahead() {
        fixture.on(AHEAD).when(launch(ID, OFFICE, null)).refusedField("/occurredOn");
    }

    // DefineLinkQuota

    @Test
    void defines_a_band_and_its_quota() {
        programme()
                .on(START)
                .when(define(UPPER, 5, "131", "132"))
                .events(quota(fixture.eventId(0), UPPER, 5, START, "131", "132"));
    }

    @Test
    void defines_a_second_band() {
        programme(FIVE)
                .on(START)
                .when(define(LOWER, 3, "141", "142"))
                .events(quota(fixture.eventId(0), LOWER, 3, START, "141", "142"));
    }

    @Test
    void names_a_rank_once() {
        programme()
                .on(START)
                .when(define(UPPER, 5, "131", "131"))
                .events(quota(fixture.eventId(0), UPPER, 5, START, "131"));
    }

    @Test
    void defines_a_band_anew_from_a_later_day() {
        programme(FIVE)
                .on(MAY)
                .when(define(UPPER, 4, "131", "132"))
                .events(quota(fixture.eventId(0), UPPER, 4, MAY, "131", "132"));
    }

    @Test
    void defines_a_band_late_before_another_definition() {
        programme(quota(1, UPPER, 5, MAY, "131"))
                .on(MARCH)
                .when(define(UPPER, 4, "131"))
                .events(quota(fixture.eventId(0), UPPER, 4, MARCH, "131"));
    }

    @Test
    void moves_a_rank_once_its_band_was_defined_without_it() {
        programme(FIVE, THREE, quota(3, LOWER, 3, MAY, "142"))
                .on(MAY)
                .when(define(UPPER, 5, "131", "132", "141"))
                .events(quota(fixture.eventId(0), UPPER, 5, MAY, "131", "132", "141"));
    }

    @Test
    void defining_a_band_as_it_is_changes_nothing() {
        programme(FIVE).on(MAY).when(define(UPPER, 5, "132", "131")).nothing();
    }

    @Test
    void defining_a_band_as_it_was_on_that_day_changes_nothing() {
        programme(FIVE, quota(3, UPPER, 4, MAY, "131"))
                .on(MARCH)
                .when(define(UPPER, 5, "131", "132"))
                .nothing();
    }

    @Test
    void refuses_a_rank_that_is_in_another_band() {
        programme(FIVE).on(START).when(define(LOWER, 3, "132", "141")).refused("rank-in-two-bands");
    }

    @Test
    void refuses_a_late_rank_that_another_band_takes_later() {
        programme(FIVE, quota(2, LOWER, 3, MAY, "141"))
                .on(MARCH)
                .when(define(UPPER, 5, "131", "132", "141"))
                .refused("rank-in-two-bands");
    }

    @Test
    void takes_a_late_rank_that_another_band_takes_only_after_it_was_given_up() {
        programme(quota(1, UPPER, 5, START, "131"), quota(2, UPPER, 5, MAY, "131"), quota(3, LOWER, 3, MAY, "141"))
                .on(MARCH)
                .when(define(UPPER, 5, "131", "141"))
                .events(quota(fixture.eventId(0), UPPER, 5, MARCH, "131", "141"));
    }

    @Test
    void refuses_a_rank_that_is_no_code() {
        programme().on(START).when(define(UPPER, 5, "130")).refused("invalid-field");
    }

    @Test
    void refuses_a_band_without_ranks() {
        programme().on(START).when(define(UPPER, 5)).refusedField("/rankCodes");
    }

    @Test
    void refuses_a_quota_of_none() {
        programme().on(START).when(define(UPPER, 0, "131")).refusedField("/households");
    }

    @Test
    void refuses_a_band_without_a_name() {
        programme().on(START).when(define(" ", 5, "131")).refusedField("/band");
    }

    @Test
    void refuses_a_quota_before_the_launch() {
        programme().on(EARLY).when(define(UPPER, 5, "131")).refused("out-of-order");
    }

    @Test
    void refuses_a_quota_ahead() {
        programme().on(AHEAD).when(define(UPPER, 5, "131")).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_quota_after_the_last_day() {
        programme(closed(MARCH))
                .on(MARCH.plusDays(1))
                .when(define(UPPER, 5, "131"))
                .refused("programme-closed");
    }

    @Test
    void defines_a_quota_late_for_the_last_day() {
        programme(closed(MARCH))
                .on(MARCH)
                .when(define(UPPER, 5, "131"))
                .events(quota(fixture.eventId(0), UPPER, 5, MARCH, "131"));
    }

    @Test
    void refuses_a_quota_of_a_voided_programme() {
        programme(voided(0, LAUNCHED)).on(MAY).when(define(UPPER, 5, "131")).refused("programme-voided");
    }

    // AdoptTaskCatalogue

    @Test
    void adopts_tasks() {
        programme().on(START).when(adoptSeven()).events(tasks(SEVEN, START));
    }

    @Test
    void adopts_other_tasks_late() {
        programme(tasks(SEVEN, MAY))
                .on(MARCH)
                .when(adopt(new AdoptTaskCatalogue.Entry("T1", "访民情", null, null)))
                .events(tasks(List.of(new Task("T1", "访民情", null, List.of())), MARCH));
    }

    @Test
    void adopts_other_tasks_from_a_later_day() {
        programme(tasks(SEVEN, MARCH))
                .on(MAY)
                .when(adopt(new AdoptTaskCatalogue.Entry("T1", "访民情", "Visit", null)))
                .events(tasks(List.of(SEVEN.getFirst()), MAY));
    }

    @Test
    void adopting_the_tasks_in_force_changes_nothing() {
        programme(tasks(SEVEN, START)).on(MAY).when(adoptSeven()).nothing();
    }

    @Test
    void refuses_one_task_code_twice() {
        programme()
                .on(START)
                .when(adopt(
                        new AdoptTaskCatalogue.Entry("T1", "访民情", null, null),
                        new AdoptTaskCatalogue.Entry("T1", "抓落实", null, null)))
                .refusedField("/tasks/1/code");
    }

    @Test
    void refuses_a_task_code_of_another_form() {
        programme()
                .on(START)
                .when(adopt(new AdoptTaskCatalogue.Entry("1", "访民情", null, null)))
                .refused("invalid-field");
    }

    @Test
    void refuses_a_catalogue_without_tasks() {
        programme().on(START).when(adopt()).refusedField("/tasks");
    }

    @Test
    void refuses_tasks_before_the_launch() {
        programme().on(EARLY).when(adoptSeven()).refused("out-of-order");
    }

    @Test
    void refuses_tasks_after_the_last_day() {
        programme(closed(MARCH)).on(MAY).when(adoptSeven()).refused("programme-closed");
    }

    @Test
    void refuses_tasks_ahead() {
        programme().on(AHEAD).when(adoptSeven()).refusedField("/occurredOn");
    }

    // EstablishLeadingGroup

    @Test
    void establishes_a_leading_group() {
        programme()
                .on(START)
                .when(establish(null, LEADER, DEPUTY))
                .events(new LeadingGroupEstablished(
                        SPHERE,
                        fixture.eventId(0),
                        null,
                        LEADER,
                        List.of(new GroupMember(DEPUTY, "副组长")),
                        "活动办公室",
                        "1号",
                        START));
    }

    @Test
    void establishes_a_second_group_of_another_kind() {
        programme(GROUP)
                .on(MARCH)
                .when(establish("新农村工作", LEADER))
                .events(new LeadingGroupEstablished(
                        SPHERE, fixture.eventId(0), "新农村工作", LEADER, List.of(), "活动办公室", "1号", MARCH));
    }

    @Test
    void establishes_one_again_that_was_voided() {
        programme(GROUP, voided(1, GROUP))
                .on(MARCH)
                .when(establish(null, LEADER))
                .events(new LeadingGroupEstablished(
                        SPHERE, fixture.eventId(0), null, LEADER, List.of(), "活动办公室", "1号", MARCH));
    }

    @Test
    void refuses_a_second_group_of_the_same_kind() {
        programme(group(1, "新农村工作", START))
                .on(MARCH)
                .when(establish("新农村工作", LEADER))
                .refused("already-exists");
    }

    @Test
    void refuses_a_second_group_of_no_kind() {
        programme(GROUP).on(START).when(establish(null, LEADER, DEPUTY)).refused("already-exists");
    }

    @Test
    void refuses_a_head_nobody_knows() {
        programme().on(START).when(establish(null, UNKNOWN)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_member_nobody_knows() {
        programme().on(START).when(establish(null, LEADER, UNKNOWN)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_member_who_serves_no_longer() {
        programme().on(MARCH).when(establish(null, LEADER, RETIRED)).refused("cadre-not-in-service");
    }

    @Test
    void refuses_the_head_among_the_members() {
        programme().on(START).when(establish(null, LEADER, DEPUTY, LEADER)).refusedField("/members/1/cadreId");
    }

    @Test
    void refuses_a_group_before_the_launch() {
        programme().on(EARLY).when(establish(null, LEADER)).refused("out-of-order");
    }

    @Test
    void refuses_a_group_after_the_last_day() {
        programme(closed(MARCH)).on(MAY).when(establish(null, LEADER)).refused("programme-closed");
    }

    @Test
    void refuses_a_group_ahead() {
        programme().on(AHEAD).when(establish(null, LEADER)).refusedField("/occurredOn");
    }

    // ChangeLeadingGroupMember

    @Test
    void a_cadre_joins() {
        programme(GROUP)
                .on(MARCH)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .events(changed(CLERK, MemberChange.JOINED, "成员", MARCH));
    }

    @Test
    void joining_as_one_is_a_member_already_changes_nothing() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.JOINED, "副组长"))
                .nothing();
    }

    @Test
    void refuses_to_let_a_member_join_with_another_duty() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.JOINED, "成员"))
                .refused("already-exists");
    }

    @Test
    void refuses_to_let_the_head_join() {
        programme(GROUP)
                .on(MARCH)
                .when(change(LEADER, MemberChange.JOINED, "成员"))
                .refused("already-exists");
    }

    @Test
    void refuses_to_let_one_join_who_serves_no_longer() {
        programme(GROUP)
                .on(MAY)
                .when(change(RETIRED, MemberChange.JOINED, "成员"))
                .refused("cadre-not-in-service");
    }

    @Test
    void lets_one_join_late_who_then_still_served() {
        programme(GROUP)
                .on(START)
                .when(change(RETIRED, MemberChange.JOINED, "成员"))
                .events(changed(RETIRED, MemberChange.JOINED, "成员", START));
    }

    @Test
    void refuses_to_let_one_join_late_who_heads_it_by_then() {
        programme(GROUP, changed(CLERK, MemberChange.BECAME_HEAD, null, MARCH))
                .on(MAY)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .refused("already-exists");
    }

    @Test
    void a_duty_changes() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任"))
                .events(changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MARCH));
    }

    @Test
    void changing_to_the_duty_held_on_the_day_changes_nothing() {
        programme(GROUP, changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MAY))
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "副组长"))
                .nothing();
    }

    @Test
    void refuses_another_duty_for_one_who_is_no_member() {
        programme(GROUP)
                .on(MARCH)
                .when(change(CLERK, MemberChange.DUTY_CHANGED, "成员"))
                .refused("group-member-not-found");
    }

    @Test
    void another_becomes_head() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.BECAME_HEAD, null))
                .events(changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH));
    }

    @Test
    void the_former_head_can_get_a_duty() {
        programme(GROUP, changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH))
                .on(MAY)
                .when(change(LEADER, MemberChange.DUTY_CHANGED, "顾问"))
                .events(changed(LEADER, MemberChange.DUTY_CHANGED, "顾问", MAY));
    }

    @Test
    void making_the_head_the_head_changes_nothing() {
        programme(GROUP)
                .on(MARCH)
                .when(change(LEADER, MemberChange.BECAME_HEAD, null))
                .nothing();
    }

    @Test
    void refuses_a_late_head_who_leaves_later_as_a_member() {
        programme(GROUP, changed(DEPUTY, MemberChange.LEFT, null, MAY))
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.BECAME_HEAD, null))
                .refused("contradicts-later");
    }

    @Test
    void a_member_leaves() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.LEFT, null))
                .events(changed(DEPUTY, MemberChange.LEFT, null, MARCH));
    }

    @Test
    void leaving_twice_changes_nothing() {
        programme(GROUP, changed(DEPUTY, MemberChange.LEFT, null, MARCH))
                .on(MAY)
                .when(change(DEPUTY, MemberChange.LEFT, null))
                .nothing();
    }

    @Test
    void the_first_head_leaves_once_another_heads_it_and_only_once() {
        programme(
                        GROUP,
                        changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH),
                        changed(LEADER, MemberChange.LEFT, null, MARCH))
                .on(MAY)
                .when(change(LEADER, MemberChange.LEFT, null))
                .nothing();
    }

    @Test
    void refuses_to_let_the_head_leave() {
        programme(GROUP).on(MARCH).when(change(LEADER, MemberChange.LEFT, null)).refused("head-cannot-leave-group");
    }

    @Test
    void refuses_to_let_one_leave_who_never_was_in_it() {
        programme(GROUP).on(MARCH).when(change(CLERK, MemberChange.LEFT, null)).refused("group-member-not-found");
    }

    @Test
    void refuses_to_let_one_leave_late_whose_duty_changes_later() {
        programme(GROUP, changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MAY))
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.LEFT, null))
                .refused("contradicts-later");
    }

    @Test
    void the_first_head_leaves_once_another_heads_it() {
        programme(GROUP, changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH))
                .on(MAY)
                .when(change(LEADER, MemberChange.LEFT, null))
                .events(changed(LEADER, MemberChange.LEFT, null, MAY));
    }

    @Test
    void one_who_joined_later_leaves_and_only_once() {
        programme(
                        GROUP,
                        changed(CLERK, MemberChange.JOINED, "成员", START),
                        changed(CLERK, MemberChange.LEFT, null, MARCH))
                .on(MAY)
                .when(change(CLERK, MemberChange.LEFT, null))
                .nothing();
    }

    @Test
    void a_duty_entered_late_holds_until_the_next() {
        programme(
                        GROUP,
                        changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MAY),
                        changed(DEPUTY, MemberChange.DUTY_CHANGED, "成员", MARCH))
                .on(MAY)
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任"))
                .nothing();
    }

    @Test
    void a_duty_changes_late_of_one_who_leaves_later() {
        programme(GROUP, changed(DEPUTY, MemberChange.LEFT, null, MAY))
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "成员"))
                .events(changed(DEPUTY, MemberChange.DUTY_CHANGED, "成员", MARCH));
    }

    @Test
    void one_whose_duty_changed_leaves() {
        programme(GROUP, changed(DEPUTY, MemberChange.DUTY_CHANGED, "成员", MARCH))
                .on(MAY)
                .when(change(DEPUTY, MemberChange.LEFT, null))
                .events(changed(DEPUTY, MemberChange.LEFT, null, MAY));
    }

    @Test
    void one_leaves_late_before_another_joined_and_got_another_duty() {
        programme(
                        GROUP,
                        changed(CLERK, MemberChange.JOINED, "成员", MARCH),
                        changed(CLERK, MemberChange.DUTY_CHANGED, "办公室主任", MAY))
                .on(START)
                .when(change(DEPUTY, MemberChange.LEFT, null))
                .events(changed(DEPUTY, MemberChange.LEFT, null, START));
    }

    @Test
    void who_never_left_a_group_joined_it_once_and_the_second_time_says_the_same() {
        LeadingGroupMemberChanged left = changed(DEPUTY, MemberChange.LEFT, null, MARCH);
        programme(GROUP, left, changed(DEPUTY, MemberChange.JOINED, "副组长", MAY))
                .whenVoided(CommandFixture.givenId(2))
                .events(voided(2, left));
        new CommandFixture(Programme.class)
                .given(LAUNCHED, GROUP, left, changed(DEPUTY, MemberChange.JOINED, "成员", MAY))
                .whenVoided(CommandFixture.givenId(2))
                .reliedOn("already-exists");
    }

    @Test
    void who_serves_no_longer_leaves_and_keeps_a_place_but_heads_nothing() {
        programme(GROUP, changed(RETIRED, MemberChange.JOINED, "成员", START)).on(MAY);
        fixture.when(change(RETIRED, MemberChange.LEFT, null)).events(changed(RETIRED, MemberChange.LEFT, null, MAY));
        fixture.when(change(RETIRED, MemberChange.JOINED, "成员")).nothing();
        fixture.when(change(RETIRED, MemberChange.BECAME_HEAD, null)).refused("cadre-not-in-service");
    }

    @Test
    void refuses_to_make_the_head_the_head_before_the_group() {
        programme(group(1, null, MARCH))
                .on(START)
                .when(change(LEADER, MemberChange.BECAME_HEAD, null))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_join_without_a_duty() {
        programme(GROUP)
                .on(MARCH)
                .when(change(CLERK, MemberChange.JOINED, null))
                .refusedField("/duty", "required");
    }

    @Test
    void refuses_to_leave_with_a_duty() {
        programme(GROUP)
                .on(MARCH)
                .when(change(DEPUTY, MemberChange.LEFT, "成员"))
                .refusedField("/duty", "not-with-this-change");
    }

    @Test
    void refuses_a_change_before_the_group() {
        programme(group(1, null, MARCH))
                .on(START)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_change_in_a_group_nobody_established() {
        programme().on(START).when(change(CLERK, MemberChange.JOINED, "成员")).refused("leading-group-not-found");
    }

    @Test
    void refuses_a_change_in_a_voided_group() {
        programme(GROUP, voided(1, GROUP))
                .on(START)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .refused("leading-group-not-found");
    }

    @Test
    void refuses_a_cadre_nobody_knows_in_a_group() {
        programme(GROUP)
                .on(START)
                .when(change(UNKNOWN, MemberChange.JOINED, "成员"))
                .refused("cadre-not-found");
    }

    @Test
    void refuses_a_change_ahead() {
        programme(GROUP)
                .on(AHEAD)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_a_change_after_the_last_day() {
        programme(GROUP, closed(MARCH))
                .on(MAY)
                .when(change(CLERK, MemberChange.JOINED, "成员"))
                .refused("programme-closed");
    }

    // AdoptImplementationPlan

    @Test
    void adopts_a_plan() {
        programme()
                .on(MARCH)
                .when(new AdoptImplementationPlan(ID, "实施方案", "2号", UNKNOWN))
                .events(new ImplementationPlanAdopted(SPHERE, fixture.eventId(0), "实施方案", "2号", UNKNOWN, MARCH));
    }

    @Test
    void adopting_the_plan_in_force_changes_nothing() {
        programme(new ImplementationPlanAdopted(SPHERE, entry(40), "实施方案", null, null, MARCH))
                .on(MAY)
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null))
                .nothing();
    }

    @Test
    void adopts_another_plan_from_a_later_day() {
        programme(new ImplementationPlanAdopted(SPHERE, entry(40), "实施方案", null, null, MARCH))
                .on(MAY)
                .when(new AdoptImplementationPlan(ID, "第二个实施方案", null, null))
                .events(new ImplementationPlanAdopted(SPHERE, fixture.eventId(0), "第二个实施方案", null, null, MAY));
    }

    @Test
    void adopts_a_plan_late_before_another() {
        programme(new ImplementationPlanAdopted(SPHERE, entry(40), "实施方案", null, null, MAY))
                .on(MARCH)
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null))
                .events(new ImplementationPlanAdopted(SPHERE, fixture.eventId(0), "实施方案", null, null, MARCH));
    }

    @Test
    void refuses_a_plan_without_a_title() {
        programme()
                .on(MARCH)
                .when(new AdoptImplementationPlan(ID, "", null, null))
                .refusedField("/title");
    }

    @Test
    void refuses_a_plan_before_the_launch() {
        programme()
                .on(EARLY)
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_plan_after_the_last_day() {
        programme(closed(MARCH))
                .on(MAY)
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null))
                .refused("programme-closed");
    }

    @Test
    void refuses_a_plan_ahead() {
        programme()
                .on(AHEAD)
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null))
                .refusedField("/occurredOn");
    }

    // AssignSponsor

    @Test
    void assigns_a_sponsor_to_a_village() {
        programme().on(MARCH).when(assign(VILLAGE, LEADER)).events(sponsor(fixture.eventId(0), LEADER, null, MARCH));
    }

    @Test
    void assigns_a_sponsor_to_a_township() {
        programme()
                .on(MARCH)
                .when(assign(TOWNSHIP, LEADER))
                .events(new SponsorAssigned(
                        new Sphere(ID, OFFICE, TOWNSHIP), fixture.eventId(0), LEADER, null, null, MARCH));
    }

    @Test
    void the_next_sponsor_takes_the_place_of_the_former() {
        programme(SPONSOR)
                .on(MAY)
                .when(assign(VILLAGE, DEPUTY))
                .events(sponsor(fixture.eventId(0), DEPUTY, SPONSOR, MAY));
    }

    @Test
    void after_a_void_the_place_has_no_former_sponsor() {
        programme(SPONSOR, voided(1, SPONSOR))
                .on(START)
                .when(assign(VILLAGE, DEPUTY))
                .events(sponsor(fixture.eventId(0), DEPUTY, null, START));
    }

    @Test
    void assigning_the_sponsor_of_the_place_changes_nothing() {
        programme(SPONSOR).on(MAY).when(assign(VILLAGE, LEADER)).nothing();
    }

    @Test
    void a_township_has_its_own_sponsor_beside_that_of_its_village() {
        programme(SPONSOR)
                .on(MAY)
                .when(assign(TOWNSHIP, DEPUTY))
                .events(new SponsorAssigned(
                        new Sphere(ID, OFFICE, TOWNSHIP), fixture.eventId(0), DEPUTY, null, null, MAY));
    }

    @Test
    void who_serves_no_longer_remains_sponsor_and_becomes_none() {
        programme(sponsor(1, RETIRED, null, START))
                .on(MAY)
                .when(assign(VILLAGE, RETIRED))
                .nothing();
        new CommandFixture(Programme.class)
                .division(VILLAGE, "水田")
                .known(
                        "Cadre",
                        RETIRED,
                        cadre(RETIRED),
                        new CadreWithdrawn(new Membership(RETIRED, OFFICE, "5303"), null, null, MARCH))
                .given(LAUNCHED, SPONSOR)
                .on(MAY)
                .when(assign(VILLAGE, RETIRED))
                .refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_sponsor_before_the_one_the_place_has() {
        programme(SPONSOR).on(MARCH.minusDays(1)).when(assign(VILLAGE, DEPUTY)).refused("out-of-order");
        fixture.when(assign(VILLAGE, LEADER)).refused("out-of-order");
    }

    @Test
    void refuses_a_sponsor_for_a_county() {
        programme().on(MARCH).when(assign("530328", LEADER)).refusedField("/divisionId", "not-a-township-or-village");
    }

    @Test
    void refuses_a_sponsor_for_a_place_outside_the_programme() {
        programme().on(MARCH).when(assign("530402202", LEADER)).refusedField("/divisionId", "outside-the-programme");
    }

    @Test
    void refuses_a_sponsor_for_a_place_nobody_knows() {
        programme().on(MARCH).when(assign("530328202299", LEADER)).refused("division-not-found");
    }

    @Test
    void refuses_a_sponsor_nobody_knows() {
        programme().on(MARCH).when(assign(VILLAGE, UNKNOWN)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_sponsor_who_serves_no_longer() {
        programme().on(MARCH).when(assign(VILLAGE, RETIRED)).refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_sponsor_before_the_launch() {
        programme().on(EARLY).when(assign(VILLAGE, LEADER)).refused("out-of-order");
    }

    @Test
    void refuses_a_sponsor_after_the_last_day() {
        programme(closed(MARCH)).on(MAY).when(assign(VILLAGE, LEADER)).refused("programme-closed");
    }

    @Test
    void refuses_a_sponsor_ahead() {
        programme().on(AHEAD).when(assign(VILLAGE, LEADER)).refusedField("/occurredOn");
    }

    // OpenVisitRound

    @Test
    void opens_a_round() {
        programme().on(MARCH).when(open("第一轮")).events(round(fixture.eventId(0), "第一轮", MARCH));
    }

    @Test
    void opens_another_round_on_the_same_day() {
        programme(ROUND).on(MARCH).when(open("第二轮")).events(round(fixture.eventId(0), "第二轮", MARCH));
    }

    @Test
    void a_round_is_open_however_its_name_is_typed() {
        programme(round(1, "第1 轮", MARCH)).on(MARCH).when(open("第１\u3000轮")).nothing();
    }

    @Test
    void opens_a_round_of_another_kind_of_the_same_name_and_day() {
        programme(ROUND)
                .on(MARCH)
                .when(new OpenVisitRound(ID, RoundKind.DISPERSED, "第一轮"))
                .events(new VisitRoundOpened(SPHERE, fixture.eventId(0), RoundKind.DISPERSED, "第一轮", MARCH));
    }

    @Test
    void opens_another_round_of_the_same_name_on_an_earlier_day() {
        programme(ROUND).on(START).when(open("第一轮")).events(round(fixture.eventId(0), "第一轮", START));
    }

    @Test
    void opening_a_round_that_is_open_since_that_day_changes_nothing() {
        programme(ROUND).on(MARCH).when(open("第一轮")).nothing();
    }

    @Test
    void refuses_a_round_without_a_name() {
        programme().on(MARCH).when(open("")).refusedField("/name");
    }

    @Test
    void refuses_a_round_before_the_launch() {
        programme().on(EARLY).when(open("第一轮")).refused("out-of-order");
    }

    @Test
    void refuses_a_round_after_the_last_day() {
        programme(closed(MARCH)).on(MAY).when(open("第一轮")).refused("programme-closed");
    }

    @Test
    void refuses_a_round_ahead() {
        programme().on(AHEAD).when(open("第一轮")).refusedField("/occurredOn");
    }

    // SetTwoPersonRule

    @Test
    void sets_the_two_person_rule() {
        programme().on(MARCH).when(new SetTwoPersonRule(ID, true)).events(twoPersons(true, MARCH));
    }

    @Test
    void sets_the_rule_late_before_it_was_lifted() {
        programme(twoPersons(true, MARCH), twoPersons(false, MAY))
                .on(LocalDate.of(2012, 4, 1))
                .when(new SetTwoPersonRule(ID, false))
                .events(twoPersons(false, LocalDate.of(2012, 4, 1)));
    }

    @Test
    void not_requiring_what_was_never_required_changes_nothing() {
        programme().on(MARCH).when(new SetTwoPersonRule(ID, false)).nothing();
    }

    @Test
    void requiring_what_is_required_on_the_day_changes_nothing() {
        programme(twoPersons(true, MARCH), twoPersons(false, MAY))
                .on(MARCH)
                .when(new SetTwoPersonRule(ID, true))
                .nothing();
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_rule_that_says_nothing() {
        programme().on(MARCH).when(new SetTwoPersonRule(ID, null)).refusedField("/required");
    }

    @Test
    void refuses_a_rule_before_the_launch() {
        programme().on(EARLY).when(new SetTwoPersonRule(ID, true)).refused("out-of-order");
    }

    @Test
    void refuses_a_rule_after_the_last_day() {
        programme(closed(MARCH)).on(MAY).when(new SetTwoPersonRule(ID, true)).refused("programme-closed");
    }

    @Test
    void refuses_a_rule_ahead() {
        programme().on(AHEAD).when(new SetTwoPersonRule(ID, true)).refusedField("/occurredOn");
    }

    // CloseProgramme

    @Test
    void closes() {
        programme()
                .because(REASON, "DONE")
                .on(MAY)
                .when(close())
                .events(new ProgrammeClosed(SPHERE, REASON, "DONE", MAY));
    }

    @Test
    void closing_a_closed_programme_changes_nothing() {
        programme(closed(MARCH)).when(close()).nothing();
    }

    @Test
    void closing_on_the_last_day_again_changes_nothing() {
        programme(closed(MARCH)).on(MARCH).when(close()).nothing();
    }

    @Test
    void not_requiring_what_was_never_required_is_refused_before_the_launch_and_after_the_last_day() {
        programme(closed(MARCH));
        fixture.on(EARLY).when(new SetTwoPersonRule(ID, false)).refused("out-of-order");
        fixture.on(MAY).when(new SetTwoPersonRule(ID, false)).refused("programme-closed");
    }

    @Test
    void refuses_to_close_before_what_was_entered_before_something_late() {
        programme(quota(1, UPPER, 5, MAY, "131"), quota(2, LOWER, 3, START, "141"))
                .on(MARCH)
                .when(close())
                .refused("out-of-order");
    }

    @Test
    void a_closing_is_not_moved_to_an_earlier_day() {
        programme(closed(MAY)).on(MARCH).when(close()).refused("out-of-order");
    }

    @Test
    void closes_after_what_was_voided() {
        LinkQuotaDefined late = quota(1, UPPER, 5, MAY, "131");
        programme(late, voided(1, late)).on(MARCH).when(close()).events(closed(MARCH));
    }

    @Test
    void refuses_to_close_before_a_quota() {
        programme(quota(1, UPPER, 5, MAY, "131")).on(MARCH).when(close()).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_change_in_a_group() {
        programme(GROUP, changed(CLERK, MemberChange.JOINED, "成员", MAY))
                .on(MARCH)
                .when(close())
                .refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_rule() {
        programme(twoPersons(true, MAY)).on(MARCH).when(close()).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_tasks() {
        programme(tasks(SEVEN, MAY)).on(MARCH).when(close()).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_plan() {
        programme(new ImplementationPlanAdopted(SPHERE, entry(40), "实施方案", null, null, MAY))
                .on(MARCH)
                .when(close())
                .refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_the_launch() {
        programme().on(EARLY).when(close()).refused("out-of-order");
    }

    @Test
    void refuses_to_close_a_voided_programme() {
        programme(voided(0, LAUNCHED)).on(MAY).when(close()).refused("programme-voided");
    }

    @Test
    void refuses_to_close_ahead() {
        programme().on(AHEAD).when(close()).refusedField("/occurredOn");
    }

    // Void and Correct

    @Test
    void a_quota_is_void_even_of_a_closed_programme_and_what_its_band_was_before_holds_on() {
        LinkQuotaDefined later = quota(3, UPPER, 4, MAY, "131");
        programme(FIVE, closed(MAY)).whenVoided(CommandFixture.givenId(1)).events(voided(1, FIVE));
        new CommandFixture(Programme.class)
                .given(LAUNCHED, FIVE, later, voided(2, later))
                .when(define(UPPER, 5, "131", "132"))
                .nothing();
    }

    @Test
    void voiding_twice_changes_nothing() {
        programme(FIVE, voided(1, FIVE)).whenVoided(CommandFixture.givenId(1)).nothing();
    }

    @Test
    void what_kept_a_rank_out_of_two_bands_is_relied_on() {
        LinkQuotaDefined fewer = quota(3, UPPER, 5, MARCH, "131");
        LinkQuotaDefined lower = quota(4, LOWER, 3, MAY, "132");
        programme(FIVE, fewer, lower).whenVoided(CommandFixture.givenId(2)).reliedOn("rank-in-two-bands");
        fixture.whenCorrected(CommandFixture.givenId(2), "{\"rankCodes\": [\"131\", \"132\"]}")
                .reliedOn("rank-in-two-bands");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(2)).events(voided(3, lower), voided(2, fewer));
    }

    @Test
    void a_quota_is_corrected_under_its_id_and_a_correction_that_was_none_puts_back_what_stood() {
        LinkQuotaDefined made = quota(CommandFixture.givenId(1), UPPER, 5, START, "131", "132");
        LinkQuotaDefined four = quota(CommandFixture.givenId(1), UPPER, 4, START, "131", "132");
        programme(made)
                .whenCorrected(CommandFixture.givenId(1), "{\"households\": 4}")
                .events(corrected(1, made, four));
        fixture.given(corrected(1, made, four))
                .whenVoided(CommandFixture.givenId(2))
                .events(voided(2, corrected(1, made, four)));
        fixture.given(voided(2, corrected(1, made, four)))
                .when(define(UPPER, 5, "131", "132"))
                .nothing();
    }

    @Test
    void a_leading_group_is_void_with_the_changes_in_it() {
        LeadingGroupMemberChanged joined = changed(CLERK, MemberChange.JOINED, "成员", MARCH);
        programme(GROUP, joined).whenVoided(CommandFixture.givenId(1)).reliedOn("leading-group-not-found");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(1)).events(voided(2, joined), voided(1, GROUP));
    }

    @Test
    void who_never_joined_a_group_cannot_have_left_it_and_who_never_became_its_head_can() {
        LeadingGroupMemberChanged joined = changed(CLERK, MemberChange.JOINED, "成员", MARCH);
        LeadingGroupMemberChanged left = changed(CLERK, MemberChange.LEFT, null, MAY);
        programme(GROUP, joined, left).whenVoided(CommandFixture.givenId(2)).reliedOn("group-member-not-found");
        LeadingGroupMemberChanged heads = changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH);
        LeadingGroupMemberChanged gone = changed(LEADER, MemberChange.LEFT, null, MAY);
        new CommandFixture(Programme.class)
                .given(LAUNCHED, GROUP, heads, gone)
                .whenVoided(CommandFixture.givenId(2))
                .reliedOn("head-cannot-leave-group");
    }

    @Test
    void the_head_and_the_members_of_a_group_are_corrected() {
        LeadingGroupEstablished made = new LeadingGroupEstablished(
                SPHERE, CommandFixture.givenId(1), null, LEADER, GROUP.members(), "活动办公室", "1号", START);
        programme(made)
                .whenCorrected(CommandFixture.givenId(1), "{\"head\": \"" + CLERK + "\"}")
                .events(corrected(
                        1,
                        made,
                        new LeadingGroupEstablished(
                                SPHERE,
                                CommandFixture.givenId(1),
                                null,
                                CLERK,
                                GROUP.members(),
                                "活动办公室",
                                "1号",
                                START)));
    }

    @Test
    void a_sponsor_is_void_alone_or_with_those_who_followed() {
        programme(SPONSOR, NEXT_SPONSOR).whenVoided(CommandFixture.givenId(2)).events(voided(2, NEXT_SPONSOR));
        fixture.whenVoided(CommandFixture.givenId(1)).reliedOn("sponsor-not-found");
        fixture.whenCorrected(CommandFixture.givenId(1), "{\"cadreId\": \"" + CLERK + "\"}")
                .reliedOn("sponsor-not-found");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(1)).events(voided(2, NEXT_SPONSOR), voided(1, SPONSOR));
    }

    @Test
    void a_sponsor_follows_the_very_one_who_was_named_before() {
        SponsorAssigned again = sponsor(3, LEADER, NEXT_SPONSOR, MAY);
        programme(SPONSOR, NEXT_SPONSOR, again, sponsor(4, CLERK, again, MAY))
                .whenVoided(CommandFixture.givenId(2))
                .reliedOn("sponsor-not-found", "sponsor-not-found");
    }

    @Test
    void a_sponsor_of_another_place_is_before_the_one_there() {
        SponsorAssigned there =
                new SponsorAssigned(new Sphere(ID, OFFICE, TOWNSHIP), entry(29), DEPUTY, null, null, MAY);
        programme(SPONSOR, there)
                .whenCorrected(CommandFixture.givenId(1), "{\"divisionId\": \"" + TOWNSHIP + "\"}")
                .reliedOn("already-exists");
    }

    @Test
    void a_round_a_catalogue_a_plan_and_a_rule_are_void() {
        ImplementationPlanAdopted plan = new ImplementationPlanAdopted(SPHERE, UNKNOWN, "实施方案", null, null, MARCH);
        programme(ROUND, tasks(SEVEN, MARCH), plan, twoPersons(true, MARCH))
                .whenVoided(CommandFixture.givenId(1))
                .events(voided(1, ROUND));
        fixture.whenVoided(CommandFixture.givenId(2)).events(voided(2, tasks(SEVEN, MARCH)));
        fixture.whenVoided(CommandFixture.givenId(3)).events(voided(3, plan));
        fixture.whenVoided(CommandFixture.givenId(4)).events(voided(4, twoPersons(true, MARCH)));
        fixture.given(voided(4, twoPersons(true, MARCH)))
                .when(new SetTwoPersonRule(ID, false))
                .nothing();
    }

    @Test
    void a_programme_wrongly_closed_goes_on() {
        programme(closed(MARCH), voided(1, closed(MARCH)))
                .on(MAY)
                .when(define(UPPER, 5, "131"))
                .only(LinkQuotaDefined.class);
    }

    @Test
    void a_launch_is_void_with_what_stands_in_the_programme_the_last_first() {
        programme().whenVoided(CommandFixture.givenId(0)).events(voided(0, LAUNCHED));
        fixture.given(FIVE, ROUND, closed(MAY))
                .whenVoided(CommandFixture.givenId(0))
                .reliedOn("programme-voided", "programme-voided", "programme-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(voided(3, closed(MAY)), voided(2, ROUND), voided(1, FIVE), voided(0, LAUNCHED));
    }

    @Test
    void a_programme_launched_again_is_void_by_its_second_launch() {
        ProgrammeLaunched again = launched(ID, "5303", MARCH);
        programme(voided(0, LAUNCHED), again)
                .whenVoided(CommandFixture.givenId(2))
                .events(voided(2, again));
        fixture.whenVoided(CommandFixture.givenId(0)).nothing();
    }

    @Test
    void a_programme_with_a_link_point_is_corrected_and_not_voided() {
        UUID linkPoint = Ids.linkPoint(ID, VILLAGE);
        fixture.known(
                "LinkPoint", linkPoint, new LinkPointDesignated(new Site(linkPoint, ID, OFFICE, VILLAGE), null, MARCH));
        programme().whenVoided(CommandFixture.givenId(0)).refused("programme-in-use");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"name\": \"群众工作\"}")
                .events(corrected(0, LAUNCHED, new ProgrammeLaunched(SPHERE, "群众工作", LinkMode.EXACTLY_ONE, START)));
    }

    @Test
    void a_programme_is_voided_whose_link_point_never_was() {
        UUID linkPoint = Ids.linkPoint(ID, VILLAGE);
        LinkPointDesignated designated = new LinkPointDesignated(new Site(linkPoint, ID, OFFICE, VILLAGE), null, MARCH);
        fixture.known(
                "LinkPoint", linkPoint, designated, new Voided<>(UNKNOWN, designated, CommandFixture.REASON, null));
        programme().whenVoided(CommandFixture.givenId(0)).events(voided(0, LAUNCHED));
    }
}
