package org.minqing.command.household;

import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.household.HouseholdCommand.AddHouseholdMember;
import org.minqing.command.household.HouseholdCommand.ArchiveHousehold;
import org.minqing.command.household.HouseholdCommand.ChangeHouseholdHead;
import org.minqing.command.household.HouseholdCommand.ClassifyHousehold;
import org.minqing.command.household.HouseholdCommand.RegisterHousehold;
import org.minqing.command.household.HouseholdCommand.RelocateHousehold;
import org.minqing.command.household.HouseholdCommand.RemoveHouseholdMember;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.form.PersonInput;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.HouseholdEvent.Removal;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.household.MemberRelation;
import org.minqing.events.linkpoint.LinkPointEvent.CadreAssignedToHousehold;
import org.minqing.events.linkpoint.LinkPointEvent.Link;
import org.minqing.events.linkpoint.LinkPointEvent.Site;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;

class HouseholdTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID FATHER = new UUID(3, 1);
    private static final UUID MOTHER = new UUID(3, 2);
    private static final UUID SON = new UUID(3, 3);
    private static final UUID STRANGER = new UUID(3, 9);
    private static final String VILLAGE = "530328202207";
    private static final Residence RESIDENCE = new Residence(ID, VILLAGE, 7);
    private static final String OTHER_VILLAGE = "530328202208";
    private static final LocalDate START = LocalDate.of(2011, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);
    private static final LocalDate MAY = LocalDate.of(2012, 5, 1);
    private static final LocalDate AHEAD = CommandFixture.TODAY.plusDays(1);
    private static final Sealed REASON = sealed("household:" + ID, "登记有误");

    private static final HouseholdRegistered REGISTERED = registered(7, "12", "小庄子村");
    private static final HouseholdMemberAdded SON_ADDED = added(SON, "20", MARCH);
    private static final HouseholdMemberRemoved MOTHER_LEFT = removed(MOTHER, MAY);
    private static final HouseholdHeadChanged MOTHER_HEADS = headed(FATHER, MOTHER, MAY);

    private final CommandFixture fixture =
            new CommandFixture(Household.class).division(VILLAGE, "水田").division(OTHER_VILLAGE, "偏山");

    private static PersonInput input(UUID id, @Nullable String relation) {
        Person p = person(id, relation);
        return new PersonInput(id, p.name(), null, p.sex(), relation, null, null);
    }

    private static Person person(UUID id, @Nullable String relation) {
        return new Person(id, sealed("person:" + id, "示例"), null, "9", relation, null, null);
    }

    private static HouseholdRegistered registered(int group, String no, @Nullable String naturalVillage) {
        return new HouseholdRegistered(
                new Residence(ID, VILLAGE, group),
                no,
                person(FATHER, "02"),
                List.of(person(MOTHER, "10")),
                naturalVillage,
                START);
    }

    private static HouseholdMemberAdded added(UUID id, @Nullable String relation, LocalDate day) {
        return new HouseholdMemberAdded(RESIDENCE, person(id, relation), day);
    }

    private static HouseholdMemberRemoved removed(UUID id, LocalDate day) {
        return new HouseholdMemberRemoved(RESIDENCE, id, null, null, day);
    }

    private static HouseholdHeadChanged headed(UUID former, UUID head, LocalDate day) {
        return new HouseholdHeadChanged(RESIDENCE, former, head, List.of(), day);
    }

    private static HouseholdClassified classified(LocalDate day, String... kinds) {
        return new HouseholdClassified(RESIDENCE, List.of(kinds), day);
    }

    private static HouseholdArchived archived(LocalDate day) {
        return new HouseholdArchived(RESIDENCE, null, null, day);
    }

    private static HouseholdRelocated moved(LocalDate day) {
        return new HouseholdRelocated(new Removal(ID, VILLAGE, 7, OTHER_VILLAGE, 2), "12", null, day);
    }

    private static RegisterHousehold register(String village, int group, PersonInput head, PersonInput... members) {
        return new RegisterHousehold(ID, village, group, "12", head, List.of(members), "小庄子村", null);
    }

    private static AddHouseholdMember add(UUID id, @Nullable String relation) {
        return new AddHouseholdMember(ID, input(id, relation), null);
    }

    private static RemoveHouseholdMember remove(UUID id) {
        return new RemoveHouseholdMember(ID, id);
    }

    private static ChangeHouseholdHead head(UUID id) {
        return new ChangeHouseholdHead(ID, id, null);
    }

    private static ClassifyHousehold classify(String... kinds) {
        return new ClassifyHousehold(ID, List.of(kinds));
    }

    private static RelocateHousehold relocate(@Nullable String village, int group) {
        return new RelocateHousehold(ID, village, group, null, null, null);
    }

    private static ArchiveHousehold archive() {
        return new ArchiveHousehold(ID);
    }

    private static Corrected<HouseholdEvent> corrected(HouseholdEvent before, HouseholdEvent after) {
        return corrected(0, before, after);
    }

    private static Corrected<HouseholdEvent> corrected(int ordinal, HouseholdEvent before, HouseholdEvent after) {
        return new Corrected<>(CommandFixture.givenId(ordinal), before, after, CommandFixture.REASON, null);
    }

    private static <E extends DomainEvent> Voided<E> voided(int ordinal, E event) {
        return new Voided<>(CommandFixture.givenId(ordinal), event, CommandFixture.REASON, null);
    }

    private static Person withSex(Person p, String sex) {
        return new Person(p.personId(), p.name(), null, sex, p.relation(), null, null);
    }

    private CommandFixture household(DomainEvent... later) {
        return fixture.given(REGISTERED).given(later);
    }

    // RegisterHousehold

    @Test
    void registers_with_head_and_members() {
        fixture.on(START)
                .when(register(VILLAGE, 7, input(FATHER, "02"), input(MOTHER, "10")))
                .events(REGISTERED);
    }

    @Test
    void registers_under_a_made_id_and_today_when_only_what_must_be_is_given() {
        fixture.when(new RegisterHousehold(null, VILLAGE, 7, "12", input(FATHER, null), null, null, null))
                .events(new HouseholdRegistered(
                        new Residence(fixture.madeId(), VILLAGE, 7),
                        "12",
                        person(FATHER, null),
                        List.of(),
                        null,
                        CommandFixture.TODAY));
    }

    @Test
    void refuses_a_member_who_is_called_the_head() {
        fixture.when(register(VILLAGE, 7, input(FATHER, null), input(SON, "20"), input(MOTHER, "02")))
                .refusedField("/members/1/relation", "second-head");
    }

    @Test
    void refuses_a_head_who_is_called_somebody_else() {
        fixture.when(register(VILLAGE, 7, input(FATHER, "20"))).refusedField("/head/relation", "not-the-head");
    }

    @Test
    void refuses_one_person_twice() {
        fixture.when(register(VILLAGE, 7, input(FATHER, null), input(MOTHER, null), input(MOTHER, null)))
                .refusedField("/members/1/personId");
    }

    @Test
    void refuses_the_head_among_the_members() {
        fixture.when(register(VILLAGE, 7, input(FATHER, null), input(FATHER, null)))
                .refusedField("/members/0/personId");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_household_without_a_head() {
        fixture.on(START)
                .when(new RegisterHousehold(ID, VILLAGE, 7, "12", null, null, null, null))
                .refusedField("/head");
    }

    @Test
    void refuses_a_relation_that_is_no_code() {
        fixture.when(register(VILLAGE, 7, input(FATHER, null), input(SON, "98")))
                .refused("invalid-field");
    }

    @Test
    void refuses_group_zero() {
        fixture.when(register(VILLAGE, 0, input(FATHER, null))).refusedField("/group");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_household_without_a_group() {
        fixture.on(START)
                .when(new RegisterHousehold(ID, VILLAGE, null, "12", input(FATHER, null), null, null, null))
                .refusedField("/group");
    }

    @Test
    void refuses_a_household_without_a_number() {
        fixture.on(START)
                .when(new RegisterHousehold(ID, VILLAGE, 7, "", input(FATHER, null), null, null, null))
                .refusedField("/householdNo");
    }

    @Test
    void refuses_a_village_nobody_knows() {
        fixture.when(register("530328202299", 7, input(FATHER, null))).refused("division-not-found");
    }

    @Test
    void refuses_a_township_for_a_village() {
        fixture.division("530328202", "播乐乡")
                .when(register("530328202", 7, input(FATHER, null)))
                .refusedField("/villageCode");
    }

    @Test
    void refuses_to_register_ahead() {
        fixture.on(AHEAD)
                .when(new RegisterHousehold(ID, VILLAGE, 7, "12", input(FATHER, null), null, null, null))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_one_that_stands() {
        household().when(register(VILLAGE, 7, input(FATHER, null))).refused("already-exists");
    }

    @Test
    void refuses_to_register_one_that_stands_from_an_earlier_day() {
        household()
                .on(START.minusDays(1))
                .when(register(VILLAGE, 7, input(FATHER, null)))
                .refused("already-exists");
    }

    @Test
    void refuses_to_register_one_that_is_archived() {
        household(archived(MAY)).when(register(VILLAGE, 7, input(FATHER, null))).refused("already-exists");
    }

    // AddHouseholdMember

    @Test
    void adds_a_member() {
        household().on(MARCH).when(add(SON, "20")).events(SON_ADDED);
    }

    @Test
    void adds_a_member_late_where_the_household_lived_then() {
        household(moved(MAY)).on(MARCH).when(add(SON, "20")).events(SON_ADDED);
    }

    @Test
    void adds_a_member_where_the_household_lives_now() {
        household(moved(MAY))
                .on(MAY)
                .when(add(SON, "20"))
                .events(new HouseholdMemberAdded(new Residence(ID, OTHER_VILLAGE, 2), person(SON, "20"), MAY));
    }

    @Test
    void adds_one_who_left_again() {
        household(MOTHER_LEFT).on(MAY).when(add(MOTHER, "10")).events(added(MOTHER, "10", MAY));
    }

    @Test
    void adds_from_an_earlier_day_one_who_was_added_too_late() {
        household(SON_ADDED).on(START).when(add(SON, "20")).events(added(SON, "20", START));
    }

    @Test
    void refuses_to_add_a_member_twice() {
        household(SON_ADDED).on(MAY).when(add(SON, "20")).refused("already-exists");
    }

    @Test
    void refuses_to_add_the_head() {
        household().on(MAY).when(add(FATHER, null)).refused("already-exists");
    }

    @Test
    void refuses_to_add_a_second_head() {
        household().on(MAY).when(add(SON, "02")).refusedField("/member/relation", "second-head");
    }

    @Test
    void refuses_a_member_before_the_household() {
        household().on(START.minusDays(1)).when(add(SON, "20")).refused("out-of-order");
    }

    @Test
    void refuses_a_member_ahead() {
        household().on(AHEAD).when(add(SON, "20")).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_member_of_an_archived_household() {
        household(archived(MARCH)).on(MARCH).when(add(SON, "20")).refused("household-archived");
    }

    @Test
    void adds_a_member_late_from_before_the_archiving() {
        household(archived(MAY)).on(MARCH).when(add(SON, "20")).events(SON_ADDED);
    }

    // RemoveHouseholdMember

    @Test
    void removes_a_member() {
        household()
                .because(REASON, "MOVED")
                .on(MAY)
                .when(remove(MOTHER))
                .events(new HouseholdMemberRemoved(RESIDENCE, MOTHER, REASON, "MOVED", MAY));
    }

    @Test
    void removes_from_an_earlier_day_one_who_was_removed_too_late() {
        household(MOTHER_LEFT).on(MARCH).when(remove(MOTHER)).events(removed(MOTHER, MARCH));
    }

    @Test
    void removes_the_former_head_on_the_day_another_takes_over() {
        household(MOTHER_HEADS).on(MAY).when(remove(FATHER)).events(removed(FATHER, MAY));
    }

    @Test
    void removing_one_who_has_left_changes_nothing() {
        household(MOTHER_LEFT).when(remove(MOTHER)).nothing();
    }

    @Test
    void refuses_to_remove_the_head() {
        household().on(MAY).when(remove(FATHER)).refused("head-cannot-leave");
    }

    @Test
    void refuses_to_remove_late_who_was_still_the_head_then() {
        household(MOTHER_HEADS).on(MARCH).when(remove(FATHER)).refused("head-cannot-leave");
    }

    @Test
    void refuses_to_remove_late_who_heads_the_household_later() {
        household(MOTHER_HEADS).on(MARCH).when(remove(MOTHER)).refused("contradicts-later");
    }

    @Test
    void removes_late_who_heads_the_household_later_but_came_back_before() {
        household(added(MOTHER, "10", LocalDate.of(2012, 4, 1)), MOTHER_HEADS)
                .on(MARCH)
                .when(remove(MOTHER))
                .events(removed(MOTHER, MARCH));
    }

    @Test
    void refuses_to_remove_a_stranger() {
        household().on(MAY).when(remove(STRANGER)).refused("member-not-found");
    }

    @Test
    void refuses_to_remove_one_before_joining() {
        household(SON_ADDED).on(MARCH.minusDays(1)).when(remove(SON)).refused("out-of-order");
    }

    @Test
    void refuses_to_remove_one_before_joining_though_another_had_joined() {
        household(added(STRANGER, "20", MARCH.minusDays(9)), SON_ADDED)
                .on(MARCH.minusDays(1))
                .when(remove(SON))
                .refused("out-of-order");
    }

    @Test
    void refuses_to_remove_before_the_household_was_registered() {
        household().on(START.minusDays(1)).when(remove(MOTHER)).refused("out-of-order");
    }

    @Test
    void refuses_to_remove_ahead() {
        household().on(AHEAD).when(remove(MOTHER)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_remove_from_an_archived_household() {
        household(archived(MARCH)).on(MAY).when(remove(MOTHER)).refused("household-archived");
    }

    // ChangeHouseholdHead

    @Test
    void another_member_heads_the_household() {
        household().on(MAY).when(head(MOTHER)).events(MOTHER_HEADS);
    }

    @Test
    void says_what_others_are_to_the_new_head() {
        household()
                .on(MAY)
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(FATHER, "10"))))
                .events(new HouseholdHeadChanged(
                        RESIDENCE, FATHER, MOTHER, List.of(new MemberRelation(FATHER, "10")), MAY));
    }

    @Test
    void another_headed_the_household_for_a_while() {
        household(SON_ADDED, headed(FATHER, SON, MAY))
                .on(MARCH)
                .when(head(MOTHER))
                .events(headed(FATHER, MOTHER, MARCH));
    }

    @Test
    void making_the_head_the_head_changes_nothing() {
        household(MOTHER_HEADS).when(head(MOTHER)).nothing();
        fixture.when(headOver(STRANGER)).refused("member-not-found");
    }

    @Test
    void saying_again_what_others_are_to_the_head_changes_nothing() {
        household(new HouseholdHeadChanged(RESIDENCE, FATHER, MOTHER, List.of(new MemberRelation(FATHER, "10")), MARCH))
                .on(MAY)
                .when(headOver(FATHER))
                .nothing();
    }

    /** The mother heads the household, and somebody is her spouse. */
    private static ChangeHouseholdHead headOver(UUID member) {
        return new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(member, "10")));
    }

    @Test
    void what_others_are_to_the_head_who_heads_it_already_is_not_dropped_in_silence() {
        household()
                .on(MAY)
                .when(new ChangeHouseholdHead(ID, FATHER, List.of(new ChangeHouseholdHead.Relation(MOTHER, "10"))))
                .refused("already-the-head");
        household(MOTHER_HEADS).when(headOver(FATHER)).refused("already-the-head");
    }

    @Test
    void making_the_head_of_that_day_the_head_changes_nothing() {
        household(MOTHER_HEADS).on(MARCH).when(head(FATHER)).nothing();
    }

    @Test
    void refuses_a_head_from_outside() {
        household().on(MAY).when(head(STRANGER)).refused("member-not-found");
    }

    @Test
    void refuses_a_head_who_joined_later() {
        household(SON_ADDED).on(MARCH.minusDays(1)).when(head(SON)).refused("member-not-found");
    }

    @Test
    void refuses_a_late_head_who_leaves_later_while_heading() {
        household(MOTHER_LEFT).on(MARCH).when(head(MOTHER)).refused("contradicts-later");
    }

    @Test
    void refuses_what_a_stranger_is_to_the_new_head() {
        household()
                .on(MAY)
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(STRANGER, "20"))))
                .refused("member-not-found");
    }

    @Test
    void refuses_what_the_new_head_is_to_the_new_head() {
        household()
                .on(MAY)
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(MOTHER, "10"))))
                .refusedField("/relations/0/memberId");
    }

    @Test
    void refuses_a_second_head_among_the_relations() {
        household()
                .on(MAY)
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(FATHER, "02"))))
                .refusedField("/relations/0/relation", "second-head");
    }

    @Test
    void refuses_a_head_before_the_household_was_registered() {
        household().on(START.minusDays(1)).when(head(MOTHER)).refused("out-of-order");
    }

    @Test
    void refuses_a_head_ahead() {
        household().on(AHEAD).when(head(MOTHER)).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_head_of_an_archived_household() {
        household(archived(MARCH)).on(MAY).when(head(MOTHER)).refused("household-archived");
    }

    // ClassifyHousehold

    @Test
    void classifies() {
        household().on(MAY).when(classify("低保户", "烈属")).events(classified(MAY, "低保户", "烈属"));
    }

    @Test
    void names_a_kind_once() {
        household().on(MAY).when(classify("低保户", "低保户")).events(classified(MAY, "低保户"));
    }

    @Test
    void classifies_late_before_another_classification() {
        household(classified(MAY, "低保户")).on(MARCH).when(classify("五保户")).events(classified(MARCH, "五保户"));
    }

    @Test
    void takes_all_kinds_away() {
        household(classified(MARCH, "低保户")).on(MAY).when(classify()).events(classified(MAY));
    }

    @Test
    void classifying_as_it_is_changes_nothing_whatever_the_order() {
        household(classified(MARCH, "低保户", "烈属"))
                .on(MAY)
                .when(classify("烈属", "低保户"))
                .nothing();
    }

    @Test
    void classifying_as_it_was_on_that_day_changes_nothing() {
        household(classified(MAY, "低保户")).on(MARCH).when(classify()).nothing();
    }

    @Test
    void refuses_a_blank_kind() {
        household().on(MAY).when(classify(" ")).refused("invalid-field");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_classification_without_kinds() {
        household().on(MAY).when(new ClassifyHousehold(ID, null)).refusedField("/kinds");
    }

    @Test
    void refuses_to_classify_before_the_household_was_registered() {
        household().on(START.minusDays(1)).when(classify("低保户")).refused("out-of-order");
    }

    @Test
    void refuses_to_classify_ahead() {
        household().on(AHEAD).when(classify("低保户")).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_classify_an_archived_household() {
        household(archived(MARCH)).on(MAY).when(classify("低保户")).refused("household-archived");
    }

    // RelocateHousehold

    @Test
    void moves_to_another_village_keeping_its_number_and_leaving_its_natural_village() {
        household().on(MAY).when(relocate(OTHER_VILLAGE, 2)).events(moved(MAY));
    }

    @Test
    void moves_to_another_group_keeping_its_natural_village() {
        household()
                .on(MAY)
                .when(relocate(null, 8))
                .events(new HouseholdRelocated(new Removal(ID, VILLAGE, 7, VILLAGE, 8), "12", "小庄子村", MAY));
    }

    @Test
    void moves_with_a_new_number_to_another_natural_village() {
        household()
                .on(MAY)
                .when(new RelocateHousehold(ID, OTHER_VILLAGE, 2, "3", "大庄子村", null))
                .events(new HouseholdRelocated(new Removal(ID, VILLAGE, 7, OTHER_VILLAGE, 2), "3", "大庄子村", MAY));
    }

    @Test
    void moves_within_its_village_to_another_natural_village() {
        household()
                .on(MAY)
                .when(new RelocateHousehold(ID, null, 8, null, "大庄子村", null))
                .events(new HouseholdRelocated(new Removal(ID, VILLAGE, 7, VILLAGE, 8), "12", "大庄子村", MAY));
    }

    @Test
    void keeps_the_number_it_was_last_given() {
        Removal there = new Removal(ID, VILLAGE, 7, OTHER_VILLAGE, 2);
        Removal back = new Removal(ID, OTHER_VILLAGE, 2, VILLAGE, 7);
        household(new HouseholdRelocated(there, "3", null, MARCH))
                .on(MAY)
                .when(relocate(VILLAGE, 7))
                .events(new HouseholdRelocated(back, "3", null, MAY));
        new CommandFixture(Household.class)
                .division(VILLAGE, "水田")
                .given(REGISTERED, new HouseholdRelocated(there, null, null, MARCH))
                .on(MAY)
                .when(relocate(VILLAGE, 7))
                .events(new HouseholdRelocated(back, "12", null, MAY));
    }

    @Test
    void moves_late_before_another_move() {
        household(moved(MAY))
                .on(MARCH)
                .when(relocate(null, 8))
                .events(new HouseholdRelocated(new Removal(ID, VILLAGE, 7, VILLAGE, 8), "12", "小庄子村", MARCH));
    }

    @Test
    void moves_back() {
        household(moved(MARCH))
                .on(MAY)
                .when(relocate(VILLAGE, 7))
                .events(new HouseholdRelocated(new Removal(ID, OTHER_VILLAGE, 2, VILLAGE, 7), "12", null, MAY));
    }

    @Test
    void moving_to_where_it_lives_changes_nothing() {
        household(moved(MAY)).when(relocate(OTHER_VILLAGE, 2)).nothing();
    }

    @Test
    void moving_to_where_it_lived_on_that_day_changes_nothing() {
        household(moved(MAY)).on(MARCH).when(relocate(VILLAGE, 7)).nothing();
    }

    @Test
    void refuses_to_move_to_a_village_nobody_knows() {
        household().on(MAY).when(relocate("530328202299", 2)).refused("division-not-found");
    }

    @Test
    void refuses_to_move_to_a_township() {
        fixture.division("530328202", "播乐乡");
        household().on(MAY).when(relocate("530328202", 2)).refusedField("/villageCode");
    }

    @Test
    void refuses_to_move_to_group_zero() {
        household().on(MAY).when(relocate(null, 0)).refusedField("/group");
    }

    @Test
    void refuses_to_move_before_it_was_registered() {
        household().on(START.minusDays(1)).when(relocate(null, 8)).refused("out-of-order");
    }

    @Test
    void refuses_to_move_ahead() {
        household().on(AHEAD).when(relocate(null, 8)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_move_an_archived_household() {
        household(archived(MARCH)).on(MAY).when(relocate(null, 8)).refused("household-archived");
    }

    // Correct

    private static String people(String members) {
        return "{\"members\": [" + members + "]}";
    }

    @Test
    void corrects_group_and_number() {
        household()
                .whenCorrected(CommandFixture.givenId(0), "{\"group\": 8, \"householdNo\": \"13\"}")
                .events(corrected(REGISTERED, registered(8, "13", "小庄子村")));
    }

    @Test
    void a_second_correction_starts_from_the_first() {
        household(corrected(REGISTERED, registered(8, "12", "小庄子村")))
                .whenCorrected(CommandFixture.givenId(0), "{\"householdNo\": \"13\"}")
                .events(corrected(registered(8, "12", "小庄子村"), registered(8, "13", "小庄子村")));
    }

    @Test
    void corrects_the_village() {
        household()
                .whenCorrected(CommandFixture.givenId(0), "{\"villageCode\": \"" + OTHER_VILLAGE + "\"}")
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                new Residence(ID, OTHER_VILLAGE, 7),
                                "12",
                                REGISTERED.head(),
                                REGISTERED.members(),
                                "小庄子村",
                                START)));
    }

    @Test
    void corrects_and_empties_the_natural_village() {
        household()
                .whenCorrected(CommandFixture.givenId(0), "{\"naturalVillage\": \"大庄子村\"}")
                .events(corrected(REGISTERED, registered(7, "12", "大庄子村")));
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"naturalVillage\": null}")
                .events(corrected(REGISTERED, registered(7, "12", null)));
    }

    @Test
    void corrects_an_archived_household() {
        household(archived(MAY))
                .whenCorrected(CommandFixture.givenId(0), "{\"group\": 8}")
                .events(
                        corrected(REGISTERED, registered(8, "12", "小庄子村")),
                        corrected(
                                1,
                                archived(MAY),
                                new HouseholdArchived(new Residence(ID, VILLAGE, 8), null, null, MAY)));
    }

    @Test
    void what_was_entered_later_lived_where_the_household_is_said_to_have_lived() {
        HouseholdRelocated moved = moved(MAY);
        Removal from = (Removal) moved.of();
        household(moved)
                .whenCorrected(CommandFixture.givenId(0), "{\"group\": 8}")
                .events(
                        corrected(REGISTERED, registered(8, "12", "小庄子村")),
                        corrected(
                                1,
                                moved,
                                new HouseholdRelocated(
                                        new Removal(ID, VILLAGE, 8, from.villageId(), from.group()),
                                        moved.householdNo(),
                                        moved.naturalVillage(),
                                        MAY)));
    }

    @Test
    void what_happens_after_a_correction_happens_where_it_says() {
        household(corrected(REGISTERED, registered(8, "12", "小庄子村")))
                .on(MARCH)
                .when(add(SON, "20"))
                .events(new HouseholdMemberAdded(new Residence(ID, VILLAGE, 8), person(SON, "20"), MARCH));
    }

    @Test
    void correcting_to_what_is_written_changes_nothing() {
        household()
                .whenCorrected(
                        CommandFixture.givenId(0),
                        "{\"villageCode\": \"" + VILLAGE + "\", \"group\": 7, \"householdNo\": \"12\"}")
                .nothing();
    }

    @Test
    void refuses_to_correct_to_a_township_or_to_a_village_nobody_knows_or_to_another_day() {
        fixture.division("530328202", "播乐乡");
        household()
                .whenCorrected(CommandFixture.givenId(0), "{\"villageCode\": \"530328202\"}")
                .refusedField("/changes/villageCode");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"villageCode\": \"530328202299\"}")
                .refused("division-not-found");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"occurredOn\": \"2012-03-01\"}")
                .refusedField("/changes/occurredOn", "never-changed");
    }

    @Test
    void corrects_the_head_as_registered() {
        household()
                .whenCorrected(CommandFixture.givenId(0), "{\"head\": {\"sex\": \"1\"}}")
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                RESIDENCE,
                                "12",
                                withSex(REGISTERED.head(), "1"),
                                REGISTERED.members(),
                                "小庄子村",
                                START)));
    }

    @Test
    void corrects_a_member_as_registered_and_nobody_else() {
        household()
                .whenCorrected(CommandFixture.givenId(0), people("{\"personId\": \"" + MOTHER + "\", \"sex\": \"2\"}"))
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                RESIDENCE,
                                "12",
                                REGISTERED.head(),
                                List.of(withSex(person(MOTHER, "10"), "2")),
                                "小庄子村",
                                START)));
    }

    @Test
    void a_member_who_never_belonged_to_it_is_left_out_unless_somebody_relies_on_it() {
        household()
                .whenCorrected(CommandFixture.givenId(0), people(""))
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(RESIDENCE, "12", REGISTERED.head(), List.of(), "小庄子村", START)));
        fixture.given(MOTHER_LEFT)
                .whenCorrected(CommandFixture.givenId(0), people(""))
                .reliedOn("member-not-found");
    }

    @Test
    void a_member_written_down_later_needs_a_name() {
        household()
                .whenCorrected(CommandFixture.givenId(0), people("{\"personId\": \"" + SON + "\", \"sex\": \"1\"}"))
                .refusedField("/changes/members/0/name");
    }

    @Test
    void corrects_a_member_added_later() {
        HouseholdMemberAdded after = new HouseholdMemberAdded(RESIDENCE, withSex(SON_ADDED.member(), "1"), MARCH);
        household(SON_ADDED)
                .whenCorrected(CommandFixture.givenId(1), "{\"member\": {\"sex\": \"1\"}}")
                .events(corrected(1, SON_ADDED, after));
    }

    @Test
    void corrects_names_and_numbers_and_empties_the_rest() {
        Sealed pending = CommandFixture.PENDING;
        HouseholdMemberAdded after = new HouseholdMemberAdded(
                RESIDENCE, new Person(SON, pending, pending, null, null, pending, pending), MARCH);
        household(SON_ADDED).whenCorrected(CommandFixture.givenId(1), """
                        {"member": {"name": "示例二", "citizenNumber": "11010519491231002X", "ethnicGroup": "07",
                         "phone": "13800000000", "sex": null, "relation": null}}""").events(corrected(1, SON_ADDED, after));
    }

    @Test
    void correcting_people_to_what_is_written_changes_nothing() {
        household(SON_ADDED)
                .whenCorrected(CommandFixture.givenId(1), "{\"member\": {\"sex\": \"9\", \"relation\": \"20\"}}")
                .nothing();
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"head\": {\"sex\": \"9\", \"relation\": \"02\"}}")
                .nothing();
    }

    @Test
    void refuses_to_correct_a_member_into_a_second_head_or_the_head_into_somebody_else() {
        household(SON_ADDED)
                .whenCorrected(
                        CommandFixture.givenId(0), people("{\"personId\": \"" + MOTHER + "\", \"relation\": \"02\"}"))
                .refusedField("/changes/members/0/relation", "second-head");
        fixture.whenCorrected(CommandFixture.givenId(1), "{\"member\": {\"relation\": \"01\"}}")
                .refusedField("/changes/member/relation", "second-head");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"head\": {\"relation\": \"20\"}}")
                .refusedField("/changes/head/relation", "not-the-head");
    }

    // Void

    @Test
    void a_registration_is_void_with_what_followed_and_can_be_entered_again() {
        household(SON_ADDED, moved(MAY))
                .whenVoided(CommandFixture.givenId(0))
                .reliedOn("household-voided", "household-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(voided(2, moved(MAY)), voided(1, SON_ADDED), voided(0, REGISTERED));
    }

    @Test
    void one_whose_registration_is_void_can_only_be_registered() {
        household(voided(0, REGISTERED)).on(MAY).when(add(SON, "20")).refused("household-voided");
        fixture.when(archive()).refused("household-voided");
        fixture.on(START)
                .when(register(VILLAGE, 7, input(FATHER, "02"), input(MOTHER, "10")))
                .events(REGISTERED);
    }

    @Test
    void who_never_joined_cannot_have_become_head_or_left() {
        household(SON_ADDED, headed(FATHER, SON, MAY), removed(FATHER, MAY))
                .whenVoided(CommandFixture.givenId(1))
                .reliedOn("member-not-found", "head-cannot-leave");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(1))
                .events(voided(3, removed(FATHER, MAY)), voided(2, headed(FATHER, SON, MAY)), voided(1, SON_ADDED));
    }

    @Test
    void one_entered_late_is_judged_by_its_day_when_something_before_it_is_void() {
        HouseholdMemberAdded back = added(MOTHER, "10", LocalDate.of(2012, 4, 1));
        household(back, MOTHER_HEADS, removed(MOTHER, MARCH))
                .whenVoided(CommandFixture.givenId(1))
                .reliedOn("contradicts-later");
    }

    @Test
    void one_wrongly_archived_is_kept_on() {
        household(archived(MARCH), voided(1, archived(MARCH)))
                .on(MAY)
                .when(remove(MOTHER))
                .events(MOTHER_LEFT);
    }

    @Test
    void a_correction_that_was_none_puts_back_what_stood_before_it() {
        Corrected<HouseholdEvent> correction = corrected(REGISTERED, registered(8, "12", "小庄子村"));
        household(correction).whenVoided(CommandFixture.givenId(1)).events(voided(1, correction));
        fixture.given(voided(1, correction)).on(MARCH).when(add(SON, "20")).events(SON_ADDED);
    }

    @Test
    void one_that_a_cadre_is_linked_to_can_be_corrected_and_not_voided() {
        UUID programme = new UUID(5, 1);
        UUID linkPoint = Ids.linkPoint(programme, VILLAGE);
        fixture.known(
                        "Programme",
                        programme,
                        new ProgrammeLaunched(
                                new Sphere(programme, new UUID(6, 1), "5303"), "四群教育", LinkMode.EXACTLY_ONE, START))
                .known("Household", ID, REGISTERED)
                .known(
                        "LinkPoint",
                        linkPoint,
                        new CadreAssignedToHousehold(
                                new Site(linkPoint, programme, new UUID(6, 1), VILLAGE),
                                new Link(
                                        new UUID(7, 1),
                                        new UUID(7, 2),
                                        7,
                                        ID,
                                        new UUID(7, 3),
                                        new UUID(8, 1),
                                        "141",
                                        null,
                                        null),
                                LinkMode.EXACTLY_ONE,
                                MARCH));
        household().whenVoided(CommandFixture.givenId(0)).refused("household-in-use");
        fixture.whenCorrected(CommandFixture.givenId(0), "{\"group\": 8}")
                .events(corrected(REGISTERED, registered(8, "12", "小庄子村")));
    }

    // ArchiveHousehold

    @Test
    void archives() {
        household()
                .because(REASON, "GONE")
                .on(MAY)
                .when(archive())
                .events(new HouseholdArchived(RESIDENCE, REASON, "GONE", MAY));
    }

    @Test
    void archives_where_it_lives_then() {
        household(moved(MARCH))
                .when(archive())
                .events(new HouseholdArchived(new Residence(ID, OTHER_VILLAGE, 2), null, null, CommandFixture.TODAY));
    }

    @Test
    void archiving_an_archived_household_changes_nothing() {
        household(archived(MARCH)).on(MAY).when(archive()).nothing();
    }

    @Test
    void an_archiving_is_not_moved_to_an_earlier_day() {
        household(archived(MAY)).on(MARCH).when(archive()).refused("out-of-order");
    }

    @Test
    void refuses_to_archive_before_a_later_change() {
        household(moved(MAY)).on(MARCH).when(archive()).refused("out-of-order");
    }

    @Test
    void refuses_to_archive_before_it_was_registered() {
        household().on(START.minusDays(1)).when(archive()).refused("out-of-order");
    }

    @Test
    void refuses_to_archive_ahead() {
        household().on(AHEAD).when(archive()).refusedField("/occurredOn");
    }

    private static final UUID NEIGHBOUR = new UUID(1, 2);

    private CommandFixture neighbour(HouseholdEvent... more) {
        Residence of = new Residence(NEIGHBOUR, VILLAGE, 3);
        List<DomainEvent> events = new ArrayList<>(
                List.of(new HouseholdRegistered(of, "１２", person(STRANGER, "02"), List.of(), null, START)));
        events.addAll(List.of(more));
        return fixture.known("Household", NEIGHBOUR, events.toArray(DomainEvent[]::new));
    }

    private static RegisterHousehold number(String village, String no, @Nullable Boolean confirmed) {
        return new RegisterHousehold(ID, village, 7, no, input(FATHER, null), null, null, confirmed);
    }

    @Test
    void a_number_that_another_household_of_the_village_bears_is_said_before_it_stands() {
        neighbour().on(MARCH).when(number(VILLAGE, "12", null)).refused("duplicate-household");
        neighbour().on(MARCH).when(number(VILLAGE, "12", false)).refused("duplicate-household");
    }

    @Test
    void a_number_seen_to_be_anothers_is_taken_when_confirmed() {
        neighbour().on(MARCH).when(number(VILLAGE, "12", true)).events(enters(VILLAGE, "12"));
    }

    @Test
    void another_number_or_village_needs_no_confirmation() {
        neighbour().on(MARCH).when(number(VILLAGE, "13", null)).events(enters(VILLAGE, "13"));
        neighbour().on(MARCH).when(number(OTHER_VILLAGE, "12", null)).events(enters(OTHER_VILLAGE, "12"));
    }

    @Test
    void a_number_is_free_again_once_its_household_has_left_or_is_archived() {
        Residence of = new Residence(NEIGHBOUR, VILLAGE, 3);
        neighbour(new HouseholdArchived(of, null, null, MARCH))
                .on(MARCH)
                .when(number(VILLAGE, "12", null))
                .events(enters(VILLAGE, "12"));
    }

    @Test
    void a_number_of_a_later_day_is_anothers_too() {
        Removal move = new Removal(NEIGHBOUR, VILLAGE, 3, OTHER_VILLAGE, 2);
        neighbour(new HouseholdRelocated(move, "9", null, MAY))
                .on(MARCH)
                .when(number(OTHER_VILLAGE, "9", null))
                .refused("duplicate-household");
    }

    @Test
    void a_household_that_moves_or_is_corrected_asks_too() {
        household()
                .known(
                        "Household",
                        NEIGHBOUR,
                        new HouseholdRegistered(
                                new Residence(NEIGHBOUR, OTHER_VILLAGE, 3),
                                "12",
                                person(STRANGER, "02"),
                                List.of(),
                                null,
                                START))
                .on(MAY)
                .when(new RelocateHousehold(ID, OTHER_VILLAGE, 2, null, null, null))
                .refused("duplicate-household");
    }

    private static HouseholdRegistered enters(String village, String no) {
        return new HouseholdRegistered(new Residence(ID, village, 7), no, person(FATHER, null), List.of(), null, MARCH);
    }
}
