package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.PROGRAMME;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.granted;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.AllocateFunds;
import org.minqing.command.fund.FundCommand.RecordGrant;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.GrantRecorded;

/** Money granted. */
class GrantTest {
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID GRANT = new UUID(9, 7);

    @Test
    void money_granted_for_a_village_is_received() {
        CommandFixture fixture = fixture().given(OPENED);
        fixture.when(grant("21000", "市财政局", "示财〔2012〕3号")).events(granted(fixture.eventId(0), "21000"));
    }

    @Test
    void a_fund_for_no_village_has_grants_without_one() {
        assertThat(fixture()
                        .given(new FundOpened(new Account(FUND, PROGRAMME, CITY, "5303", "工作经费"), null, DAY))
                        .when(grant("1", "市财政局", null))
                        .only(GrantRecorded.class)
                        .villageId())
                .isNull();
    }

    @Test
    void money_granted_can_be_set_aside() {
        CommandFixture fixture = fixture().given(OPENED, granted(GRANT, "21000"));
        fixture.when(new AllocateFunds(FUND, null, null, "铺设水管", null, yuan("21000")))
                .events(allocated(fixture.eventId(0), "21000"));
    }

    @Test
    void refuses_no_money_no_source_and_numbers_of_people() {
        fixture().given(OPENED).when(grant("0", "市财政局", null)).refusedField("/money/amount");
        fixture().given(OPENED).when(grant("1", " ", null)).refusedField("/source");
        fixture().given(OPENED).when(grant("1", "财政局 13800000000", null)).refusedField("/source");
        fixture().given(OPENED).when(grant("1", "市财政局", "13800000000")).refusedField("/documentNo");
    }

    @Test
    void refuses_a_grant_to_a_fund_that_was_voided() {
        fixture()
                .given(OPENED, voided(CommandFixture.givenId(0), OPENED))
                .when(grant("1", "市财政局", null))
                .refused("fund-voided");
    }

    @Test
    void reverses_a_grant_that_is_not_set_aside() {
        fixture().given(OPENED, granted(GRANT, "100")).whenVoided(GRANT).events(voided(granted(GRANT, "100")));
        fixture()
                .given(OPENED, granted(GRANT, "100"), allocated(ALLOCATION, "1"))
                .whenVoided(GRANT)
                .reliedOn("insufficient-funds");
    }

    @Test
    void a_grant_is_corrected() {
        fixture()
                .given(OPENED, granted(GRANT, "100"))
                .whenCorrected(GRANT, "{\"money\": {\"amount\": \"80\"}}")
                .events(corrected(granted(GRANT, "100"), granted(GRANT, "80")));
        fixture()
                .given(OPENED, granted(GRANT, "100"))
                .whenCorrected(GRANT, "{\"source\": \"财政局 13800000000\"}")
                .refusedField("/changes/source");
    }

    private static RecordGrant grant(String amount, String source, @Nullable String documentNo) {
        return new RecordGrant(FUND, null, null, source, documentNo, yuan(amount));
    }
}
