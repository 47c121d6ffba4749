package org.minqing.standalone.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.watch.SecurityLog;
import org.minqing.standalone.account.Account;
import org.minqing.standalone.account.Account.Kind;
import org.minqing.standalone.account.AccountChanges;
import org.minqing.standalone.account.AccountChanges.Made;
import org.minqing.standalone.account.AccountChanges.Rights;
import org.minqing.standalone.account.AccountRefusal;
import org.minqing.standalone.account.Accounts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What {@code ./minqing user}, {@code client} and {@code init} ask for; who holds the {@link OperatorKey} may. */
@RestController
@RequestMapping(path = "/operator", produces = MediaType.APPLICATION_JSON_VALUE)
class OperatorDesk {
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final Accounts accounts;
    private final AccountChanges changes;
    private final MessageSource texts;

    OperatorDesk(Accounts accounts, AccountChanges changes, MessageSource texts) {
        this.accounts = accounts;
        this.changes = changes;
        this.texts = texts;
    }

    /**
     * @param cadre who the user is in the ledger
     * @param password chosen; left out: drawn
     * @param overlapHours how long the secret before stays good
     */
    record Order(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable String division,
            @Nullable String organisation,
            @Nullable String cadre,
            @Nullable String password,
            @Nullable Integer overlapHours) {}

    /** @param secret told this once */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            Kind kind,
            String name,
            List<String> roles,
            String division,
            @Nullable UUID organisation,
            @Nullable UUID cadre,
            @Nullable String secret,
            @Nullable Instant disabledAt,
            @Nullable Boolean codes) {
        static Told of(Made made) {
            return of(made.kind(), made.name(), made.rights(), made.secret());
        }

        static Told of(Kind kind, String name, Rights rights, @Nullable String secret) {
            return new Told(
                    kind,
                    name,
                    rights.roles(),
                    rights.division(),
                    rights.organisation(),
                    rights.cadre(),
                    secret,
                    null,
                    null);
        }

        static Told of(Account a) {
            return new Told(
                    a.kind(),
                    a.name(),
                    a.roles(),
                    a.division(),
                    a.organisation(),
                    a.cadre(),
                    null,
                    a.disabledAt(),
                    a.kind() == Kind.USER ? a.codes() : null);
        }
    }

    @PostMapping("/{kind}/list")
    List<Told> list(@PathVariable String kind) {
        return accounts.all(kind(kind)).stream().map(Told::of).toList();
    }

    @PostMapping("/{kind}/add")
    Told add(@PathVariable String kind, @RequestBody Order order) {
        Rights rights = new Rights(
                order.roles == null ? List.of() : order.roles,
                order.division == null ? "" : order.division,
                id(order.organisation),
                id(order.cadre));
        return Told.of(changes.add(kind(kind), name(order), rights, order.password));
    }

    @PostMapping("/{kind}/disable")
    Told disable(@PathVariable String kind, @RequestBody Order order) {
        return enable(kind(kind), name(order), false);
    }

    @PostMapping("/{kind}/enable")
    Told enable(@PathVariable String kind, @RequestBody Order order) {
        return enable(kind(kind), name(order), true);
    }

    @PostMapping("/{kind}/roles")
    Told roles(@PathVariable String kind, @RequestBody Order order) {
        Rights rights = changes.change(
                kind(kind),
                name(order),
                now -> new Rights(
                        order.roles == null ? now.roles() : order.roles,
                        order.division == null ? now.division() : order.division,
                        order.organisation == null ? now.organisation() : id(order.organisation),
                        order.cadre == null ? now.cadre() : id(order.cadre)));
        return Told.of(kind(kind), name(order), rights, null);
    }

    @PostMapping("/user/reset")
    Told reset(@RequestBody Order order) {
        return Told.of(changes.reset(name(order), order.password));
    }

    @PostMapping("/client/rotate")
    Told rotate(@RequestBody Order order) {
        return Told.of(changes.rotate(
                name(order), order.overlapHours == null ? OVERLAP : Duration.ofHours(order.overlapHours)));
    }

    @PostMapping("/init")
    List<Told> initialise(@RequestBody Order order) {
        return changes.initialise(order.division == null ? "" : order.division).stream()
                .map(Told::of)
                .sorted(Comparator.comparing(Told::kind).reversed())
                .toList();
    }

    @PostMapping("/init/end")
    Map<String, String> initialised() {
        changes.initialised();
        return Map.of();
    }

    /** Why not, in both languages. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.CONFLICT)
    Map<String, String> refused(AccountRefusal refusal) {
        SecurityLog.tell("account-refused", null, null, "code", refusal.code());
        Object[] arguments = refusal.arguments().toArray();
        return Map.of(
                "code", refusal.code(),
                "zh", texts.getMessage("refusal." + refusal.code(), arguments, Language.OFFERED.getFirst()),
                "en", texts.getMessage("refusal." + refusal.code(), arguments, Locale.ENGLISH));
    }

    private Told enable(Kind kind, String name, boolean enabled) {
        changes.enable(kind, name, enabled);
        return accounts.find(kind, name).map(Told::of).orElseThrow();
    }

    private static Kind kind(String path) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(path))
                .findFirst()
                .orElseThrow(() -> new AccountRefusal("name", path));
    }

    private static String name(Order order) {
        return order.name == null ? "" : order.name;
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new AccountRefusal("id", text);
        }
    }
}
