package org.minqing.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private final AccessPolicy policy = AccessPolicy.of(List.of(
            "deed,thing,office,secretary,cadre,administrator",
            "command,*,scope,,,",
            "command,Visit.*,scope,scope,own,",
            "command,Visit.WriteDiaryEntry,,,own,"));

    @Test
    void the_longest_line_that_fits_holds_and_no_other() {
        assertThat(policy.roles(Deed.COMMAND, "Fund.OpenFund")).containsExactly("office");
        assertThat(policy.roles(Deed.COMMAND, "Visit.RecordVisit")).containsExactly("office", "secretary", "cadre");
        assertThat(policy.roles(Deed.COMMAND, "Visit.WriteDiaryEntry")).containsExactly("cadre");
    }

    @Test
    void what_no_line_names_nobody_may_do() {
        assertThat(policy.roles(Deed.QUESTION, "/v1/tasks")).isEmpty();
        assertThat(policy.reach("administrator", Deed.COMMAND, "Fund.OpenFund")).isEmpty();
        assertThat(policy.reach("nobody", Deed.COMMAND, "Fund.OpenFund")).isEmpty();
    }

    @Test
    void somebody_with_several_roles_acts_in_the_one_that_reaches_furthest() {
        assertThat(policy.grant(Set.of("cadre", "secretary"), Deed.COMMAND, "Visit.RecordVisit"))
                .contains(new Grant("secretary", Reach.SCOPE));
        assertThat(policy.grant(Set.of("secretary", "office"), Deed.COMMAND, "Visit.RecordVisit"))
                .contains(new Grant("office", Reach.SCOPE));
        assertThat(policy.grant(Set.of("cadre"), Deed.COMMAND, "Visit.RecordVisit"))
                .contains(new Grant("cadre", Reach.OWN));
        assertThat(policy.grant(Set.of("administrator", "king"), Deed.COMMAND, "Visit.RecordVisit"))
                .isEmpty();
    }

    @Test
    void a_line_with_a_cell_too_few_is_no_policy() {
        assertThatThrownBy(() -> AccessPolicy.of(List.of("deed,thing,office,cadre", "command,*,scope")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void administrators_keep_accounts_and_see_no_business_data() {
        for (Deed deed : Deed.values()) {
            assertThat(AccessPolicy.inForce().roles(deed)).doesNotContain("administrator");
        }
    }
}
