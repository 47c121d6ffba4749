package org.minqing.command.platform;

/** Words that stand in the log in clear: never a telephone or citizen number among them. */
public final class PublicWords {
    /** No run of eleven digits. */
    public static final String REGEXP = "(?![\\s\\S]*[0-9]{11})[\\s\\S]*";

    /** The rule they break otherwise. */
    public static final String CODE = "personal-number";

    private PublicWords() {}
}
