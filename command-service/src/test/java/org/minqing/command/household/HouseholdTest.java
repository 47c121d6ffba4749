package org.minqing.command.household;

import static org.minqing.command.platform.TestSealed.sealed;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.PersonInput;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.household.HouseholdEvent;
import org.minqing.events.household.HouseholdEvent.HouseholdArchived;
import org.minqing.events.household.HouseholdEvent.HouseholdClassified;
import org.minqing.events.household.HouseholdEvent.HouseholdCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdHeadChanged;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberAdded;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberCorrected;
import org.minqing.events.household.HouseholdEvent.HouseholdMemberRemoved;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.HouseholdRelocated;
import org.minqing.events.household.MemberRelation;

class HouseholdTest {
    private static final UUID ID = new UUID(1, 1);
    private static final UUID FATHER = new UUID(3, 1);
    private static final UUID MOTHER = new UUID(3, 2);
    private static final UUID SON = new UUID(3, 3);
    private static final UUID STRANGER = new UUID(3, 9);
    private static final String VILLAGE = "530328202207";
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
                ID, VILLAGE, group, no, person(FATHER, "02"), List.of(person(MOTHER, "10")), naturalVillage, START);
    }

    private static HouseholdMemberAdded added(UUID id, @Nullable String relation, LocalDate day) {
        return new HouseholdMemberAdded(ID, VILLAGE, 7, person(id, relation), day);
    }

    private static HouseholdMemberRemoved removed(UUID id, LocalDate day) {
        return new HouseholdMemberRemoved(ID, VILLAGE, 7, id, null, null, day);
    }

    private static HouseholdHeadChanged headed(UUID former, UUID head, LocalDate day) {
        return new HouseholdHeadChanged(ID, VILLAGE, 7, former, head, List.of(), day);
    }

    private static HouseholdClassified classified(LocalDate day, String... kinds) {
        return new HouseholdClassified(ID, VILLAGE, 7, List.of(kinds), day);
    }

    private static HouseholdArchived archived(LocalDate day) {
        return new HouseholdArchived(ID, VILLAGE, 7, null, null, day);
    }

    private static HouseholdRelocated moved(LocalDate day) {
        return new HouseholdRelocated(ID, VILLAGE, 7, OTHER_VILLAGE, 2, "12", null, day);
    }

    private static RegisterHousehold register(String village, int group, PersonInput head, PersonInput... members) {
        return new RegisterHousehold(ID, village, group, "12", head, List.of(members), "小庄子村", START);
    }

    private static AddHouseholdMember add(UUID id, @Nullable String relation, @Nullable LocalDate day) {
        return new AddHouseholdMember(ID, input(id, relation), day);
    }

    private static RemoveHouseholdMember remove(UUID id, @Nullable LocalDate day) {
        return new RemoveHouseholdMember(ID, id, null, null, day);
    }

    private static ChangeHouseholdHead head(UUID id, @Nullable LocalDate day) {
        return new ChangeHouseholdHead(ID, id, null, day);
    }

    private static ClassifyHousehold classify(@Nullable LocalDate day, String... kinds) {
        return new ClassifyHousehold(ID, List.of(kinds), day);
    }

    private static RelocateHousehold relocate(@Nullable String village, int group, @Nullable LocalDate day) {
        return new RelocateHousehold(ID, village, group, null, null, day);
    }

    private static ArchiveHousehold archive(@Nullable LocalDate day) {
        return new ArchiveHousehold(ID, null, null, day);
    }

    private static CorrectHousehold correct(
            @Nullable String village, @Nullable Integer group, @Nullable String no, @Nullable LocalDate day) {
        return new CorrectHousehold(ID, village, group, no, null, null, REASON, "TYPO", day);
    }

    private static HouseholdCorrected corrected(HouseholdRegistered before, HouseholdRegistered after) {
        return new HouseholdCorrected(
                ID, after.villageId(), after.group(), CommandFixture.givenId(0), before, after, REASON, "TYPO", START);
    }

    private static CorrectHouseholdMember correctMember(
            UUID id, @Nullable String sex, @Nullable String relation, @Nullable LocalDate day) {
        return new CorrectHouseholdMember(ID, id, null, null, sex, relation, null, null, null, REASON, "TYPO", day);
    }

    private static Person withSex(Person p, String sex) {
        return new Person(p.personId(), p.name(), null, sex, p.relation(), null, null);
    }

    private CommandFixture household(HouseholdEvent... later) {
        return fixture.given(REGISTERED).given(later);
    }

    // RegisterHousehold

    @Test
    void registers_with_head_and_members() {
        fixture.when(register(VILLAGE, 7, input(FATHER, "02"), input(MOTHER, "10")))
                .events(REGISTERED);
    }

    @Test
    void registers_under_a_made_id_and_today_when_only_what_must_be_is_given() {
        fixture.when(new RegisterHousehold(null, VILLAGE, 7, "12", input(FATHER, null), null, null, null))
                .events(new HouseholdRegistered(
                        fixture.madeId(),
                        VILLAGE,
                        7,
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
        fixture.when(new RegisterHousehold(ID, VILLAGE, 7, "12", null, null, null, START))
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
        fixture.when(new RegisterHousehold(ID, VILLAGE, null, "12", input(FATHER, null), null, null, START))
                .refusedField("/group");
    }

    @Test
    void refuses_a_household_without_a_number() {
        fixture.when(new RegisterHousehold(ID, VILLAGE, 7, "", input(FATHER, null), null, null, START))
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
        fixture.when(new RegisterHousehold(ID, VILLAGE, 7, "12", input(FATHER, null), null, null, AHEAD))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_to_register_one_that_stands() {
        household().when(register(VILLAGE, 7, input(FATHER, null))).refused("already-exists");
    }

    @Test
    void refuses_to_register_one_that_is_archived() {
        household(archived(MAY)).when(register(VILLAGE, 7, input(FATHER, null))).refused("already-exists");
    }

    // AddHouseholdMember

    @Test
    void adds_a_member() {
        household().when(add(SON, "20", MARCH)).events(SON_ADDED);
    }

    @Test
    void adds_a_member_late_where_the_household_lived_then() {
        household(moved(MAY)).when(add(SON, "20", MARCH)).events(SON_ADDED);
    }

    @Test
    void adds_a_member_where_the_household_lives_now() {
        household(moved(MAY))
                .when(add(SON, "20", MAY))
                .events(new HouseholdMemberAdded(ID, OTHER_VILLAGE, 2, person(SON, "20"), MAY));
    }

    @Test
    void adds_one_who_left_again() {
        household(MOTHER_LEFT).when(add(MOTHER, "10", MAY)).events(added(MOTHER, "10", MAY));
    }

    @Test
    void adds_from_an_earlier_day_one_who_was_added_too_late() {
        household(SON_ADDED).when(add(SON, "20", START)).events(added(SON, "20", START));
    }

    @Test
    void refuses_to_add_a_member_twice() {
        household(SON_ADDED).when(add(SON, "20", MAY)).refused("already-exists");
    }

    @Test
    void refuses_to_add_the_head() {
        household().when(add(FATHER, null, MAY)).refused("already-exists");
    }

    @Test
    void refuses_to_add_a_second_head() {
        household().when(add(SON, "02", MAY)).refusedField("/member/relation", "second-head");
    }

    @Test
    void refuses_a_member_before_the_household() {
        household().when(add(SON, "20", START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_member_ahead() {
        household().when(add(SON, "20", AHEAD)).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_member_of_an_archived_household() {
        household(archived(MARCH)).when(add(SON, "20", MARCH)).refused("household-archived");
    }

    @Test
    void adds_a_member_late_from_before_the_archiving() {
        household(archived(MAY)).when(add(SON, "20", MARCH)).events(SON_ADDED);
    }

    // RemoveHouseholdMember

    @Test
    void removes_a_member() {
        household()
                .when(new RemoveHouseholdMember(ID, MOTHER, REASON, "MOVED", MAY))
                .events(new HouseholdMemberRemoved(ID, VILLAGE, 7, MOTHER, REASON, "MOVED", MAY));
    }

    @Test
    void removes_from_an_earlier_day_one_who_was_removed_too_late() {
        household(MOTHER_LEFT).when(remove(MOTHER, MARCH)).events(removed(MOTHER, MARCH));
    }

    @Test
    void removes_the_former_head_on_the_day_another_takes_over() {
        household(MOTHER_HEADS).when(remove(FATHER, MAY)).events(removed(FATHER, MAY));
    }

    @Test
    void removing_one_who_has_left_changes_nothing() {
        household(MOTHER_LEFT).when(remove(MOTHER, null)).nothing();
    }

    @Test
    void refuses_to_remove_the_head() {
        household().when(remove(FATHER, MAY)).refused("head-cannot-leave");
    }

    @Test
    void refuses_to_remove_late_who_was_still_the_head_then() {
        household(MOTHER_HEADS).when(remove(FATHER, MARCH)).refused("head-cannot-leave");
    }

    @Test
    void refuses_to_remove_late_who_heads_the_household_later() {
        household(MOTHER_HEADS).when(remove(MOTHER, MARCH)).refused("contradicts-later");
    }

    @Test
    void removes_late_who_heads_the_household_later_but_came_back_before() {
        household(added(MOTHER, "10", LocalDate.of(2012, 4, 1)), MOTHER_HEADS)
                .when(remove(MOTHER, MARCH))
                .events(removed(MOTHER, MARCH));
    }

    @Test
    void refuses_to_remove_a_stranger() {
        household().when(remove(STRANGER, MAY)).refused("member-not-found");
    }

    @Test
    void refuses_to_remove_one_before_joining() {
        household(SON_ADDED).when(remove(SON, MARCH.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_to_remove_before_the_household_was_registered() {
        household().when(remove(MOTHER, START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_to_remove_ahead() {
        household().when(remove(MOTHER, AHEAD)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_remove_from_an_archived_household() {
        household(archived(MARCH)).when(remove(MOTHER, MAY)).refused("household-archived");
    }

    // ChangeHouseholdHead

    @Test
    void another_member_heads_the_household() {
        household().when(head(MOTHER, MAY)).events(MOTHER_HEADS);
    }

    @Test
    void says_what_others_are_to_the_new_head() {
        household()
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(FATHER, "10")), MAY))
                .events(new HouseholdHeadChanged(
                        ID, VILLAGE, 7, FATHER, MOTHER, List.of(new MemberRelation(FATHER, "10")), MAY));
    }

    @Test
    void another_headed_the_household_for_a_while() {
        household(SON_ADDED, headed(FATHER, SON, MAY)).when(head(MOTHER, MARCH)).events(headed(FATHER, MOTHER, MARCH));
    }

    @Test
    void making_the_head_the_head_changes_nothing() {
        household(MOTHER_HEADS).when(head(MOTHER, null)).nothing();
    }

    @Test
    void making_the_head_of_that_day_the_head_changes_nothing() {
        household(MOTHER_HEADS).when(head(FATHER, MARCH)).nothing();
    }

    @Test
    void refuses_a_head_from_outside() {
        household().when(head(STRANGER, MAY)).refused("member-not-found");
    }

    @Test
    void refuses_a_head_who_joined_later() {
        household(SON_ADDED).when(head(SON, MARCH.minusDays(1))).refused("member-not-found");
    }

    @Test
    void refuses_a_late_head_who_leaves_later_while_heading() {
        household(MOTHER_LEFT).when(head(MOTHER, MARCH)).refused("contradicts-later");
    }

    @Test
    void refuses_what_a_stranger_is_to_the_new_head() {
        household()
                .when(new ChangeHouseholdHead(
                        ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(STRANGER, "20")), MAY))
                .refused("member-not-found");
    }

    @Test
    void refuses_what_the_new_head_is_to_the_new_head() {
        household()
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(MOTHER, "10")), MAY))
                .refusedField("/relations/0/memberId");
    }

    @Test
    void refuses_a_second_head_among_the_relations() {
        household()
                .when(new ChangeHouseholdHead(ID, MOTHER, List.of(new ChangeHouseholdHead.Relation(FATHER, "02")), MAY))
                .refusedField("/relations/0/relation", "second-head");
    }

    @Test
    void refuses_a_head_before_the_household_was_registered() {
        household().when(head(MOTHER, START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_a_head_ahead() {
        household().when(head(MOTHER, AHEAD)).refusedField("/occurredOn");
    }

    @Test
    void refuses_a_head_of_an_archived_household() {
        household(archived(MARCH)).when(head(MOTHER, MAY)).refused("household-archived");
    }

    // ClassifyHousehold

    @Test
    void classifies() {
        household().when(classify(MAY, "低保户", "烈属")).events(classified(MAY, "低保户", "烈属"));
    }

    @Test
    void names_a_kind_once() {
        household().when(classify(MAY, "低保户", "低保户")).events(classified(MAY, "低保户"));
    }

    @Test
    void classifies_late_before_another_classification() {
        household(classified(MAY, "低保户")).when(classify(MARCH, "五保户")).events(classified(MARCH, "五保户"));
    }

    @Test
    void takes_all_kinds_away() {
        household(classified(MARCH, "低保户")).when(classify(MAY)).events(classified(MAY));
    }

    @Test
    void classifying_as_it_is_changes_nothing_whatever_the_order() {
        household(classified(MARCH, "低保户", "烈属"))
                .when(classify(MAY, "烈属", "低保户"))
                .nothing();
    }

    @Test
    void classifying_as_it_was_on_that_day_changes_nothing() {
        household(classified(MAY, "低保户")).when(classify(MARCH)).nothing();
    }

    @Test
    void refuses_a_blank_kind() {
        household().when(classify(MAY, " ")).refused("invalid-field");
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may send
    void refuses_a_classification_without_kinds() {
        household().when(new ClassifyHousehold(ID, null, MAY)).refusedField("/kinds");
    }

    @Test
    void refuses_to_classify_before_the_household_was_registered() {
        household().when(classify(START.minusDays(1), "低保户")).refused("out-of-order");
    }

    @Test
    void refuses_to_classify_ahead() {
        household().when(classify(AHEAD, "低保户")).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_classify_an_archived_household() {
        household(archived(MARCH)).when(classify(MAY, "低保户")).refused("household-archived");
    }

    // RelocateHousehold

    @Test
    void moves_to_another_village_keeping_its_number_and_leaving_its_natural_village() {
        household().when(relocate(OTHER_VILLAGE, 2, MAY)).events(moved(MAY));
    }

    @Test
    void moves_to_another_group_keeping_its_natural_village() {
        household()
                .when(relocate(null, 8, MAY))
                .events(new HouseholdRelocated(ID, VILLAGE, 7, VILLAGE, 8, "12", "小庄子村", MAY));
    }

    @Test
    void moves_with_a_new_number_to_another_natural_village() {
        household()
                .when(new RelocateHousehold(ID, OTHER_VILLAGE, 2, "3", "大庄子村", MAY))
                .events(new HouseholdRelocated(ID, VILLAGE, 7, OTHER_VILLAGE, 2, "3", "大庄子村", MAY));
    }

    @Test
    void moves_late_before_another_move() {
        household(moved(MAY))
                .when(relocate(null, 8, MARCH))
                .events(new HouseholdRelocated(ID, VILLAGE, 7, VILLAGE, 8, "12", "小庄子村", MARCH));
    }

    @Test
    void moves_back() {
        household(moved(MARCH))
                .when(relocate(VILLAGE, 7, MAY))
                .events(new HouseholdRelocated(ID, OTHER_VILLAGE, 2, VILLAGE, 7, "12", null, MAY));
    }

    @Test
    void moving_to_where_it_lives_changes_nothing() {
        household(moved(MAY)).when(relocate(OTHER_VILLAGE, 2, null)).nothing();
    }

    @Test
    void moving_to_where_it_lived_on_that_day_changes_nothing() {
        household(moved(MAY)).when(relocate(VILLAGE, 7, MARCH)).nothing();
    }

    @Test
    void refuses_to_move_to_a_village_nobody_knows() {
        household().when(relocate("530328202299", 2, MAY)).refused("division-not-found");
    }

    @Test
    void refuses_to_move_to_a_township() {
        fixture.division("530328202", "播乐乡");
        household().when(relocate("530328202", 2, MAY)).refusedField("/villageCode");
    }

    @Test
    void refuses_to_move_to_group_zero() {
        household().when(relocate(null, 0, MAY)).refusedField("/group");
    }

    @Test
    void refuses_to_move_before_it_was_registered() {
        household().when(relocate(null, 8, START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_to_move_ahead() {
        household().when(relocate(null, 8, AHEAD)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_move_an_archived_household() {
        household(archived(MARCH)).when(relocate(null, 8, MAY)).refused("household-archived");
    }

    // CorrectHousehold

    @Test
    void corrects_group_and_number() {
        household().when(correct(null, 8, "13", null)).events(corrected(REGISTERED, registered(8, "13", "小庄子村")));
    }

    @Test
    void a_second_correction_starts_from_the_first() {
        household(corrected(REGISTERED, registered(8, "12", "小庄子村")))
                .when(correct(null, null, "13", START))
                .events(corrected(registered(8, "12", "小庄子村"), registered(8, "13", "小庄子村")));
    }

    @Test
    void corrects_the_village() {
        household()
                .when(correct(OTHER_VILLAGE, null, null, null))
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                ID, OTHER_VILLAGE, 7, "12", REGISTERED.head(), REGISTERED.members(), "小庄子村", START)));
    }

    @Test
    void corrects_the_natural_village() {
        household()
                .when(new CorrectHousehold(ID, null, null, null, "大庄子村", null, REASON, "TYPO", null))
                .events(corrected(REGISTERED, registered(7, "12", "大庄子村")));
    }

    @Test
    void empties_the_natural_village() {
        household()
                .when(new CorrectHousehold(ID, null, null, null, null, Set.of("naturalVillage"), REASON, "TYPO", null))
                .events(corrected(REGISTERED, registered(7, "12", null)));
    }

    @Test
    void corrects_an_archived_household() {
        household(archived(MAY))
                .when(correct(null, 8, null, null))
                .events(corrected(REGISTERED, registered(8, "12", "小庄子村")));
    }

    @Test
    void what_happens_after_a_correction_happens_where_it_says() {
        household(corrected(REGISTERED, registered(8, "12", "小庄子村")))
                .when(add(SON, "20", MARCH))
                .events(new HouseholdMemberAdded(ID, VILLAGE, 8, person(SON, "20"), MARCH));
    }

    @Test
    void correcting_to_what_is_written_changes_nothing() {
        household().when(correct(VILLAGE, 7, "12", null)).nothing();
    }

    @Test
    void refuses_to_correct_to_a_township() {
        fixture.division("530328202", "播乐乡");
        household().when(correct("530328202", null, null, null)).refusedField("/villageCode");
    }

    @Test
    void refuses_to_correct_to_a_village_nobody_knows() {
        household().when(correct("530328202299", null, null, null)).refused("division-not-found");
    }

    @Test
    void refuses_to_correct_on_another_day() {
        household().when(correct(null, 8, null, MARCH)).refusedField("/occurredOn");
    }

    // CorrectHouseholdMember

    @Test
    void corrects_the_head_as_registered() {
        household()
                .when(correctMember(FATHER, "1", null, null))
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                ID,
                                VILLAGE,
                                7,
                                "12",
                                withSex(REGISTERED.head(), "1"),
                                REGISTERED.members(),
                                "小庄子村",
                                START)));
    }

    @Test
    void corrects_a_member_as_registered() {
        household()
                .when(correctMember(MOTHER, "2", null, START))
                .events(corrected(
                        REGISTERED,
                        new HouseholdRegistered(
                                ID,
                                VILLAGE,
                                7,
                                "12",
                                REGISTERED.head(),
                                List.of(withSex(person(MOTHER, "10"), "2")),
                                "小庄子村",
                                START)));
    }

    @Test
    void corrects_a_member_added_later() {
        HouseholdMemberAdded after = new HouseholdMemberAdded(ID, VILLAGE, 7, withSex(SON_ADDED.member(), "1"), MARCH);
        household(SON_ADDED)
                .when(correctMember(SON, "1", null, null))
                .events(new HouseholdMemberCorrected(
                        ID, VILLAGE, 7, CommandFixture.givenId(1), SON_ADDED, after, REASON, "TYPO", MARCH));
    }

    @Test
    void corrects_names_and_numbers_and_empties_the_rest() {
        Sealed name = sealed("person:" + SON, "示例二");
        Sealed number = sealed("person:" + SON, "11010519491231002X");
        Sealed phone = sealed("person:" + SON, "13800000000");
        Sealed ethnicGroup = sealed("person:" + SON, "07");
        HouseholdMemberAdded after = new HouseholdMemberAdded(
                ID, VILLAGE, 7, new Person(SON, name, number, null, null, ethnicGroup, phone), MARCH);
        household(SON_ADDED)
                .when(new CorrectHouseholdMember(
                        ID,
                        SON,
                        name,
                        number,
                        null,
                        null,
                        ethnicGroup,
                        phone,
                        Set.of("sex", "relation"),
                        REASON,
                        null,
                        null))
                .events(new HouseholdMemberCorrected(
                        ID, VILLAGE, 7, CommandFixture.givenId(1), SON_ADDED, after, REASON, null, MARCH));
    }

    @Test
    void correcting_a_member_to_what_is_written_changes_nothing() {
        household(SON_ADDED).when(correctMember(SON, "9", "20", null)).nothing();
    }

    @Test
    void correcting_the_head_to_what_is_written_changes_nothing() {
        household().when(correctMember(FATHER, "9", "02", null)).nothing();
    }

    @Test
    void refuses_to_correct_a_stranger() {
        household().when(correctMember(STRANGER, "1", null, null)).refused("member-not-found");
    }

    @Test
    void refuses_to_correct_a_member_into_a_second_head() {
        household().when(correctMember(MOTHER, null, "02", null)).refusedField("/relation", "second-head");
    }

    @Test
    void refuses_to_correct_an_added_member_into_a_second_head() {
        household(SON_ADDED).when(correctMember(SON, null, "01", null)).refusedField("/relation", "second-head");
    }

    @Test
    void refuses_to_correct_the_head_into_somebody_else() {
        household().when(correctMember(FATHER, null, "20", null)).refusedField("/relation", "not-the-head");
    }

    @Test
    void refuses_to_correct_a_member_on_another_day_than_that_of_joining() {
        household(SON_ADDED).when(correctMember(SON, "1", null, START)).refusedField("/occurredOn");
    }

    @Test
    void refuses_to_correct_a_registered_member_on_another_day() {
        household().when(correctMember(MOTHER, "2", null, MARCH)).refusedField("/occurredOn");
    }

    // ArchiveHousehold

    @Test
    void archives() {
        household()
                .when(new ArchiveHousehold(ID, REASON, "GONE", MAY))
                .events(new HouseholdArchived(ID, VILLAGE, 7, REASON, "GONE", MAY));
    }

    @Test
    void archives_where_it_lives_then() {
        household(moved(MARCH))
                .when(archive(null))
                .events(new HouseholdArchived(ID, OTHER_VILLAGE, 2, null, null, CommandFixture.TODAY));
    }

    @Test
    void archiving_an_archived_household_changes_nothing() {
        household(archived(MARCH)).when(archive(MAY)).nothing();
    }

    @Test
    void archiving_from_an_earlier_day_takes_the_place_of_the_later() {
        household(archived(MAY)).when(archive(MARCH)).events(archived(MARCH));
    }

    @Test
    void refuses_to_archive_before_a_later_change() {
        household(moved(MAY)).when(archive(MARCH)).refused("out-of-order");
    }

    @Test
    void refuses_to_archive_before_it_was_registered() {
        household().when(archive(START.minusDays(1))).refused("out-of-order");
    }

    @Test
    void refuses_to_archive_ahead() {
        household().when(archive(AHEAD)).refusedField("/occurredOn");
    }
}
