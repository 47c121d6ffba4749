package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.corrected;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.granted;
import static org.minqing.command.fund.Funds.paid;
import static org.minqing.command.fund.Funds.refunded;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.PublishFundUse;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.fund.FundEvent.FundUsePublished;

/** What became of the money is made public. */
class PublicationTest {
    private static final UUID GIFT = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID PAYMENT = new UUID(9, 4);
    private static final UUID REFUND = new UUID(9, 6);
    private static final UUID GRANT = new UUID(9, 7);

    @Test
    void tells_what_was_received_set_aside_and_paid_and_did_not_come_back() {
        CommandFixture fixture = spent();
        fixture.when(publish(null, null))
                .events(published(fixture.eventId(0), OPENED.occurredOn(), DAY, "150", "80", "40"));
    }

    @Test
    void tells_of_the_days_asked_for() {
        CommandFixture fixture = spent();
        LocalDate eve = DAY.minusDays(1);
        fixture.when(publish(null, eve)).events(published(fixture.eventId(0), OPENED.occurredOn(), eve, "0", "0", "0"));
        fixture.when(publish(DAY, DAY)).events(published(fixture.eventId(0), DAY, DAY, "150", "80", "40"));
    }

    @Test
    void the_same_again_on_the_same_day_changes_nothing() {
        FundUsePublished published = published(new UUID(9, 9), OPENED.occurredOn(), DAY, "150", "80", "40");
        spent().given(published).when(publish(null, null)).nothing();
        spent().given(published)
                .given(voided(published))
                .when(publish(null, null))
                .only(FundUsePublished.class);
    }

    @Test
    void refuses_days_after_publication_and_days_the_wrong_way_round() {
        spent().when(publish(null, DAY.plusDays(1))).refusedField("/to", "not-after-publication");
        spent().when(publish(DAY, DAY.minusDays(1))).refusedField("/from", "from-after-to");
    }

    @Test
    void a_publication_can_be_taken_back() {
        FundUsePublished published = published(new UUID(9, 9), OPENED.occurredOn(), DAY, "150", "80", "40");
        spent().given(published).whenVoided(published.entryId()).events(voided(published));
    }

    @Test
    void what_was_published_stays_what_was_known_then() {
        spent().given(published(new UUID(9, 9), OPENED.occurredOn(), DAY, "150", "80", "40"))
                .whenCorrected(GIFT, "{\"money\": {\"amount\": \"90\"}}")
                .events(corrected(donated(GIFT, "100"), donated(GIFT, "90")));
    }

    private static CommandFixture spent() {
        return fixture()
                .given(OPENED, donated(GIFT, "100"), granted(GRANT, "50"), allocated(ALLOCATION, "80"))
                .given(paid(PAYMENT, ALLOCATION, "60"), refunded(REFUND, PAYMENT, ALLOCATION, "20"));
    }

    private static PublishFundUse publish(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new PublishFundUse(FUND, from, to);
    }

    private static FundUsePublished published(
            UUID id, LocalDate from, LocalDate to, String received, String allocated, String paid) {
        return new FundUsePublished(OF, id, from, to, yuan(received), yuan(allocated), yuan(paid), DAY);
    }
}
