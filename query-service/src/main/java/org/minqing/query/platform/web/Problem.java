package org.minqing.query.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a question is not answered. Never carries what is in a record. */
public final class Problem extends RuntimeException {
    private final int status;
    private final String code;
    private final @Nullable String parameter;
    private final List<Object> arguments;

    private Problem(int status, String code, @Nullable String parameter, Object... arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
        this.arguments = List.of(arguments);
    }

    /** A parameter nobody knows: 400. */
    static Problem unknownParameter(String name) {
        return new Problem(400, "unknown-parameter", name, name);
    }

    /** A value nobody knows: 400. */
    static Problem unknown(String name, String code, Object... arguments) {
        return new Problem(400, code, name, arguments);
    }

    /** A query string that is none: 400. */
    static Problem unreadableQuery() {
        return new Problem(400, "malformed-query", null);
    }

    /** A parameter that cannot be read: 400. */
    public static Problem malformed(String name, String expected) {
        return new Problem(400, "malformed-parameter", name, name, expected);
    }

    /** The same where what is expected takes words: 400. */
    public static Problem malformed(String name, Expected expected) {
        return new Problem(400, "malformed-parameter", name, name, expected);
    }

    /** A parameter that may not be left out: 400. */
    public static Problem missing(String name, Expected expected) {
        return new Problem(400, "missing-parameter", name, name, expected);
    }

    /** The same where what it takes needs no words: 400. */
    public static Problem missing(String name, String expected) {
        return new Problem(400, "missing-parameter", name, name, expected);
    }

    /** A parameter that can be read and cannot be: 422. */
    public static Problem invalid(String name, String code, Object... arguments) {
        return new Problem(422, code, name, arguments);
    }

    /** 404: {@code <kind>-not-found}, the kind in lower case with hyphens. */
    public static Problem notFound(String kind, String id) {
        return new Problem(404, kind + "-not-found", null, id);
    }

    static Problem noSuchPage() {
        return new Problem(404, "not-found", null);
    }

    /** 403. */
    public static Problem forbidden(String code, Object... arguments) {
        return new Problem(403, code, null, arguments);
    }

    /** 410: it was there and cannot be had again. */
    public static Problem gone(String code) {
        return new Problem(410, code, null);
    }

    /** 500: what is kept is not what was handed in. */
    public static Problem damaged(String code) {
        return new Problem(500, code, null);
    }

    /** 409: not as things stand. */
    public static Problem conflict(String code, Object... arguments) {
        return new Problem(409, code, null, arguments);
    }

    /** 503: later. */
    static Problem notYet(long position) {
        return new Problem(503, "not-yet", null, position);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    @Nullable
    String parameter() {
        return parameter;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
