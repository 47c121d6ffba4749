package org.minqing.command.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.refusal.Refusal;

/** What something may be attached to, and whose key it is sealed under. */
class SubjectsTest {
    private static final UUID ATTACHMENT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 1);

    @ParameterizedTest
    @CsvSource({
        "Household, householdId, household",
        "Dispute,   disputeId,   dispute",
        "Cadre,     cadreId,     person",
    })
    void what_belongs_to_people_is_sealed_under_their_key(String type, String field, String subject) {
        assertThat(Subjects.id(type, OTHER.toString())).isEqualTo(OTHER);
        assertThat(Subjects.field(type)).isEqualTo(field);
        assertThat(Subjects.sealedUnder(type, OTHER, ATTACHMENT)).isEqualTo(subject + ":" + OTHER);
    }

    @ParameterizedTest
    @CsvSource({"Document, documentId", "Activity, activityId", "Project, projectId", "Fund, fundId"})
    void what_belongs_to_no_person_is_sealed_under_a_key_of_its_own(String type, String field) {
        assertThat(Subjects.id(type, OTHER.toString())).isEqualTo(OTHER);
        assertThat(Subjects.field(type)).isEqualTo(field);
        assertThat(Subjects.sealedUnder(type, OTHER, ATTACHMENT)).isEqualTo("attachment:" + ATTACHMENT);
    }

    @Test
    void what_belongs_to_nothing_is_sealed_under_a_key_of_its_own() {
        assertThat(Subjects.id(null, null)).isNull();
        assertThat(Subjects.sealedUnder(null, null, ATTACHMENT)).isEqualTo("attachment:" + ATTACHMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "Cadre,  ,                                     attachment-half-a-subject",
        ",       00000000-0000-4000-8000-000000000001, attachment-half-a-subject",
        "Moon,   00000000-0000-4000-8000-000000000001, attachment-subject-unknown",
        "Cadre,  1,                                    attachment-subject-malformed",
    })
    void says_whose_it_is_or_is_refused(@Nullable String type, @Nullable String id, String code) {
        assertThatThrownBy(() -> Subjects.id(type, id)).isInstanceOfSatisfying(Refusal.class, r -> {
            assertThat(r.status()).isEqualTo(422);
            assertThat(r.code()).isEqualTo(code);
        });
    }
}
