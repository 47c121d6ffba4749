package org.minqing.command.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.command.fund.Funds.CADRE;
import static org.minqing.command.fund.Funds.CITY;
import static org.minqing.command.fund.Funds.DAY;
import static org.minqing.command.fund.Funds.FUND;
import static org.minqing.command.fund.Funds.LAUNCH;
import static org.minqing.command.fund.Funds.OF;
import static org.minqing.command.fund.Funds.OPENED;
import static org.minqing.command.fund.Funds.PROGRAMME;
import static org.minqing.command.fund.Funds.SHUITIAN;
import static org.minqing.command.fund.Funds.allocated;
import static org.minqing.command.fund.Funds.donated;
import static org.minqing.command.fund.Funds.entry;
import static org.minqing.command.fund.Funds.fixture;
import static org.minqing.command.fund.Funds.name;
import static org.minqing.command.fund.Funds.raised;
import static org.minqing.command.fund.Funds.voided;
import static org.minqing.command.fund.Funds.yuan;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.command.fund.FundCommand.OpenFund;
import org.minqing.command.fund.FundCommand.RecordDonation;
import org.minqing.command.fund.FundCommand.RecordInKindDonation;
import org.minqing.command.fund.FundCommand.RecordUnitContribution;
import org.minqing.command.platform.CommandFixture;
import org.minqing.command.platform.form.QuantityInput;
import org.minqing.events.Ids;
import org.minqing.events.Money;
import org.minqing.events.MoneyUnit;
import org.minqing.events.Qualifier;
import org.minqing.events.Quantity;
import org.minqing.events.Voided;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.InKindDonationRecorded;
import org.minqing.events.fund.FundEvent.UnitContributionRecorded;
import org.minqing.events.fund.InKindItem;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;

class FundTest {
    private static final UUID ENTRY = new UUID(9, 1);
    private static final UUID ALLOCATION = new UUID(9, 3);
    private static final UUID COMPANY = new UUID(2, 2);
    private static final UUID NEIGHBOUR = new UUID(4, 4);
    private static final Voided<FundOpened> VOIDED = voided(CommandFixture.givenId(0), OPENED);

    @Test
    void opens_the_one_fund_of_an_earmark_in_a_village() {
        fixture().on(OPENED.occurredOn()).when(open("人畜饮水", SHUITIAN)).events(OPENED);
    }

    @Test
    void a_fund_for_no_village_lies_where_its_organisation_has_its_seat() {
        fixture()
                .when(open("慰问", null))
                .events(new FundOpened(
                        new Account(Ids.fund(PROGRAMME, CITY, null, "慰问"), PROGRAMME, CITY, "5303", "慰问"), null, DAY));
    }

    @Test
    void blanks_around_an_earmark_make_no_other_fund() {
        assertThat(fixture()
                        .when(open(" 人畜饮水 ", SHUITIAN))
                        .only(FundOpened.class)
                        .of()
                        .fundId())
                .isEqualTo(FUND);
    }

    @Test
    void refuses_to_open_a_fund_twice() {
        fixture().given(OPENED).when(open("人畜饮水", SHUITIAN)).refused("already-exists");
    }

    @Test
    void refuses_a_fund_without_an_earmark() {
        fixture().when(open(" ", SHUITIAN)).refusedField("/earmark");
    }

    @Test
    void refuses_a_fund_of_a_township() {
        fixture().division("530328202", "播乐乡").when(open("人畜饮水", "530328202")).refusedField("/villageCode");
    }

    @Test
    void refuses_a_fund_before_its_programme_was_launched() {
        fixture().on(LAUNCH.minusDays(1)).when(open("人畜饮水", SHUITIAN)).refused("programme-not-in-force");
    }

    @Test
    void voids_a_fund_nothing_was_entered_in_once() {
        fixture().given(OPENED).whenVoided(CommandFixture.givenId(0)).events(VOIDED);
        fixture().given(OPENED, VOIDED).whenVoided(CommandFixture.givenId(0)).nothing();
    }

    @Test
    void a_fund_with_entries_is_voided_with_them_the_last_first() {
        CommandFixture fixture = fixture().given(OPENED, donated(ENTRY, "100"), allocated(ALLOCATION, "60"));
        fixture.whenVoided(CommandFixture.givenId(0)).reliedOn("fund-voided", "fund-voided");
        fixture.whenVoidedWithFollowing(CommandFixture.givenId(0))
                .events(voided(allocated(ALLOCATION, "60")), voided(donated(ENTRY, "100")), VOIDED);
    }

    @Test
    void opens_a_voided_fund_again() {
        fixture()
                .given(OPENED, VOIDED)
                .on(OPENED.occurredOn())
                .when(open("人畜饮水", SHUITIAN))
                .events(OPENED);
        fixture()
                .given(OPENED, VOIDED, OPENED)
                .when(donate(cadre(CADRE), yuan("400")))
                .only(DonationRecorded.class);
    }

    @Test
    void refuses_a_donation_to_a_voided_fund() {
        fixture().given(OPENED, VOIDED).when(donate(cadre(CADRE), yuan("100"))).refused("fund-voided");
    }

    @Test
    void a_cadre_gives_money() {
        CommandFixture fixture = fixture().given(OPENED);
        fixture.when(donate(cadre(CADRE), yuan("400"))).events(donated(fixture.eventId(0), "400"));
    }

    @Test
    void a_cadres_name_is_left_to_its_registration() {
        CommandFixture fixture = fixture().given(OPENED);
        fixture.when(donate(new DonorInput(DonorKind.CADRE, CADRE, name(CADRE, "示例干部")), yuan("400")))
                .events(donated(fixture.eventId(0), "400"));
    }

    @Test
    void keeps_the_unit_in_which_money_was_entered() {
        Money money = Money.of(new BigDecimal("21000"), MoneyUnit.万元);
        assertThat(fixture()
                        .given(OPENED)
                        .when(donate(cadre(CADRE), money))
                        .only(DonationRecorded.class)
                        .money())
                .isEqualTo(money);
    }

    @Test
    void refuses_a_cadre_nobody_knows() {
        fixture().given(OPENED).when(donate(cadre(new UUID(3, 9)), yuan("400"))).refused("cadre-not-found");
    }

    @Test
    void nothing_is_given_by_an_organisation_that_never_was() {
        UUID giver = new UUID(6, 6);
        OrganisationRegistered registered =
                new OrganisationRegistered(new Seat(giver, "5303"), "示例单位", null, null, LAUNCH);
        fixture()
                .given(OPENED)
                .known("Organisation", giver, registered, new Voided<>(giver, registered, CommandFixture.REASON, null))
                .when(donate(new DonorInput(DonorKind.ORGANISATION, giver, null), yuan("400")))
                .refused("organisation-voided");
    }

    @Test
    void refuses_a_cadre_without_an_id() {
        fixture()
                .given(OPENED)
                .when(donate(new DonorInput(DonorKind.CADRE, null, null), yuan("400")))
                .refusedField("/donor/id");
        CommandFixture fixture = fixture().given(OPENED);
        UUID made = madeForName();
        fixture.when(donate(new DonorInput(DonorKind.CADRE, made, name(made, "示例")), yuan("400")))
                .refusedField("/donor/id");
    }

    @Test
    void a_registered_organisation_gives_money() {
        CommandFixture fixture = fixture()
                .given(OPENED)
                .known(
                        "Organisation",
                        COMPANY,
                        new OrganisationRegistered(new Seat(COMPANY, "5303"), "示例公司", null, null, LAUNCH));
        fixture.when(donate(new DonorInput(DonorKind.ORGANISATION, COMPANY, name(COMPANY, "示例公司")), yuan("5")))
                .events(donated(fixture.eventId(0), new Donor(DonorKind.ORGANISATION, COMPANY, null), "5"));
    }

    @Test
    void an_organisation_nobody_registered_gives_by_name() {
        CommandFixture fixture = fixture().given(OPENED);
        UUID made = madeForName();
        fixture.when(donate(new DonorInput(DonorKind.ORGANISATION, made, name(made, "示例商会")), yuan("5")))
                .events(donated(fixture.eventId(0), new Donor(DonorKind.ORGANISATION, made, name(made, "示例商会")), "5"));
    }

    @Test
    void refuses_an_organisation_nobody_knows() {
        fixture()
                .given(OPENED)
                .when(donate(new DonorInput(DonorKind.ORGANISATION, COMPANY, null), yuan("5")))
                .refused("organisation-not-found");
    }

    @Test
    void refuses_an_organisation_with_neither_id_nor_name() {
        fixture()
                .given(OPENED)
                .when(donate(new DonorInput(DonorKind.ORGANISATION, null, null), yuan("5")))
                .refusedField("/donor/id");
    }

    @Test
    void anybody_else_gives_by_name() {
        CommandFixture fixture = fixture().given(OPENED);
        fixture.when(donate(new DonorInput(DonorKind.PERSON, NEIGHBOUR, name(NEIGHBOUR, "示例村民")), yuan("5")))
                .events(donated(
                        fixture.eventId(0), new Donor(DonorKind.PERSON, NEIGHBOUR, name(NEIGHBOUR, "示例村民")), "5"));
    }

    @Test
    void refuses_a_person_without_a_name() {
        fixture()
                .given(OPENED)
                .when(donate(new DonorInput(DonorKind.PERSON, NEIGHBOUR, null), yuan("5")))
                .refusedField("/donor/name");
    }

    @Test
    void refuses_nothing_and_less_than_nothing() {
        fixture().given(OPENED).when(donate(cadre(CADRE), yuan("0"))).refusedField("/money/amount");
        fixture().given(OPENED).when(donate(cadre(CADRE), yuan("-1"))).refusedField("/money/amount");
        fixture().given(OPENED).when(contribute(CITY, "0")).refusedField("/money/amount");
    }

    @Test
    void refuses_money_given_tomorrow() {
        fixture()
                .given(OPENED)
                .on(CommandFixture.TODAY.plusDays(1))
                .when(contribute(CITY, "1"))
                .refusedField("/occurredOn");
    }

    @Test
    void refuses_an_office_and_a_task_nobody_knows() {
        fixture()
                .given(OPENED)
                .when(new RecordDonation(FUND, new UUID(8, 8), null, cadre(CADRE), yuan("400")))
                .refused("office-not-found");
        fixture()
                .given(OPENED)
                .when(new RecordDonation(FUND, null, "T9", cadre(CADRE), yuan("400")))
                .refusedField("/taskCode");
    }

    @Test
    void the_office_raises_money() {
        CommandFixture fixture = fixture().given(OPENED);
        fixture.when(contribute(CITY, "20000")).events(raised(fixture.eventId(0), "20000"));
    }

    @Test
    void another_organisation_raises_money_for_the_fund() {
        UnitContributionRecorded raised = fixture()
                .given(OPENED)
                .known(
                        "Organisation",
                        COMPANY,
                        new OrganisationRegistered(new Seat(COMPANY, "5303"), "示例公司", null, null, LAUNCH))
                .when(contribute(COMPANY, "1"))
                .only(UnitContributionRecorded.class);
        assertThat(raised.contributorId()).isEqualTo(COMPANY);
        assertThat(raised.of().organisationId()).isEqualTo(CITY);
    }

    @Test
    void refuses_a_contribution_of_an_organisation_nobody_knows() {
        fixture().given(OPENED).when(contribute(COMPANY, "1")).refused("organisation-not-found");
    }

    @Test
    void refuses_a_contribution_of_an_organisation_before_it_was_registered() {
        fixture()
                .known(
                        "Organisation",
                        COMPANY,
                        new OrganisationRegistered(new Seat(COMPANY, "5303"), "示例公司", null, null, DAY.plusDays(1)))
                .given(OPENED)
                .on(DAY)
                .when(contribute(COMPANY, "1"))
                .refused("organisation-not-in-force");
    }

    @Test
    void goods_are_worth_quantity_times_unit_price_rounded_to_the_fen() {
        CommandFixture fixture = fixture().given(OPENED);
        Quantity flour = new Quantity(new BigDecimal("2.5"), "袋", Qualifier.EXACT, null);
        Quantity oil = new Quantity(new BigDecimal("30"), "桶", Qualifier.AT_LEAST, "30余桶");
        fixture.when(goods(
                        item("大米", new QuantityInput(flour.value(), "袋", null, null), "100.01"),
                        item("食用油", new QuantityInput(oil.value(), "桶", Qualifier.AT_LEAST, "30余桶"), "50")))
                .events(new InKindDonationRecorded(
                        OF,
                        entry(fixture.eventId(0)),
                        new Donor(DonorKind.CADRE, CADRE, null),
                        List.of(
                                new InKindItem("大米", flour, yuan("100.01"), "市场价", yuan("250.03")),
                                new InKindItem("食用油", oil, yuan("50"), "市场价", yuan("1500"))),
                        yuan("1750.03"),
                        DAY));
    }

    @Test
    void refuses_goods_that_are_none_or_worth_nothing() {
        fixture().given(OPENED).when(goods()).refusedField("/items");
        fixture().given(OPENED).when(goods(item("大米", bags("1"), "0"))).refusedField("/items/0/unitPrice/amount");
        fixture()
                .given(OPENED)
                .when(goods(item("大米", bags("1"), "1"), item("米粒", bags("0.01"), "0.01")))
                .refusedField("/items/1/quantity/value");
    }

    @Test
    void refuses_goods_worth_more_than_numbers_hold() {
        fixture()
                .given(OPENED)
                .when(goods(item("大米", bags("10000000000"), "1000000")))
                .refusedField("/items/0/quantity/value");
        fixture()
                .given(OPENED)
                .when(goods(item("甲", bags("1"), "9999999999999999"), item("乙", bags("1"), "9999999999999999")))
                .refusedField("/items");
    }

    private static UUID madeForName() {
        return Ids.made(CommandFixture.CLIENT, UUID.fromString("00000000-0000-4000-8000-000000000001"), "/donor/name");
    }

    private static OpenFund open(String earmark, @Nullable String village) {
        return new OpenFund(PROGRAMME, CITY, earmark, village);
    }

    private static DonorInput cadre(UUID id) {
        return new DonorInput(DonorKind.CADRE, id, null);
    }

    private static RecordDonation donate(DonorInput donor, Money money) {
        return new RecordDonation(FUND, null, null, donor, money);
    }

    private static RecordUnitContribution contribute(UUID contributor, String amount) {
        return new RecordUnitContribution(FUND, contributor, null, null, yuan(amount));
    }

    private static RecordInKindDonation goods(ItemInput... items) {
        return new RecordInKindDonation(FUND, null, null, cadre(CADRE), List.of(items));
    }

    private static ItemInput item(String name, QuantityInput quantity, String price) {
        return new ItemInput(name, quantity, yuan(price), "市场价");
    }

    private static QuantityInput bags(String value) {
        return new QuantityInput(new BigDecimal(value), "袋", null, null);
    }
}
