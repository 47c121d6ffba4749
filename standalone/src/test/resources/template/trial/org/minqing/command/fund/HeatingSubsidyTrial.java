package org.minqing.command.fund;

import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.entry;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.yuan;

import java.util.List;
import java.util.UUID;
import org.minqing.command.fund.FundCommand.RecordHeatingSubsidy;
import org.minqing.command.platform.CommandFixture;
import org.minqing.events.Person;
import org.minqing.events.Voided;
import org.minqing.events.fund.FundEvent.HeatingSubsidyRecorded;
import org.minqing.events.fund.FundEvent.Withdrawal;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;

/** Money for heating is paid out of what was set aside, and voided and corrected as everything else. */
public class HeatingSubsidyTrial implements Runnable {
    private static final UUID RAISED = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 2);
    private static final UUID SUBSIDY = new UUID(9, 3);
    private static final UUID HOUSEHOLD = new UUID(5, 1);

    @Override
    public void run() {
        CommandFixture fixture = fixture();
        fixture.when(subsidy("300")).events(paid(fixture.eventId(0), "300"));
        fixture().when(subsidy("0")).refusedField("/money/amount");
        fixture().when(subsidy("500.01")).refused("insufficient-funds");
        fixture()
                .given(paid(SUBSIDY, "300"))
                .whenVoided(ALLOCATION)
                .reliedOn("allocation-not-found");
        fixture()
                .given(paid(SUBSIDY, "300"))
                .whenVoided(SUBSIDY)
                .events(new Voided<>(SUBSIDY, paid(SUBSIDY, "300"), CommandFixture.REASON, null));
        fixture()
                .given(paid(SUBSIDY, "300"))
                .whenCorrected(SUBSIDY, "{\"money\": {\"amount\": \"200.00\"}}")
                .events(Funds.corrected(paid(SUBSIDY, "300"), paid(SUBSIDY, "200")));
    }

    private static CommandFixture fixture() {
        UUID head = new UUID(6, 1);
        HouseholdRegistered household = new HouseholdRegistered(
                new Residence(HOUSEHOLD, Funds.SHUITIAN, 7),
                "0042",
                new Person(head, Funds.name(head, "示例户主"), null, null, null, null, null),
                List.of(),
                null,
                OPENED.occurredOn());
        return Funds.fixture()
                .known("Household", HOUSEHOLD, household)
                .given(OPENED, raised(RAISED, "1000"), allocated(ALLOCATION, "500"));
    }

    private static RecordHeatingSubsidy subsidy(String amount) {
        return new RecordHeatingSubsidy(OF.fundId(), null, null, HOUSEHOLD, yuan(amount), ALLOCATION);
    }

    private static HeatingSubsidyRecorded paid(UUID entryId, String amount) {
        Withdrawal from = new Withdrawal(ALLOCATION, "铺设水管", null, null);
        return new HeatingSubsidyRecorded(OF, entry(entryId), from, HOUSEHOLD, yuan(amount), DAY);
    }
}
