package org.minqing.command.programme;

import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.LinkMode;
import org.minqing.events.Sealed;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.CadreWithdrawn;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.programme.GroupMember;
import org.minqing.events.programme.MemberChange;
import org.minqing.events.programme.ProgrammeEvent;
import org.minqing.events.programme.ProgrammeEvent.ImplementationPlanAdopted;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupEstablished;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupMemberChanged;
import org.minqing.events.programme.ProgrammeEvent.LeadingGroupVoided;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaVoided;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeClosed;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeVoided;
import org.minqing.events.programme.ProgrammeEvent.SponsorAssigned;
import org.minqing.events.programme.ProgrammeEvent.SponsorVoided;
import org.minqing.events.programme.ProgrammeEvent.TaskCatalogueAdopted;
import org.minqing.events.programme.ProgrammeEvent.TwoPersonRuleSet;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundOpened;
import org.minqing.events.programme.ProgrammeEvent.VisitRoundVoided;
import org.minqing.events.programme.RoundKind;
import org.minqing.events.programme.Task;

class ProgrammeTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID OFFICE = new UUID(2, 1);
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
            .known("Organisation", OFFICE, new OrganisationRegistered(OFFICE, "5303", "市人大常委会办公室", null, null, START))
            .known("Cadre", LEADER, cadre(LEADER))
            .known("Cadre", DEPUTY, cadre(DEPUTY))
            .known("Cadre", CLERK, cadre(CLERK))
            .known("Cadre", RETIRED, cadre(RETIRED), new CadreWithdrawn(RETIRED, OFFICE, "5303", null, null, MARCH));

    private static CadreRegistered cadre(UUID id) {
        return new CadreRegistered(
                id, OFFICE, "5303", null, sealed("person:" + id, "示例"), "1", "132", null, null, null, START);
    }

    private static ProgrammeLaunched launched(UUID id, String division, LocalDate day) {
        return new ProgrammeLaunched(id, OFFICE, division, "四群教育", LinkMode.EXACTLY_ONE, day);
    }

    private static UUID entry(int n) {
        return new UUID(5, n);
    }

    private static LinkQuotaDefined quota(UUID id, String band, int households, LocalDate day, String... ranks) {
        return new LinkQuotaDefined(ID, OFFICE, "5303", id, band, List.of(ranks), households, day);
    }

    private static LinkQuotaDefined quota(int n, String band, int households, LocalDate day, String... ranks) {
        return quota(entry(n), band, households, day, ranks);
    }

    private static LeadingGroupEstablished group(int n, @Nullable String kind, LocalDate day) {
        return new LeadingGroupEstablished(
                ID,
                OFFICE,
                "5303",
                entry(10 + n),
                kind,
                LEADER,
                List.of(new GroupMember(DEPUTY, "副组长")),
                "活动办公室",
                "1号",
                day);
    }

    private static LeadingGroupMemberChanged changed(
            UUID cadre, MemberChange change, @Nullable String duty, LocalDate day) {
        return new LeadingGroupMemberChanged(ID, OFFICE, "5303", GROUP.groupId(), cadre, change, duty, null, day);
    }

    private static SponsorAssigned sponsor(UUID id, UUID cadre, @Nullable SponsorAssigned former, LocalDate day) {
        return new SponsorAssigned(
                ID,
                OFFICE,
                VILLAGE,
                id,
                cadre,
                former == null ? null : former.sponsorshipId(),
                former == null ? null : former.cadreId(),
                day);
    }

    private static SponsorAssigned sponsor(int n, UUID cadre, @Nullable SponsorAssigned former, LocalDate day) {
        return sponsor(entry(20 + n), cadre, former, day);
    }

    private static SponsorVoided voided(SponsorAssigned sponsor) {
        return new SponsorVoided(
                ID, OFFICE, VILLAGE, sponsor.sponsorshipId(), sponsor, REASON, "TYPO", sponsor.occurredOn());
    }

    private static VisitRoundOpened round(UUID id, String name, LocalDate day) {
        return new VisitRoundOpened(ID, OFFICE, "5303", id, RoundKind.COLLECTIVE, name, day);
    }

    private static VisitRoundOpened round(int n, String name, LocalDate day) {
        return round(entry(30 + n), name, day);
    }

    private static VisitRoundVoided voided(VisitRoundOpened round) {
        return new VisitRoundVoided(ID, OFFICE, "5303", round.roundId(), round, REASON, "TYPO", round.occurredOn());
    }

    private static LinkQuotaVoided voided(LinkQuotaDefined quota) {
        return new LinkQuotaVoided(ID, OFFICE, "5303", quota.quotaId(), quota, REASON, "TYPO", quota.occurredOn());
    }

    private static LeadingGroupVoided voided(LeadingGroupEstablished group) {
        return new LeadingGroupVoided(ID, OFFICE, "5303", group.groupId(), group, REASON, "TYPO", group.occurredOn());
    }

    private static ProgrammeVoided voided(ProgrammeLaunched launch) {
        return new ProgrammeVoided(
                ID, OFFICE, "5303", CommandFixture.givenId(0), launch, REASON, "TYPO", launch.occurredOn());
    }

    private static TaskCatalogueAdopted tasks(List<Task> tasks, LocalDate day) {
        return new TaskCatalogueAdopted(ID, OFFICE, "5303", tasks, day);
    }

    private static TwoPersonRuleSet twoPersons(boolean required, LocalDate day) {
        return new TwoPersonRuleSet(ID, OFFICE, "5303", required, day);
    }

    private static ProgrammeClosed closed(LocalDate day) {
        return new ProgrammeClosed(ID, OFFICE, "5303", null, null, day);
    }

    private static LaunchProgramme launch(
            @Nullable UUID id, UUID organisation, @Nullable String division, LocalDate day) {
        return new LaunchProgramme(id, "四群教育", LinkMode.EXACTLY_ONE, organisation, division, day);
    }

    private static DefineLinkQuota define(String band, int households, @Nullable LocalDate day, String... ranks) {
        return new DefineLinkQuota(ID, band, List.of(ranks), households, day);
    }

    private static AdoptTaskCatalogue adopt(@Nullable LocalDate day, AdoptTaskCatalogue.Entry... tasks) {
        return new AdoptTaskCatalogue(ID, List.of(tasks), day);
    }

    private static AdoptTaskCatalogue adoptSeven(@Nullable LocalDate day) {
        return adopt(
                day,
                new AdoptTaskCatalogue.Entry("T1", "访民情", "Visit", null),
                new AdoptTaskCatalogue.Entry("T5", "谋发展", null, List.of("促发展")));
    }

    private static EstablishLeadingGroup establish(
            @Nullable String kind, UUID head, @Nullable LocalDate day, UUID... members) {
        return new EstablishLeadingGroup(
                ID,
                kind,
                head,
                List.of(members).stream()
                        .map(id -> new EstablishLeadingGroup.Member(id, "副组长"))
                        .toList(),
                "活动办公室",
                "1号",
                day);
    }

    private static ChangeLeadingGroupMember change(
            UUID cadre, MemberChange change, @Nullable String duty, @Nullable LocalDate day) {
        return new ChangeLeadingGroupMember(ID, GROUP.groupId(), cadre, change, duty, null, day);
    }

    private static AssignSponsor assign(String division, UUID cadre, @Nullable LocalDate day) {
        return new AssignSponsor(ID, division, cadre, day);
    }

    private static OpenVisitRound open(String name, @Nullable LocalDate day) {
        return new OpenVisitRound(ID, RoundKind.COLLECTIVE, name, day);
    }

    private static VoidSponsor voidSponsor(UUID id, @Nullable LocalDate day) {
        return new VoidSponsor(ID, id, REASON, "TYPO", day);
    }

    private static VoidLinkQuota voidQuota(UUID id, @Nullable LocalDate day) {
        return new VoidLinkQuota(ID, id, REASON, "TYPO", day);
    }

    private static VoidLeadingGroup voidGroup(UUID id, @Nullable LocalDate day) {
        return new VoidLeadingGroup(ID, id, REASON, "TYPO", day);
    }

    private static VoidVisitRound voidRound(UUID id, @Nullable LocalDate day) {
        return new VoidVisitRound(ID, id, REASON, "TYPO", day);
    }

    private static VoidProgramme voidProgramme(@Nullable LocalDate day) {
        return new VoidProgramme(ID, REASON, "TYPO", day);
    }

    private static CloseProgramme close(@Nullable LocalDate day) {
        return new CloseProgramme(ID, null, null, day);
    }

    private CommandFixture programme(ProgrammeEvent... later) {
        return fixture.given(LAUNCHED).given(later);
    }

    // LaunchProgramme

    @Test
    void launches_where_the_organisation_has_its_seat() {
        fixture.when(launch(ID, OFFICE, null, START)).events(LAUNCHED);
    }

    @Test
    void launches_where_it_is_said_under_a_made_id() {
        fixture.when(launch(null, OFFICE, "530328", START)).events(launched(fixture.madeId(), "530328", START));
    }

    @Test
    void refuses_to_launch_one_that_stands() {
        programme().when(launch(ID, OFFICE, null, START)).refused("already-exists");
    }

    @Test
    void launches_one_again_that_was_voided() {
        programme(voided(LAUNCHED)).when(launch(ID, OFFICE, "530328", MARCH)).events(launched(ID, "530328", MARCH));
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        fixture.when(launch(ID, UNKNOWN, null, START)).refused("organisation-not-found");
    }

    @Test
    void refuses_an_organisation_not_yet_registered() {
        fixture.when(launch(ID, OFFICE, null, EARLY)).refused("organisation-not-in-force");
    }

    @Test
    void refuses_a_division_nobody_knows() {
        fixture.when(launch(ID, OFFICE, "5399", START)).refused("division-not-found");
    }

    @Test
    void refuses_a_programme_without_a_name() {
        fixture.when(new LaunchProgramme(ID, "", LinkMode.EXACTLY_ONE, OFFICE, null, START))
                .refusedField("/name");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_programme_without_a_link_mode() {
        fixture.when(new LaunchProgramme(ID, "四群教育", null, OFFICE, null, START)).refusedField("/linkMode");
    }

    @Test
    void refuses_to_launch_ahead() {
        fixture.when(launch(ID, OFFICE, null, AHEAD)).refusedField("/occurredOn");
    }

    // DefineLinkQuota

    @Test
    void defines_a_band_and_its_quota() {
        programme()
                .when(define(UPPER, 5, START, "131", "132"))
                .events(quota(fixture.eventId(0), UPPER, 5, START, "131", "132"));
    }

    @Test
    void defines_a_second_band() {
        programme(FIVE)
                .when(define(LOWER, 3, START, "141", "142"))
                .events(quota(fixture.eventId(0), LOWER, 3, START, "141", "142"));
    }

    @Test
    void names_a_rank_once() {
        programme()
                .when(define(UPPER, 5, START, "131", "131"))
                .events(quota(fixture.eventId(0), UPPER, 5, START, "131"));
    }

    @Test
    void defines_a_band_anew_from_a_later_day() {
        programme(FIVE)
                .when(define(UPPER, 4, MAY, "131", "132"))
                .events(quota(fixture.eventId(0), UPPER, 4, MAY, "131", "132"));
    }

    @Test
    void defines_a_band_late_before_another_definition() {
        programme(quota(1, UPPER, 5, MAY, "131"))
                .when(define(UPPER, 4, MARCH, "131"))
                .events(quota(fixture.eventId(0), UPPER, 4, MARCH, "131"));
    }

    @Test
    void moves_a_rank_once_its_band_was_defined_without_it() {
        programme(FIVE, THREE, quota(3, LOWER, 3, MAY, "142"))
                .when(define(UPPER, 5, MAY, "131", "132", "141"))
                .events(quota(fixture.eventId(0), UPPER, 5, MAY, "131", "132", "141"));
    }

    @Test
    void defining_a_band_as_it_is_changes_nothing() {
        programme(FIVE).when(define(UPPER, 5, MAY, "132", "131")).nothing();
    }

    @Test
    void defining_a_band_as_it_was_on_that_day_changes_nothing() {
        programme(FIVE, quota(3, UPPER, 4, MAY, "131"))
                .when(define(UPPER, 5, MARCH, "131", "132"))
                .nothing();
    }

    @Test
    void refuses_a_rank_that_is_in_another_band() {
        programme(FIVE).when(define(LOWER, 3, START, "132", "141")).refused("rank-in-two-bands");
    }

    @Test
    void refuses_a_late_rank_that_another_band_takes_later() {
        programme(FIVE, quota(2, LOWER, 3, MAY, "141"))
                .when(define(UPPER, 5, MARCH, "131", "132", "141"))
                .refused("rank-in-two-bands");
    }

    @Test
    void takes_a_late_rank_that_another_band_takes_only_after_it_was_given_up() {
        programme(quota(1, UPPER, 5, START, "131"), quota(2, UPPER, 5, MAY, "131"), quota(3, LOWER, 3, MAY, "141"))
                .when(define(UPPER, 5, MARCH, "131", "141"))
                .events(quota(fixture.eventId(0), UPPER, 5, MARCH, "131", "141"));
    }

    @Test
    void refuses_a_rank_that_is_no_code() {
        programme().when(define(UPPER, 5, START, "130")).refused("invalid-field");
    }

    @Test
    void refuses_a_band_without_ranks() {
        programme().when(define(UPPER, 5, START)).refusedField("/rankCodes");
    }

    @Test
    void refuses_a_quota_of_none() {
        programme().when(define(UPPER, 0, START, "131")).refusedField("/households");
    }

    @Test
    void refuses_a_band_without_a_name() {
        programme().when(define(" ", 5, START, "131")).refusedField("/band");
    }

    @Test
    void refuses_a_quota_before_the_launch() {
        programme().when(define(UPPER, 5, EARLY, "131")).refused("out-of-order");
    }

    @Test
    void refuses_a_quota_ahead() {
        programme().when(define(UPPER, 5, AHEAD, "131")).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_quota_after_the_last_day() {
        programme(closed(MARCH))
                .when(define(UPPER, 5, MARCH.plusDays(1), "131"))
                .refused("programme-closed");
    }

    @Test
    void defines_a_quota_late_for_the_last_day() {
        programme(closed(MARCH))
                .when(define(UPPER, 5, MARCH, "131"))
                .events(quota(fixture.eventId(0), UPPER, 5, MARCH, "131"));
    }

    @Test
    void refuses_a_quota_of_a_voided_programme() {
        programme(voided(LAUNCHED)).when(define(UPPER, 5, MAY, "131")).refused("programme-voided");
    }

    // VoidLinkQuota

    @Test
    void voids_a_quota() {
        programme(FIVE).when(voidQuota(FIVE.quotaId(), null)).events(voided(FIVE));
    }

    @Test
    void what_a_band_was_before_holds_on_after_a_void() {
        LinkQuotaDefined later = quota(3, UPPER, 4, MAY, "131");
        programme(FIVE, later, voided(later))
                .when(define(UPPER, 5, null, "131", "132"))
                .nothing();
    }

    @Test
    void voiding_twice_changes_nothing() {
        programme(FIVE, voided(FIVE)).when(voidQuota(FIVE.quotaId(), START)).nothing();
    }

    @Test
    void voids_a_quota_of_a_closed_programme() {
        programme(FIVE, closed(MARCH)).when(voidQuota(FIVE.quotaId(), null)).events(voided(FIVE));
    }

    @Test
    void refuses_to_void_what_kept_a_rank_out_of_two_bands() {
        LinkQuotaDefined fewer = quota(3, UPPER, 5, MARCH, "131");
        programme(FIVE, fewer, quota(4, LOWER, 3, MAY, "132"))
                .when(voidQuota(fewer.quotaId(), null))
                .refused("rank-in-two-bands");
    }

    @Test
    void refuses_to_void_a_quota_nobody_defined() {
        programme(FIVE).when(voidQuota(UNKNOWN, null)).refused("link-quota-not-found");
    }

    @Test
    void refuses_to_void_as_a_quota_what_is_a_round() {
        programme(ROUND).when(voidQuota(ROUND.roundId(), null)).refused("link-quota-not-found");
    }

    @Test
    void refuses_to_void_a_quota_on_another_day() {
        programme(FIVE).when(voidQuota(FIVE.quotaId(), MAY)).refusedField("/occurredOn");
    }

    // AdoptTaskCatalogue

    @Test
    void adopts_tasks() {
        programme().when(adoptSeven(START)).events(tasks(SEVEN, START));
    }

    @Test
    void adopts_other_tasks_late() {
        programme(tasks(SEVEN, MAY))
                .when(adopt(MARCH, new AdoptTaskCatalogue.Entry("T1", "访民情", null, null)))
                .events(tasks(List.of(new Task("T1", "访民情", null, List.of())), MARCH));
    }

    @Test
    void adopting_the_tasks_in_force_changes_nothing() {
        programme(tasks(SEVEN, START)).when(adoptSeven(MAY)).nothing();
    }

    @Test
    void refuses_one_task_code_twice() {
        programme()
                .when(adopt(
                        START,
                        new AdoptTaskCatalogue.Entry("T1", "访民情", null, null),
                        new AdoptTaskCatalogue.Entry("T1", "抓落实", null, null)))
                .refusedField("/tasks/1/code");
    }

    @Test
    void refuses_a_task_code_of_another_form() {
        programme()
                .when(adopt(START, new AdoptTaskCatalogue.Entry("1", "访民情", null, null)))
                .refused("invalid-field");
    }

    @Test
    void refuses_a_catalogue_without_tasks() {
        programme().when(adopt(START)).refusedField("/tasks");
    }

    @Test
    void refuses_tasks_before_the_launch() {
        programme().when(adoptSeven(EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_tasks_after_the_last_day() {
        programme(closed(MARCH)).when(adoptSeven(MAY)).refused("programme-closed");
    }

    @Test
    void refuses_tasks_ahead() {
        programme().when(adoptSeven(AHEAD)).refusedField("/occurredOn");
    }

    // EstablishLeadingGroup

    @Test
    void establishes_a_leading_group() {
        programme()
                .when(establish(null, LEADER, START, DEPUTY))
                .events(new LeadingGroupEstablished(
                        ID,
                        OFFICE,
                        "5303",
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
                .when(establish("新农村工作", LEADER, MARCH))
                .events(new LeadingGroupEstablished(
                        ID, OFFICE, "5303", fixture.eventId(0), "新农村工作", LEADER, List.of(), "活动办公室", "1号", MARCH));
    }

    @Test
    void establishes_one_again_that_was_voided() {
        programme(GROUP, voided(GROUP))
                .when(establish(null, LEADER, MARCH))
                .events(new LeadingGroupEstablished(
                        ID, OFFICE, "5303", fixture.eventId(0), null, LEADER, List.of(), "活动办公室", "1号", MARCH));
    }

    @Test
    void refuses_a_second_group_of_the_same_kind() {
        programme(group(1, "新农村工作", START))
                .when(establish("新农村工作", LEADER, MARCH))
                .refused("already-exists");
    }

    @Test
    void refuses_a_second_group_of_no_kind() {
        programme(GROUP).when(establish(null, LEADER, START, DEPUTY)).refused("already-exists");
    }

    @Test
    void refuses_a_head_nobody_knows() {
        programme().when(establish(null, UNKNOWN, START)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_member_nobody_knows() {
        programme().when(establish(null, LEADER, START, UNKNOWN)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_member_who_serves_no_longer() {
        programme().when(establish(null, LEADER, MARCH, RETIRED)).refused("cadre-not-in-service");
    }

    @Test
    void refuses_the_head_among_the_members() {
        programme().when(establish(null, LEADER, START, DEPUTY, LEADER)).refusedField("/members/1/cadreId");
    }

    @Test
    void refuses_a_group_before_the_launch() {
        programme().when(establish(null, LEADER, EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_a_group_after_the_last_day() {
        programme(closed(MARCH)).when(establish(null, LEADER, MAY)).refused("programme-closed");
    }

    @Test
    void refuses_a_group_ahead() {
        programme().when(establish(null, LEADER, AHEAD)).refusedField("/occurredOn");
    }

    // ChangeLeadingGroupMember

    @Test
    void a_cadre_joins() {
        programme(GROUP)
                .when(change(CLERK, MemberChange.JOINED, "成员", MARCH))
                .events(changed(CLERK, MemberChange.JOINED, "成员", MARCH));
    }

    @Test
    void joining_as_one_is_a_member_already_changes_nothing() {
        programme(GROUP).when(change(DEPUTY, MemberChange.JOINED, "副组长", MARCH)).nothing();
    }

    @Test
    void refuses_to_let_a_member_join_with_another_duty() {
        programme(GROUP).when(change(DEPUTY, MemberChange.JOINED, "成员", MARCH)).refused("already-exists");
    }

    @Test
    void refuses_to_let_the_head_join() {
        programme(GROUP).when(change(LEADER, MemberChange.JOINED, "成员", MARCH)).refused("already-exists");
    }

    @Test
    void refuses_to_let_one_join_who_serves_no_longer() {
        programme(GROUP).when(change(RETIRED, MemberChange.JOINED, "成员", MAY)).refused("cadre-not-in-service");
    }

    @Test
    void lets_one_join_late_who_then_still_served() {
        programme(GROUP)
                .when(change(RETIRED, MemberChange.JOINED, "成员", START))
                .events(changed(RETIRED, MemberChange.JOINED, "成员", START));
    }

    @Test
    void refuses_to_let_one_join_late_who_heads_it_by_then() {
        programme(GROUP, changed(CLERK, MemberChange.BECAME_HEAD, null, MARCH))
                .when(change(CLERK, MemberChange.JOINED, "成员", MAY))
                .refused("already-exists");
    }

    @Test
    void a_duty_changes() {
        programme(GROUP)
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MARCH))
                .events(changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MARCH));
    }

    @Test
    void changing_to_the_duty_held_on_the_day_changes_nothing() {
        programme(GROUP, changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MAY))
                .when(change(DEPUTY, MemberChange.DUTY_CHANGED, "副组长", MARCH))
                .nothing();
    }

    @Test
    void refuses_another_duty_for_one_who_is_no_member() {
        programme(GROUP)
                .when(change(CLERK, MemberChange.DUTY_CHANGED, "成员", MARCH))
                .refused("group-member-not-found");
    }

    @Test
    void another_becomes_head() {
        programme(GROUP)
                .when(change(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH))
                .events(changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH));
    }

    @Test
    void the_former_head_can_get_a_duty() {
        programme(GROUP, changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH))
                .when(change(LEADER, MemberChange.DUTY_CHANGED, "顾问", MAY))
                .events(changed(LEADER, MemberChange.DUTY_CHANGED, "顾问", MAY));
    }

    @Test
    void making_the_head_the_head_changes_nothing() {
        programme(GROUP)
                .when(change(LEADER, MemberChange.BECAME_HEAD, null, MARCH))
                .nothing();
    }

    @Test
    void refuses_a_late_head_who_leaves_later_as_a_member() {
        programme(GROUP, changed(DEPUTY, MemberChange.LEFT, null, MAY))
                .when(change(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH))
                .refused("contradicts-later");
    }

    @Test
    void a_member_leaves() {
        programme(GROUP)
                .when(change(DEPUTY, MemberChange.LEFT, null, MARCH))
                .events(changed(DEPUTY, MemberChange.LEFT, null, MARCH));
    }

    @Test
    void leaving_twice_changes_nothing() {
        programme(GROUP, changed(DEPUTY, MemberChange.LEFT, null, MARCH))
                .when(change(DEPUTY, MemberChange.LEFT, null, MAY))
                .nothing();
    }

    @Test
    void the_first_head_leaves_once_another_heads_it_and_only_once() {
        programme(
                        GROUP,
                        changed(DEPUTY, MemberChange.BECAME_HEAD, null, MARCH),
                        changed(LEADER, MemberChange.LEFT, null, MARCH))
                .when(change(LEADER, MemberChange.LEFT, null, MAY))
                .nothing();
    }

    @Test
    void refuses_to_let_the_head_leave() {
        programme(GROUP).when(change(LEADER, MemberChange.LEFT, null, MARCH)).refused("head-cannot-leave-group");
    }

    @Test
    void refuses_to_let_one_leave_who_never_was_in_it() {
        programme(GROUP).when(change(CLERK, MemberChange.LEFT, null, MARCH)).refused("group-member-not-found");
    }

    @Test
    void refuses_to_let_one_leave_late_whose_duty_changes_later() {
        programme(GROUP, changed(DEPUTY, MemberChange.DUTY_CHANGED, "办公室主任", MAY))
                .when(change(DEPUTY, MemberChange.LEFT, null, MARCH))
                .refused("contradicts-later");
    }

    @Test
    void refuses_to_join_without_a_duty() {
        programme(GROUP).when(change(CLERK, MemberChange.JOINED, null, MARCH)).refusedField("/duty", "required");
    }

    @Test
    void refuses_to_leave_with_a_duty() {
        programme(GROUP)
                .when(change(DEPUTY, MemberChange.LEFT, "成员", MARCH))
                .refusedField("/duty", "not-with-this-change");
    }

    @Test
    void refuses_a_change_before_the_group() {
        programme(group(1, null, MARCH))
                .when(change(CLERK, MemberChange.JOINED, "成员", START))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_change_in_a_group_nobody_established() {
        programme().when(change(CLERK, MemberChange.JOINED, "成员", START)).refused("leading-group-not-found");
    }

    @Test
    void refuses_a_change_in_a_voided_group() {
        programme(GROUP, voided(GROUP))
                .when(change(CLERK, MemberChange.JOINED, "成员", START))
                .refused("leading-group-not-found");
    }

    @Test
    void refuses_a_cadre_nobody_knows_in_a_group() {
        programme(GROUP).when(change(UNKNOWN, MemberChange.JOINED, "成员", START)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_change_ahead() {
        programme(GROUP).when(change(CLERK, MemberChange.JOINED, "成员", AHEAD)).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_change_after_the_last_day() {
        programme(GROUP, closed(MARCH))
                .when(change(CLERK, MemberChange.JOINED, "成员", MAY))
                .refused("programme-closed");
    }

    // VoidLeadingGroup

    @Test
    void voids_a_group() {
        programme(GROUP).when(voidGroup(GROUP.groupId(), START)).events(voided(GROUP));
    }

    @Test
    void voiding_a_group_twice_changes_nothing() {
        programme(GROUP, voided(GROUP)).when(voidGroup(GROUP.groupId(), null)).nothing();
    }

    @Test
    void refuses_to_void_a_group_nobody_established() {
        programme().when(voidGroup(UNKNOWN, null)).refused("leading-group-not-found");
    }

    @Test
    void refuses_to_void_a_group_on_another_day() {
        programme(GROUP).when(voidGroup(GROUP.groupId(), MAY)).refusedField("/occurredOn");
    }

    // AdoptImplementationPlan

    @Test
    void adopts_a_plan() {
        programme()
                .when(new AdoptImplementationPlan(ID, "实施方案", "2号", UNKNOWN, MARCH))
                .events(new ImplementationPlanAdopted(
                        ID, OFFICE, "5303", fixture.eventId(0), "实施方案", "2号", UNKNOWN, MARCH));
    }

    @Test
    void adopting_the_plan_in_force_changes_nothing() {
        programme(new ImplementationPlanAdopted(ID, OFFICE, "5303", entry(40), "实施方案", null, null, MARCH))
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null, MAY))
                .nothing();
    }

    @Test
    void adopts_a_plan_late_before_another() {
        programme(new ImplementationPlanAdopted(ID, OFFICE, "5303", entry(40), "实施方案", null, null, MAY))
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null, MARCH))
                .events(new ImplementationPlanAdopted(
                        ID, OFFICE, "5303", fixture.eventId(0), "实施方案", null, null, MARCH));
    }

    @Test
    void refuses_a_plan_without_a_title() {
        programme().when(new AdoptImplementationPlan(ID, "", null, null, MARCH)).refusedField("/title");
    }

    @Test
    void refuses_a_plan_before_the_launch() {
        programme()
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null, EARLY))
                .refused("out-of-order");
    }

    @Test
    void refuses_a_plan_after_the_last_day() {
        programme(closed(MARCH))
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null, MAY))
                .refused("programme-closed");
    }

    @Test
    void refuses_a_plan_ahead() {
        programme()
                .when(new AdoptImplementationPlan(ID, "实施方案", null, null, AHEAD))
                .refusedField("/occurredOn");
    }

    // AssignSponsor

    @Test
    void assigns_a_sponsor_to_a_village() {
        programme().when(assign(VILLAGE, LEADER, MARCH)).events(sponsor(fixture.eventId(0), LEADER, null, MARCH));
    }

    @Test
    void assigns_a_sponsor_to_a_township() {
        programme()
                .when(assign(TOWNSHIP, LEADER, MARCH))
                .events(new SponsorAssigned(ID, OFFICE, TOWNSHIP, fixture.eventId(0), LEADER, null, null, MARCH));
    }

    @Test
    void the_next_sponsor_takes_the_place_of_the_former() {
        programme(SPONSOR).when(assign(VILLAGE, DEPUTY, MAY)).events(sponsor(fixture.eventId(0), DEPUTY, SPONSOR, MAY));
    }

    @Test
    void after_a_void_the_place_has_no_former_sponsor() {
        programme(SPONSOR, voided(SPONSOR))
                .when(assign(VILLAGE, DEPUTY, START))
                .events(sponsor(fixture.eventId(0), DEPUTY, null, START));
    }

    @Test
    void assigning_the_sponsor_of_the_place_changes_nothing() {
        programme(SPONSOR).when(assign(VILLAGE, LEADER, MAY)).nothing();
    }

    @Test
    void refuses_a_sponsor_before_the_one_the_place_has() {
        programme(SPONSOR).when(assign(VILLAGE, DEPUTY, MARCH.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_sponsor_for_a_county() {
        programme().when(assign("530328", LEADER, MARCH)).refusedField("/divisionId", "not-a-township-or-village");
    }

    @Test
    void refuses_a_sponsor_for_a_place_outside_the_programme() {
        programme().when(assign("530402202", LEADER, MARCH)).refusedField("/divisionId", "outside-the-programme");
    }

    @Test
    void refuses_a_sponsor_for_a_place_nobody_knows() {
        programme().when(assign("530328202299", LEADER, MARCH)).refused("division-not-found");
    }

    @Test
    void refuses_a_sponsor_nobody_knows() {
        programme().when(assign(VILLAGE, UNKNOWN, MARCH)).refused("cadre-not-found");
    }

    @Test
    void refuses_a_sponsor_who_serves_no_longer() {
        programme().when(assign(VILLAGE, RETIRED, MARCH)).refused("cadre-not-in-service");
    }

    @Test
    void refuses_a_sponsor_before_the_launch() {
        programme().when(assign(VILLAGE, LEADER, EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_a_sponsor_after_the_last_day() {
        programme(closed(MARCH)).when(assign(VILLAGE, LEADER, MAY)).refused("programme-closed");
    }

    @Test
    void refuses_a_sponsor_ahead() {
        programme().when(assign(VILLAGE, LEADER, AHEAD)).refusedField("/occurredOn");
    }

    // VoidSponsor

    @Test
    void voids_the_last_sponsor_alone() {
        programme(SPONSOR, NEXT_SPONSOR)
                .when(voidSponsor(NEXT_SPONSOR.sponsorshipId(), MAY))
                .events(voided(NEXT_SPONSOR));
    }

    @Test
    void voids_with_a_sponsor_those_who_followed_the_last_first() {
        programme(SPONSOR, NEXT_SPONSOR)
                .when(voidSponsor(SPONSOR.sponsorshipId(), null))
                .events(voided(NEXT_SPONSOR), voided(SPONSOR));
    }

    @Test
    void voiding_a_sponsor_twice_changes_nothing() {
        programme(SPONSOR, voided(SPONSOR))
                .when(voidSponsor(SPONSOR.sponsorshipId(), null))
                .nothing();
    }

    @Test
    void refuses_to_void_a_sponsor_nobody_assigned() {
        programme().when(voidSponsor(UNKNOWN, null)).refused("sponsor-not-found");
    }

    @Test
    void refuses_to_void_a_sponsor_on_another_day() {
        programme(SPONSOR).when(voidSponsor(SPONSOR.sponsorshipId(), MAY)).refusedField("/occurredOn");
    }

    // OpenVisitRound

    @Test
    void opens_a_round() {
        programme().when(open("第一轮", MARCH)).events(round(fixture.eventId(0), "第一轮", MARCH));
    }

    @Test
    void opens_another_round_on_the_same_day() {
        programme(ROUND).when(open("第二轮", MARCH)).events(round(fixture.eventId(0), "第二轮", MARCH));
    }

    @Test
    void opens_another_round_of_the_same_name_on_an_earlier_day() {
        programme(ROUND).when(open("第一轮", START)).events(round(fixture.eventId(0), "第一轮", START));
    }

    @Test
    void opening_a_round_that_is_open_since_that_day_changes_nothing() {
        programme(ROUND).when(open("第一轮", MARCH)).nothing();
    }

    @Test
    void refuses_a_round_without_a_name() {
        programme().when(open("", MARCH)).refusedField("/name");
    }

    @Test
    void refuses_a_round_before_the_launch() {
        programme().when(open("第一轮", EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_a_round_after_the_last_day() {
        programme(closed(MARCH)).when(open("第一轮", MAY)).refused("programme-closed");
    }

    @Test
    void refuses_a_round_ahead() {
        programme().when(open("第一轮", AHEAD)).refusedField("/occurredOn");
    }

    // VoidVisitRound

    @Test
    void voids_a_round() {
        programme(ROUND).when(voidRound(ROUND.roundId(), null)).events(voided(ROUND));
    }

    @Test
    void voiding_a_round_twice_changes_nothing() {
        programme(ROUND, voided(ROUND)).when(voidRound(ROUND.roundId(), null)).nothing();
    }

    @Test
    void refuses_to_void_a_round_nobody_opened() {
        programme().when(voidRound(UNKNOWN, null)).refused("visit-round-not-found");
    }

    @Test
    void refuses_to_void_a_round_on_another_day() {
        programme(ROUND).when(voidRound(ROUND.roundId(), MAY)).refusedField("/occurredOn");
    }

    // SetTwoPersonRule

    @Test
    void sets_the_two_person_rule() {
        programme().when(new SetTwoPersonRule(ID, true, MARCH)).events(twoPersons(true, MARCH));
    }

    @Test
    void sets_the_rule_late_before_it_was_lifted() {
        programme(twoPersons(true, MARCH), twoPersons(false, MAY))
                .when(new SetTwoPersonRule(ID, false, LocalDate.of(2012, 4, 1)))
                .events(twoPersons(false, LocalDate.of(2012, 4, 1)));
    }

    @Test
    void not_requiring_what_was_never_required_changes_nothing() {
        programme().when(new SetTwoPersonRule(ID, false, MARCH)).nothing();
    }

    @Test
    void requiring_what_is_required_on_the_day_changes_nothing() {
        programme(twoPersons(true, MARCH), twoPersons(false, MAY))
                .when(new SetTwoPersonRule(ID, true, MARCH))
                .nothing();
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_rule_that_says_nothing() {
        programme().when(new SetTwoPersonRule(ID, null, MARCH)).refusedField("/required");
    }

    @Test
    void refuses_a_rule_before_the_launch() {
        programme().when(new SetTwoPersonRule(ID, true, EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_a_rule_after_the_last_day() {
        programme(closed(MARCH)).when(new SetTwoPersonRule(ID, true, MAY)).refused("programme-closed");
    }

    @Test
    void refuses_a_rule_ahead() {
        programme().when(new SetTwoPersonRule(ID, true, AHEAD)).refusedField("/occurredOn");
    }

    // CloseProgramme

    @Test
    void closes() {
        programme()
                .when(new CloseProgramme(ID, REASON, "DONE", MAY))
                .events(new ProgrammeClosed(ID, OFFICE, "5303", REASON, "DONE", MAY));
    }

    @Test
    void closing_a_closed_programme_changes_nothing() {
        programme(closed(MARCH)).when(close(null)).nothing();
    }

    @Test
    void closing_with_an_earlier_day_takes_the_place_of_the_later() {
        programme(closed(MAY)).when(close(MARCH)).events(closed(MARCH));
    }

    @Test
    void closes_after_what_was_voided() {
        LinkQuotaDefined late = quota(1, UPPER, 5, MAY, "131");
        programme(late, voided(late)).when(close(MARCH)).events(closed(MARCH));
    }

    @Test
    void refuses_to_close_before_a_quota() {
        programme(quota(1, UPPER, 5, MAY, "131")).when(close(MARCH)).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_change_in_a_group() {
        programme(GROUP, changed(CLERK, MemberChange.JOINED, "成员", MAY))
                .when(close(MARCH))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_rule() {
        programme(twoPersons(true, MAY)).when(close(MARCH)).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_tasks() {
        programme(tasks(SEVEN, MAY)).when(close(MARCH)).refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_a_plan() {
        programme(new ImplementationPlanAdopted(ID, OFFICE, "5303", entry(40), "实施方案", null, null, MAY))
                .when(close(MARCH))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_close_before_the_launch() {
        programme().when(close(EARLY)).refused("out-of-order");
    }

    @Test
    void refuses_to_close_a_voided_programme() {
        programme(voided(LAUNCHED)).when(close(MAY)).refused("programme-voided");
    }

    @Test
    void refuses_to_close_ahead() {
        programme().when(close(AHEAD)).refusedField("/occurredOn");
    }

    // VoidProgramme

    @Test
    void voids_a_programme() {
        programme().when(voidProgramme(START)).events(voided(LAUNCHED));
    }

    @Test
    void voids_with_a_programme_what_stands_in_it_the_last_first() {
        programme(FIVE, THREE, GROUP, voided(FIVE), SPONSOR, NEXT_SPONSOR, ROUND)
                .when(voidProgramme(null))
                .events(
                        voided(ROUND),
                        voided(NEXT_SPONSOR),
                        voided(SPONSOR),
                        voided(GROUP),
                        voided(THREE),
                        voided(LAUNCHED));
    }

    @Test
    void voids_a_programme_launched_again_by_its_second_launch() {
        ProgrammeLaunched again = launched(ID, "5303", MARCH);
        programme(voided(LAUNCHED), again)
                .when(voidProgramme(null))
                .events(new ProgrammeVoided(
                        ID, OFFICE, "5303", CommandFixture.givenId(2), again, REASON, "TYPO", MARCH));
    }

    @Test
    void voiding_a_programme_twice_changes_nothing() {
        programme(voided(LAUNCHED)).when(voidProgramme(null)).nothing();
    }

    @Test
    void refuses_to_void_a_closed_programme() {
        programme(closed(MAY)).when(voidProgramme(null)).refused("programme-closed");
    }

    @Test
    void refuses_to_void_a_programme_on_another_day() {
        programme().when(voidProgramme(MAY)).refusedField("/occurredOn");
    }
}
