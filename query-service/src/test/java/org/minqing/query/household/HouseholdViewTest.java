package org.minqing.query.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.Person;
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
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QuerySide;
import org.minqing.query.Village;

class HouseholdViewTest {
    private final Village village = new Village(side());
    private final UUID household = village.id("household");
    private final Person father = village.person("李示例");
    private final Person mother = village.person("杨示例");
    private final Person son = village.person("李小示例");

    private Appended put(DomainEvent event) {
        return village.put("Household-" + household, event);
    }

    private HouseholdRegistered registration(String number, String day) {
        return new HouseholdRegistered(village.residence(household), number, father, List.of(mother), "小庄子村", day(day));
    }

    private HouseholdMemberAdded joined(Person member, String day) {
        return new HouseholdMemberAdded(village.residence(household), member, day(day));
    }

    private HouseholdMemberRemoved left(Person member, String day) {
        return new HouseholdMemberRemoved(village.residence(household), member.personId(), null, null, day(day));
    }

    private HouseholdHeadChanged headed(String day) {
        return new HouseholdHeadChanged(
                village.residence(household),
                father.personId(),
                son.personId(),
                List.of(new MemberRelation(father.personId(), "51"), new MemberRelation(mother.personId(), "52")),
                day(day));
    }

    private HouseholdClassified classified(String day, String... kinds) {
        return new HouseholdClassified(village.residence(household), List.of(kinds), day(day));
    }

    private HouseholdRelocated moved(String day) {
        return new HouseholdRelocated(new Removal(household, village.id, 7, village.other, 2), null, null, day(day));
    }

    private String people(String asOf, long knownAt) {
        return village.state("Household", household, asOf, knownAt, "head.personId", "members.0.personId", "members");
    }

    private String place(String asOf, long knownAt) {
        return village.state("Household", household, asOf, knownAt, "villageId", "group", "householdNo", "status");
    }

    QuerySide side() {
        return new MemoryServer();
    }

    @AfterAll
    static void every_stream_told_again_is_the_same() {
        Village.replay();
        Village.replay();
    }

    @Test
    void has_the_people_of_the_day() {
        put(registration("七〇一", "01-04"));
        put(joined(son, "01-10"));
        put(headed("01-20"));
        long head = put(left(father, "02-01")).position();
        assertThat(people("2012-01-03", head)).isEqualTo("-");
        assertThat(people("2012-01-04", head)).isEqualTo(father.personId() + " " + mother.personId() + " 1");
        assertThat(people("2012-01-10", head)).isEqualTo(father.personId() + " " + mother.personId() + " 2");
        assertThat(people("2012-01-20", head)).isEqualTo(son.personId() + " " + father.personId() + " 2");
        assertThat(people("2012-02-01", head)).isEqualTo(son.personId() + " " + mother.personId() + " 1");
        assertThat(village.state(
                        "Household", household, "2012-01-20", head, "members.0.relation", "members.1.relation"))
                .isEqualTo("51 52");
    }

    @Test
    void somebody_who_joined_late_in_the_record_belonged_from_the_day() {
        put(registration("七〇一", "01-04"));
        long known = put(left(mother, "02-01")).position();
        long late = put(joined(son, "01-10")).position();
        assertThat(people("2012-01-10", known)).endsWith(" 1");
        assertThat(people("2012-01-10", late)).endsWith(" 2");
        assertThat(people("2012-02-01", late)).isEqualTo(father.personId() + " " + son.personId() + " 1");
    }

    @Test
    void a_member_written_wrong_always_was_as_corrected() {
        put(registration("七〇一", "01-04"));
        var wrong = joined(son, "01-10");
        var at = put(wrong);
        Person daughter = new Person(son.personId(), son.name(), null, "2", "30", null, null);
        long corrected = village.corrects(at, wrong, joined(daughter, "01-10")).position();
        assertThat(village.state("Household", household, "2012-01-10", at.position(), "members.1.sex"))
                .isEqualTo("1");
        assertThat(village.state("Household", household, "2012-01-10", corrected, "members.1.sex"))
                .isEqualTo("2");
    }

    @Test
    void lives_where_it_lives_on_the_day_and_is_found_there() {
        put(registration("七〇一", "01-04"));
        put(moved("02-01"));
        long head = put(new HouseholdArchived(new Residence(household, village.other, 2), null, null, day("03-01")))
                .position();
        assertThat(place("2012-01-31", head)).isEqualTo(village.id + " 7 七〇一 REGISTERED");
        assertThat(place("2012-02-01", head)).isEqualTo(village.other + " 2 七〇一 REGISTERED");
        assertThat(place("2012-03-01", head)).isEqualTo(village.other + " 2 七〇一 ARCHIVED");
        assertThat(found("2012-01-31", head, village.id)).isEqualTo(1);
        assertThat(found("2012-02-01", head, village.id)).isZero();
        assertThat(found("2012-02-01", head, village.other)).isEqualTo(1);
        assertThat(found("2012-02-01", head - 2, village.id)).isEqualTo(1);
    }

    private int found(String asOf, long knownAt, String at) {
        return village.ask("/v1/households", asOf, knownAt, "village", at)
                .json()
                .path("items")
                .size();
    }

    @Test
    void counts_as_of_the_kinds_of_the_day_and_no_others() {
        put(registration("七〇一", "01-04"));
        put(classified("01-20", "低保户", "烈属"));
        long head = put(classified("02-01", "烈属")).position();
        assertThat(ofKind("2012-01-20", head, "低保户")).isEqualTo(1);
        assertThat(ofKind("2012-02-01", head, "低保户")).isZero();
        assertThat(ofKind("2012-02-01", head, "烈属")).isEqualTo(1);
        assertThat(ofKind("2012-02-01", head - 1, "低保户")).isEqualTo(1);
    }

    private int ofKind(String asOf, long knownAt, String kind) {
        return village.ask("/v1/households", asOf, knownAt, "kind", kind)
                .json()
                .path("items")
                .size();
    }

    @Test
    void a_registration_written_wrong_always_was_as_corrected_and_later_events_stand_on_it() {
        var wrong = registration("七〇一", "01-04");
        var at = put(wrong);
        put(moved("02-01"));
        long corrected =
                village.corrects(at, wrong, registration("七〇二", "01-04")).position();
        assertThat(place("2012-01-04", corrected - 1)).contains("七〇一");
        assertThat(place("2012-01-04", corrected)).contains("七〇二");
        assertThat(place("2012-02-01", corrected)).isEqualTo(village.other + " 2 七〇二 REGISTERED");
    }

    @Test
    void tells_its_events_as_sentences() {
        var registered = registration("七〇一", "01-04");
        var at = put(registered);
        var added = joined(son, "01-10");
        var joined = put(added);
        put(headed("01-12"));
        put(left(father, "01-13"));
        put(classified("01-14", "低保户", "烈属"));
        put(moved("01-15"));
        put(new HouseholdArchived(new Residence(household, village.other, 2), null, null, day("01-16")));
        village.corrects(at, registered, registration("七〇二", "01-04"));
        village.corrects(
                joined, added, joined(new Person(son.personId(), son.name(), null, "2", "30", null, null), "01-10"));
        assertThat(village.timeline("households", household))
                .containsExactly(
                        "登记农户七〇一，水田村第7村民小组",
                        "更正：登记农户七〇一，水田村第7村民小组；更正为：登记农户七〇二，水田村第7村民小组",
                        "农户增加成员",
                        "更正：农户增加成员；更正为：农户增加成员",
                        "变更户主",
                        "农户减少成员",
                        "农户归类为低保户、烈属",
                        "农户由水田村第7村民小组迁至偏山村第2村民小组",
                        "农户归档");
    }

    @Test
    void what_never_was_is_left_out_and_a_voided_correction_puts_back_what_stood() {
        var registered = registration("七〇一", "01-04");
        var at = put(registered);
        var away = moved("02-01");
        var moved = put(away);
        var better = registration("七〇二", "01-04");
        var corrected = village.corrects(at, registered, better);
        long back = village.voids(
                        corrected,
                        new Corrected<HouseholdEvent>(at.eventId(), registered, better, village.reason(), null))
                .position();
        long home = village.voids(moved, away).position();
        long never = village.voids(at, registered).position();
        assertThat(place("2012-02-01", corrected.position())).isEqualTo(village.other + " 2 七〇二 REGISTERED");
        assertThat(place("2012-02-01", back)).isEqualTo(village.other + " 2 七〇一 REGISTERED");
        assertThat(place("2012-02-01", home)).isEqualTo(village.id + " 7 七〇一 REGISTERED");
        assertThat(found("2012-02-01", home, village.id)).isEqualTo(1);
        assertThat(place("2012-02-01", never)).isEqualTo("VOIDED");
    }
}
