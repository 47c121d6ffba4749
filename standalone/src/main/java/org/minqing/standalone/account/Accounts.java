package org.minqing.standalone.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.account.Account.Kind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts as they stand, read anew each time: what an operator changes holds at once. */
public final class Accounts {
    private static final String ALL = """
            select kind, name, roles, division, organisation, cadre, hash, former_hash, former_until, made_at, disabled_at, ended_at,
                   code_since is not null as codes
            from identity.account
            """;

    private final JdbcClient jdbc;

    public Accounts(DataSource identity) {
        this.jdbc = JdbcClient.create(identity);
    }

    /** Whose access ended: what it was given before that moment is good no more. */
    public record Ended(Kind kind, String name, Instant at, boolean disabled) {}

    /** Whose access ended since a moment, for whoever keeps what an account was given: tokens, sessions. */
    public List<Ended> endedSince(Instant moment) {
        return jdbc.sql("""
                        select kind, name, ended_at, disabled_at is not null from identity.account
                        where ended_at >= ? order by ended_at
                        """)
                .param(at(moment))
                .query((row, n) -> new Ended(
                        Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getBoolean(4)))
                .list();
    }

    /** @param name in the capitals in which it was made */
    public Optional<Account> find(Kind kind, String name) {
        return jdbc.sql(ALL + "where kind = ? and name = ?")
                .params(kind.name(), name)
                .query(Accounts::account)
                .optional();
    }

    /** Whether somebody who was given something at that moment may still use it: {@link Account#good}; whoever has no account may not. */
    public boolean stands(Kind kind, String name, Instant given) {
        return find(kind, name).filter(account -> account.good(given)).isPresent();
    }

    public List<Account> all(Kind kind) {
        return jdbc.sql(ALL + "where kind = ? order by name")
                .param(kind.name())
                .query(Accounts::account)
                .list();
    }

    /** Whether anybody at all must tell a one-time code. */
    public boolean anyCodes() {
        return jdbc.sql("select exists (select from identity.account where code_since is not null)")
                .query(Boolean.class)
                .single();
    }

    /** Code of the province in which this installation is, once that is known. */
    public Optional<String> province() {
        return jdbc.sql("select province from identity.installation")
                .query(String.class)
                .optional();
    }

    /**
     * Where this installation is.
     *
     * @param madeBy demonstration or init: what made the first accounts
     */
    record Place(String province, String madeBy, boolean finished) {}

    Optional<Place> place() {
        return jdbc.sql("select province, made_by, finished from identity.installation")
                .query((row, n) -> new Place(row.getString(1), row.getString(2), row.getBoolean(3)))
                .optional();
    }

    void place(Place place) {
        jdbc.sql("""
                insert into identity.installation (province, made_by, finished) values (?, ?, ?)
                on conflict (one) do update set finished = excluded.finished
                """).params(place.province(), place.madeBy(), place.finished()).update();
    }

    /** @return false if there is one of that name, whatever its capitals */
    boolean add(Account account) {
        try {
            jdbc.sql("""
                    insert into identity.account (kind, name, roles, division, organisation, cadre, hash)
                    values (?, ?, string_to_array(?, ','), ?, ?, ?, ?)
                    """)
                    .param(account.kind().name())
                    .param(account.name())
                    .param(String.join(",", account.roles()))
                    .param(account.division())
                    .param(account.organisation())
                    .param(account.cadre())
                    .param(account.hash())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void enable(Kind kind, String name, boolean enabled) {
        jdbc.sql("""
                update identity.account set disabled_at = case when ? then null else now() end, ended_at = now()
                where kind = ? and name = ?
                """).params(enabled, kind.name(), name).update();
    }

    void rights(
            Kind kind,
            String name,
            List<String> roles,
            String division,
            @Nullable UUID organisation,
            @Nullable UUID cadre) {
        jdbc.sql("""
                update identity.account
                set roles = string_to_array(?, ','), division = ?, organisation = ?, cadre = ?, ended_at = now()
                where kind = ? and name = ?
                """)
                .param(String.join(",", roles))
                .param(division)
                .param(organisation)
                .param(cadre)
                .param(kind.name())
                .param(name)
                .update();
    }

    /** Another password: whoever came in with the old one is out. */
    void password(String name, String hash) {
        jdbc.sql("update identity.account set hash = ?, ended_at = now() where kind = 'USER' and name = ?")
                .params(hash, name)
                .update();
    }

    /** Another secret; the one before stays good for a while, so that a program can be told the new one meanwhile. */
    void secret(String name, String hash, Duration overlap) {
        jdbc.sql("""
                update identity.account
                set former_hash = case when ? > 0 then hash end,
                    former_until = case when ? > 0 then now() + make_interval(secs => ?) end,
                    hash = ?
                where kind = 'CLIENT' and name = ?
                """)
                .params(overlap.toSeconds(), overlap.toSeconds(), overlap.toSeconds(), hash, name)
                .update();
    }

    Optional<byte[]> codeKey(String name) {
        return jdbc.sql(
                        "select code_key from identity.account where kind = 'USER' and name = ? and code_key is not null")
                .param(name)
                .query(byte[].class)
                .optional();
    }

    /** A key that nobody has to use until it was confirmed by a code. Keeps one that was confirmed. */
    void offerCodeKey(String name, byte[] key) {
        jdbc.sql(
                        "update identity.account set code_key = ?, code_step = 0 where kind = 'USER' and name = ? and code_since is null")
                .params(key, name)
                .update();
    }

    void confirmCodes(String name, List<byte[]> recovery) {
        jdbc.sql("update identity.account set code_since = now() where kind = 'USER' and name = ?")
                .param(name)
                .update();
        recoveryCodes(name, recovery);
    }

    void recoveryCodes(String name, List<byte[]> hashes) {
        jdbc.sql("delete from identity.recovery_code where name = ?")
                .param(name)
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into identity.recovery_code values (?, ?)")
                    .params(name, hash)
                    .update();
        }
    }

    void forgetCodes(String name) {
        jdbc.sql("""
                update identity.account set code_key = null, code_since = null, code_step = 0 where kind = 'USER' and name = ?
                """).param(name).update();
        recoveryCodes(name, List.of());
    }

    /** Takes a code's step unless it, or a later one, was taken before: of two at once one wins. */
    boolean takeStep(String name, long step) {
        return jdbc.sql("update identity.account set code_step = ? where kind = 'USER' and name = ? and code_step < ?")
                        .params(step, name, step)
                        .update()
                == 1;
    }

    boolean takeRecoveryCode(String name, byte[] hash) {
        return jdbc.sql("delete from identity.recovery_code where name = ? and hash = ?")
                        .params(name, hash)
                        .update()
                == 1;
    }

    int recoveryCodesLeft(String name) {
        return jdbc.sql("select count(*) from identity.recovery_code where name = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new Account(
                Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Arrays.asList((String[]) roles.getArray()),
                row.getString("division"),
                row.getObject("organisation", UUID.class),
                row.getObject("cadre", UUID.class),
                row.getString("hash"),
                row.getString("former_hash"),
                moment(row, "former_until"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                moment(row, "disabled_at"),
                moment(row, "ended_at"),
                row.getBoolean("codes"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
