package org.minqing.standalone.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.Accounts.Place;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionOperations;

/** What an operator, and people themselves, may change about accounts. Each change that was made is a line in the security log. */
public final class AccountChanges {
    /** Of tokens, as both services know them. */
    static final List<String> ROLES =
            List.of("province", "office", "village-secretary", "cadre", "inspector", "administrator", "monitor");

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    private static final String DIVISION = "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12}";
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
    /** Programs of the house itself, which have no account. */
    private static final Set<String> TAKEN = Set.of("pages", "command-service", "operator");

    private final Accounts accounts;
    private final OneTimeCodes codes;
    private final PasswordEncoder encoder;
    private final Predicate<String> divisions;
    private final TransactionOperations transactions;

    /** @param divisions whether there is a division of that code */
    public AccountChanges(
            Accounts accounts,
            OneTimeCodes codes,
            PasswordEncoder encoder,
            Predicate<String> divisions,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.codes = codes;
        this.encoder = encoder;
        this.divisions = divisions;
        this.transactions = transactions;
    }

    /** What somebody may do and where. */
    public record Rights(
            List<String> roles,
            String division,
            @Nullable UUID organisation,
            @Nullable UUID cadre) {
        public Rights {
            roles = List.copyOf(roles);
        }
    }

    /** An account with its password or secret, told this once. */
    public record Made(Kind kind, String name, String secret, Rights rights) {}

    /**
     * @param password chosen by the operator; null: drawn
     * @throws AccountRefusal {@code name}, {@code unknown-role}, {@code division}, {@code unknown-division},
     *     {@code other-province}, {@code not-initialised}, {@code cadre-*}, {@code password-*}, {@code duplicate}
     */
    public Made add(Kind kind, String name, Rights rights, @Nullable String password) {
        requireFree(kind, name);
        require(kind, rights);
        requireHere(rights.division());
        if (password != null) {
            PasswordRules.require(name, password);
        }
        String secret = password != null ? password : kind == Kind.USER ? Secrets.password() : Secrets.secret();
        make(kind, name, secret, rights);
        return new Made(kind, name, secret, rights);
    }

    /** The accounts of the demonstration, where there are none at all. */
    public boolean demonstrate(String province, List<Made> made) {
        if (accounts.place().isPresent()) {
            return false;
        }
        // hashing is dear, and nobody waits for it in the middle of a transaction
        List<Account> hashed = made.parallelStream()
                .map(m -> account(m.kind(), m.name(), m.secret(), m.rights()))
                .toList();
        return Boolean.TRUE.equals(transactions.execute(status -> {
            accounts.place(new Place(province, "demonstration", true));
            hashed.forEach(accounts::add);
            return true;
        }));
    }

    /**
     * The first accounts of a prefecture: people and programs for the province and its office, and an administrator. As long as this was
     * not {@link #initialised} it may be repeated, with other secrets.
     *
     * @throws AccountRefusal {@code initialised} if there are accounts already that this did not make
     */
    public List<Made> initialise(String division) {
        requireForm(division);
        String province = division.substring(0, 2);
        Place place = accounts.place().orElse(null);
        if (place != null && (place.finished() || !place.province().equals(province))) {
            throw new AccountRefusal("initialised");
        }
        Rights provincial = new Rights(List.of("province"), province, null, null);
        Rights office = new Rights(List.of("office"), division, null, null);
        Rights administrator = new Rights(List.of("administrator"), division, null, null);
        var made = List.of(
                new Made(Kind.CLIENT, "province", Secrets.secret(), provincial),
                new Made(Kind.CLIENT, "office", Secrets.secret(), office),
                new Made(Kind.USER, "province", Secrets.password(), provincial),
                new Made(Kind.USER, "office", Secrets.password(), office),
                new Made(Kind.USER, "administrator", Secrets.password(), administrator));
        List<Account> hashed = made.parallelStream()
                .map(m -> account(m.kind(), m.name(), m.secret(), m.rights()))
                .toList();
        transactions.executeWithoutResult(status -> {
            accounts.place(new Place(province, "init", false));
            hashed.forEach(account -> {
                if (!accounts.add(account)) {
                    accounts.rights(account.kind(), account.name(), account.roles(), account.division(), null, null);
                    if (account.kind() == Kind.USER) {
                        accounts.password(account.name(), account.hash());
                    } else {
                        accounts.secret(account.name(), account.hash(), Duration.ZERO);
                    }
                }
            });
        });
        made.forEach(m -> tell("made", m.kind(), m.name(), m.rights()));
        return made;
    }

    /** From now on accounts are changed one by one. */
    public void initialised() {
        accounts.place().ifPresent(place -> accounts.place(new Place(place.province(), place.madeBy(), true)));
    }

    public void enable(Kind kind, String name, boolean enabled) {
        Account account = require(kind, name);
        if (account.enabled() == enabled) {
            throw new AccountRefusal(enabled ? "enabled" : "disabled", name);
        }
        accounts.enable(kind, name, enabled);
        tell(enabled ? "enabled" : "disabled", kind, name, null);
    }

    /** Another password, told this once, and no one-time codes any more. */
    public Made reset(String name, @Nullable String password) {
        Account account = require(Kind.USER, name);
        if (password != null) {
            PasswordRules.require(name, password);
        }
        String secret = password == null ? Secrets.password() : password;
        String hash = hash(secret);
        transactions.executeWithoutResult(status -> {
            accounts.password(name, hash);
            accounts.forgetCodes(name);
        });
        tell("reset", Kind.USER, name, null);
        return new Made(Kind.USER, name, secret, rights(account));
    }

    /** @param overlap how long the secret before is good still */
    public Made rotate(String name, Duration overlap) {
        Account account = require(Kind.CLIENT, name);
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw new AccountRefusal("overlap", LONGEST_OVERLAP.toHours());
        }
        String secret = Secrets.secret();
        accounts.secret(name, hash(secret), overlap);
        tell("secret", Kind.CLIENT, name, null);
        return new Made(Kind.CLIENT, name, secret, rights(account));
    }

    /** @param change makes the rights that shall be of those that are */
    public Rights change(Kind kind, String name, UnaryOperator<Rights> change) {
        Rights rights = change.apply(rights(require(kind, name)));
        require(kind, rights);
        requireHere(rights.division());
        accounts.rights(kind, name, rights.roles(), rights.division(), rights.organisation(), rights.cadre());
        tell("rights", kind, name, rights);
        return rights;
    }

    /**
     * Somebody chooses another password.
     *
     * @throws AccountRefusal {@code wrong-password}, {@code same-password}, {@code password-*}
     */
    public void changePassword(String name, String old, String chosen) {
        Account account = require(Kind.USER, name);
        if (!encoder.matches(old, account.hash())) {
            throw new AccountRefusal("wrong-password");
        }
        if (old.equals(chosen)) {
            throw new AccountRefusal("same-password");
        }
        PasswordRules.require(name, chosen);
        accounts.password(name, hash(chosen));
        tellOwn("password", name);
    }

    /**
     * Somebody wants to be asked for one-time codes from now on.
     *
     * @return recovery codes, told this once
     * @throws AccountRefusal {@code wrong-code}, {@code codes-on}
     */
    public List<String> requireCodes(String name, String code) {
        if (require(Kind.USER, name).codes()) {
            throw new AccountRefusal("codes-on");
        }
        List<String> recovery = Objects.requireNonNull(transactions.execute(status -> codes.confirm(name, code)));
        tellOwn("codes-on", name);
        return recovery;
    }

    /** Somebody wants to be asked no more. @throws AccountRefusal {@code wrong-password} */
    public void forgetCodes(String name, String password) {
        if (!encoder.matches(password, require(Kind.USER, name).hash())) {
            throw new AccountRefusal("wrong-password");
        }
        transactions.executeWithoutResult(status -> accounts.forgetCodes(name));
        tellOwn("codes-off", name);
    }

    private void make(Kind kind, String name, String secret, Rights rights) {
        if (!accounts.add(account(kind, name, secret, rights))) {
            throw new AccountRefusal("duplicate", name);
        }
        tell("made", kind, name, rights);
    }

    private Account account(Kind kind, String name, String secret, Rights rights) {
        return new Account(
                kind,
                name,
                rights.roles(),
                rights.division(),
                rights.organisation(),
                rights.cadre(),
                hash(secret),
                null,
                null,
                Instant.EPOCH,
                null,
                null,
                false);
    }

    private String hash(String clear) {
        return Objects.requireNonNull(encoder.encode(clear));
    }

    private static Rights rights(Account account) {
        return new Rights(account.roles(), account.division(), account.organisation(), account.cadre());
    }

    private Account require(Kind kind, String name) {
        return accounts.find(kind, name)
                .orElseThrow(() -> new AccountRefusal("unknown-" + kind.name().toLowerCase(Locale.ROOT), name));
    }

    private void requireFree(Kind kind, String name) {
        if (!name.matches(NAME)) {
            throw new AccountRefusal("name", name);
        }
        if (kind == Kind.CLIENT && TAKEN.contains(name)
                || accounts.find(kind, name).isPresent()) {
            throw new AccountRefusal("duplicate", name);
        }
    }

    private static void require(Kind kind, Rights rights) {
        var unknown = new ArrayList<>(rights.roles());
        unknown.removeAll(ROLES);
        if (!unknown.isEmpty() || rights.roles().isEmpty()) {
            throw new AccountRefusal("unknown-role", String.join(",", unknown), String.join(", ", ROLES));
        }
        boolean cadre = rights.roles().contains("cadre");
        if (cadre != (rights.cadre() != null) || cadre && kind == Kind.CLIENT) {
            throw new AccountRefusal(kind == Kind.CLIENT ? "cadre-client" : cadre ? "cadre-missing" : "cadre-role");
        }
        requireForm(rights.division());
    }

    private static void requireForm(String division) {
        if (!division.matches(DIVISION)) {
            throw new AccountRefusal("division", division);
        }
    }

    private void requireHere(String division) {
        Place place = accounts.place().orElseThrow(() -> new AccountRefusal("not-initialised"));
        if (!division.startsWith(place.province())) {
            throw new AccountRefusal("other-province", division, place.province());
        }
        if (!divisions.test(division)) {
            throw new AccountRefusal("unknown-division", division);
        }
    }

    private static void tell(String event, Kind kind, String name, @Nullable Rights rights) {
        var more = new ArrayList<Object>(List.of("kind", kind.name().toLowerCase(Locale.ROOT), "by", "operator"));
        if (rights != null) {
            more.addAll(List.of("roles", rights.roles(), "division", rights.division()));
            if (rights.organisation() != null) {
                more.addAll(List.of("organisation", rights.organisation().toString()));
            }
        }
        SecurityLog.keep("account-" + event, name, more.toArray());
    }

    private static void tellOwn(String event, String name) {
        SecurityLog.keep("account-" + event, name, "kind", "user", "by", "self");
    }
}
