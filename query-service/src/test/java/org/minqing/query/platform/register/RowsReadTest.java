package org.minqing.query.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.Money;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** How many rows of the register a list reads: as many as it shows, however long the story of each. */
class RowsReadTest {
    private static final LocalDate TODAY = LocalDate.of(2013, 12, 31);
    private static final int FUNDS = 5;

    /** Its own: which index is cheapest hangs on what others have left in a table. */
    private static QueryServer server;

    private final Village village = new Village(server);
    private final UUID zhang = village.cadre("张示例");

    @BeforeAll
    static void start() {
        server = new QueryServer();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void open() {
        for (int i = 0; i < FUNDS; i++) {
            village.put("Fund-" + fund(i), new FundOpened(account(i), village.id, Village.day("01-01")));
        }
    }

    private UUID fund(int i) {
        return village.id("fund " + i);
    }

    private Account account(int i) {
        return new Account(fund(i), village.programme, village.office, village.id, "饮水" + i);
    }

    /** So many days on which each fund is given something, which makes a state of its own for each. */
    private void give(int days, int from) {
        for (int i = 0; i < FUNDS; i++) {
            for (int day = from; day < from + days; day++) {
                donate(i, day);
            }
        }
    }

    private void donate(int i, int day) {
        village.put(
                "Fund-" + fund(i),
                new DonationRecorded(
                        account(i),
                        new Entry(village.id("entry " + i + " " + day), null, null),
                        new Donor(DonorKind.CADRE, zhang, null),
                        Money.yuan(new BigDecimal("1.00")),
                        Village.day("02-01").plusDays(day)));
    }

    private interface Read {
        void from(RegisterReader register);
    }

    private long rows(Read read) {
        village.ask("/v1/measures", TODAY.toString(), village.head());
        JdbcClient.create(village.server().database.upkeep())
                .sql("vacuum analyze read.register")
                .update();
        try (Connection connection = village.server().database.query().getConnection()) {
            connection.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            // the tables of a test are so small that reading them whole is cheapest
            jdbc.sql("set local enable_seqscan = off").update();
            long before = read(jdbc);
            read.from(server.register(jdbc));
            long after = read(jdbc);
            connection.rollback();
            return after - before;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long read(JdbcClient jdbc) {
        return jdbc.sql("select coalesce(sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)), 0)::bigint"
                        + " from pg_stat_xact_user_tables where relname = 'register'")
                .query(Long.class)
                .single();
    }

    private Filter funds(boolean byVillage) {
        return new Filter(
                "Fund",
                TODAY,
                village.head(),
                village.county,
                null,
                byVillage ? village.id : null,
                byVillage ? null : village.programme,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void listed(RegisterReader register, boolean byVillage) {
        assertThat(register.list(funds(byVillage), 0, "", 1000)).hasSize(FUNDS);
    }

    @Test
    void a_list_reads_what_it_shows_and_not_how_it_came_to_it() {
        give(30, 0);
        // those of others too, where that is cheaper than to look for those of the village; and twice the end of an
        // index
        long most = funds() + 2;
        assertThat(rows(register -> listed(register, false))).isLessThanOrEqualTo(most);
        assertThat(rows(register -> listed(register, true))).isLessThanOrEqualTo(most);
    }

    private long funds() {
        village.ask("/v1/measures", TODAY.toString(), village.head());
        return JdbcClient.create(village.server().database.query())
                .sql("select count(distinct id) from read.register where type = 'Fund'")
                .query(Long.class)
                .single();
    }

    /** A page reads the stories of those on it; how many come behind them, and what became of those, is nothing to it. */
    @Test
    void a_page_of_a_past_day_reads_no_further_than_it_shows() {
        long before = village.head();
        int many = 60;
        for (int i = FUNDS; i < FUNDS + many; i++) {
            village.put("Fund-" + fund(i), new FundOpened(account(i), village.id, Village.day("01-01")));
        }
        long opened = village.head();
        for (int day = 0; day < 6; day++) {
            for (int i = FUNDS; i < FUNDS + many; i++) {
                donate(i, 10 - day);
            }
        }
        long half = opened + 3 * many;
        int shown = 5;
        Filter past = new Filter(
                "Fund",
                Village.day("02-10"),
                half,
                village.county,
                null,
                null,
                village.programme,
                null,
                null,
                null,
                null,
                null,
                null);
        village.ask("/v1/measures", TODAY.toString(), village.head());
        long all = JdbcClient.create(village.server().database.query())
                .sql("select count(*) from read.register where type = 'Fund' and not last and first_position > ?")
                .param(before)
                .query(Long.class)
                .single();
        assertThat(rows(register ->
                        assertThat(register.list(past, before, "", shown)).hasSize(shown)))
                .isLessThanOrEqualTo(4 * shown * all / many);
    }

    /** The lists of a past day are what they were, whatever came later. */
    @Test
    void a_list_of_a_past_day_shows_what_stood_then() {
        long opened = village.head();
        give(3, 0);
        assertThat(states("2012-01-31", village.head())).containsOnly("0.00");
        assertThat(states("2012-02-02", village.head())).containsOnly("2.00");
        assertThat(states("2013-02-02", village.head())).containsOnly("3.00");
        assertThat(states("2013-02-02", opened)).containsOnly("0.00");
        assertThat(village.ask("/v1/funds", "2011-12-31", village.head()).json().path("items"))
                .isEmpty();
    }

    private List<String> states(String asOf, long knownAt) {
        List<String> received = new ArrayList<>();
        village.ask("/v1/funds", asOf, knownAt)
                .json()
                .path("items")
                .forEach(fund -> received.add(
                        fund.path("received").decimalValue().setScale(2).toPlainString()));
        assertThat(received).hasSize(FUNDS);
        return received;
    }

    @Test
    void what_a_list_names_is_read_as_it_is_and_not_as_it_was() {
        List<String> ids = List.of(fund(0).toString(), fund(1).toString());
        give(3, 0);
        long few = rows(register ->
                assertThat(register.labels(ids, TODAY, village.head())).hasSize(2));
        give(27, 3);
        assertThat(rows(register -> register.labels(ids, TODAY, village.head())))
                .isEqualTo(few)
                .isLessThanOrEqualTo(2 * ids.size());
    }
}
