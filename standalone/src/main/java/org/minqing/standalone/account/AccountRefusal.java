package org.minqing.standalone.account;

import java.util.List;

/** What was asked of an account cannot be done; {@code refusal.CODE} in {@code identity/messages} says why and what to do instead. */
public final class AccountRefusal extends RuntimeException {
    private final String code;
    private final List<String> arguments;

    public AccountRefusal(String code, Object... arguments) {
        super(code + " " + List.of(arguments), null, false, false);
        this.code = code;
        this.arguments = List.of(arguments).stream().map(String::valueOf).toList();
    }

    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
