package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minqing.command.platform.CommandServer;

/** Over HTTP: a command for something that there is not. */
class UnknownStreamTest {
    private static final CommandServer SERVER = CommandServer.shared();

    @ParameterizedTest
    @CsvSource({
        "AcceptMediation, disputeId, dispute-not-found",
        "PublishFundUse, fundId, fund-not-found",
        "CloseInspection, inspectionId, inspection-not-found",
        "EndPosting, postingId, posting-not-found",
        "ReportDone, rectificationId, rectification-not-found",
        "DissolveWorkTeam, workTeamId, work-team-not-found"
    })
    void is_not_found_and_the_answer_names_the_id(String command, String field, String code) {
        UUID id = UUID.randomUUID();
        var answer =
                SERVER.post(command, "{\"%s\": \"%s\"}".formatted(field, id)).requireStatus(404);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asString())
                .contains(id.toString())
                .doesNotContain("{");
    }
}
