package org.minqing.command.platform.form;

/** What may be left out, but has something to say where it is given. */
public final class OptionalText {
    public static final String REGEXP = "(?s).*\\S.*";

    /** The rule it breaks otherwise. */
    public static final String CODE = "empty";

    private OptionalText() {}
}
