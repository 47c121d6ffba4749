package org.minqing.query.platform.question;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Problem;

/** Why a question is not answered. Never carries what is in a record. */
public final class Refusal extends RuntimeException implements Problem {
    /** The parameter that is wrong. */
    record Parameter(String pointer, String code, List<Object> arguments) implements Problem.Field {}

    private final int status;
    private final String code;
    private final @Nullable String parameter;
    private final transient List<Object> arguments;

    private Refusal(int status, String code, @Nullable String parameter, Object... arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.parameter = parameter;
        this.arguments = List.of(arguments);
    }

    /** A parameter nobody knows: 400. */
    static Refusal unknownParameter(String name) {
        return new Refusal(400, "unknown-parameter", name, name);
    }

    /** A value nobody knows: 400. */
    public static Refusal unknown(String name, String code, Object... arguments) {
        return new Refusal(400, code, name, arguments);
    }

    /** A query string that is none: 400. */
    static Refusal unreadableQuery() {
        return new Refusal(400, "malformed-query", null);
    }

    /** A parameter that cannot be read: 400. */
    public static Refusal malformed(String name, String expected) {
        return new Refusal(400, "malformed-parameter", name, name, expected);
    }

    /** A parameter that is there and says nothing: 400. */
    static Refusal empty(String name) {
        return new Refusal(400, "malformed-parameter", name, name, new ParameterForm("not-empty"));
    }

    /** A parameter that is there twice: 400. */
    static Refusal repeated(String name) {
        return new Refusal(400, "malformed-parameter", name, name, new ParameterForm("once"));
    }

    /** The same where what is expected takes words: 400. */
    public static Refusal malformed(String name, ParameterForm expected) {
        return new Refusal(400, "malformed-parameter", name, name, expected);
    }

    /** A parameter that may not be left out: 400. */
    public static Refusal missing(String name, ParameterForm expected) {
        return new Refusal(400, "missing-parameter", name, name, expected);
    }

    /** The same where what it takes needs no words: 400. */
    public static Refusal missing(String name, String expected) {
        return new Refusal(400, "missing-parameter", name, name, expected);
    }

    /** A parameter that can be read and cannot be: 422. */
    public static Refusal invalid(String name, String code, Object... arguments) {
        return new Refusal(422, code, name, arguments);
    }

    /** 404: {@code <kind>-not-found}, the kind in lower case with hyphens. */
    public static Refusal notFound(String kind, String id) {
        return new Refusal(404, kind + "-not-found", null, id);
    }

    public static Refusal noSuchPage() {
        return new Refusal(404, "not-found", null);
    }

    /** 403. */
    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(403, code, null, arguments);
    }

    /** 410: it was there and cannot be had again. */
    public static Refusal gone(String code) {
        return new Refusal(410, code, null);
    }

    /** 500: what is kept is not what was handed in. */
    public static Refusal damaged(String code) {
        return new Refusal(500, code, null);
    }

    /** 409: not as things stand. */
    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(409, code, null, arguments);
    }

    /** 503: later. */
    static Refusal notYet(long position) {
        return new Refusal(503, "not-yet", null, position);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public List<Object> arguments() {
        return arguments;
    }

    @Override
    public List<Parameter> errors() {
        return parameter == null ? List.of() : List.of(new Parameter("?" + parameter, code, arguments));
    }
}
