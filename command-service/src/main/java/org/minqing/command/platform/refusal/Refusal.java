package org.minqing.command.platform.refusal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Problem;

/**
 * A command is refused and nothing changes. Carries no stack trace and no text: the words come from
 * {@code problem.<code>} in the messages, with the arguments put in. Arguments never are personal data.
 */
public class Refusal extends RuntimeException implements Problem {
    /** Code of every refusal of a field. */
    public static final String INVALID_FIELD = "invalid-field";

    private static final int MAX_SHOWN = 400;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldError> errors;

    /**
     * One field that broke a rule.
     *
     * @param pointer JSON pointer (RFC 6901) into the command's body; the id of an event that no longer holds
     * @param code rule broken; its words are {@code problem.<code>}
     */
    public record FieldError(String pointer, String code, List<Object> arguments) implements Problem.Field {
        static final String NO_LONGER_HOLDS = "no-longer-holds";
        static final String USED_BY = "used-by";

        public FieldError {
            pointer = shown(pointer);
            arguments = plain(arguments);
        }

        /** That a command's event of a day stands in a stream {@code Visit-<id>} and names what is in question. */
        public static FieldError usedBy(UUID eventId, String command, LocalDate day, String stream) {
            return new FieldError(eventId.toString(), USED_BY, List.of(command, day, stream));
        }

        /** The same errors, where what they are about lies inside something else. */
        public static List<FieldError> below(String pointer, List<FieldError> errors) {
            return errors.stream()
                    .map(e -> new FieldError(pointer + e.pointer(), e.code(), e.arguments()))
                    .toList();
        }
    }

    public Refusal(int status, String code, List<?> arguments, List<FieldError> errors) {
        super(
                code
                        + errors.stream()
                                .map(e -> " " + e.pointer() + " " + e.code())
                                .collect(Collectors.joining()),
                null,
                false,
                false);
        this.status = status;
        this.code = code;
        this.arguments = plain(arguments);
        this.errors = List.copyOf(errors);
    }

    /** 404 {@code <kind>-not-found}: {@code LinkPoint} gives {@code link-point-not-found}. */
    public static Refusal notFound(String kind, @Nullable Object id) {
        return new Refusal(404, hyphenated(kind) + "-not-found", Arrays.asList(id), List.of());
    }

    /** 422 {@code invalid-field}: a rule of one field, {@code pointer} being its JSON pointer. */
    public static Refusal invalid(String pointer, String code, @Nullable Object... arguments) {
        return invalid(List.of(new FieldError(pointer, code, Arrays.asList(arguments))));
    }

    /** 422 {@code invalid-field} for several fields at once. */
    public static Refusal invalid(List<FieldError> errors) {
        return new Refusal(422, INVALID_FIELD, List.of(), errors);
    }

    /** 409: a rule of the domain, with a code of its own. */
    public static Refusal conflict(String code, @Nullable Object... arguments) {
        return new Refusal(409, code, Arrays.asList(arguments), List.of());
    }

    /** 409 {@code already-exists}, naming what stands. */
    public static Refusal alreadyExists(String kind, Object id) {
        return conflict("already-exists", kind, id);
    }

    /** 409 {@code out-of-order}: this step's day lies before {@code last}, the day of the step before it. */
    public static Refusal outOfOrder(Object last) {
        return conflict("out-of-order", last);
    }

    /** 409 {@code out-of-order} for a day before {@code earliest}. */
    public static void refuseBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw outOfOrder(earliest);
        }
    }

    /** The list as it is; 422 {@code repeated} where something is in it twice, at the second. */
    public static <T> List<T> refuseRepeated(String pointer, List<T> list) {
        Set<T> seen = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            if (!seen.add(list.get(i))) {
                throw invalid(pointer + "/" + i, "repeated");
            }
        }
        return list;
    }

    /** 409 {@code relied-on}: what no longer holds, see {@link #noLongerHolds}. */
    public static Refusal reliedOn(List<FieldError> errors) {
        return new Refusal(409, "relied-on", List.of(errors.size()), errors);
    }

    /**
     * 409 {@code <kind>-in-use}: what rests on it, each {@link FieldError#usedBy}.
     *
     * @param kind {@code Programme}; {@code Event} for what a stream holds
     */
    public static Refusal inUse(String kind, List<FieldError> uses) {
        return new Refusal(409, hyphenated(kind) + "-in-use", List.of(uses.size()), uses);
    }

    /** That an event, which this refuses, no longer holds; its words are those of its command and of this refusal. */
    public FieldError noLongerHolds(UUID eventId, String command, LocalDate day) {
        List<Object> said = new ArrayList<>();
        said.add(command);
        said.add(day);
        said.add(code);
        said.addAll(arguments);
        return new FieldError(eventId.toString(), FieldError.NO_LONGER_HOLDS, said);
    }

    /** The same, where the command's fields lie inside the body that was sent. */
    public Refusal below(String pointer) {
        return errors.isEmpty() ? this : new Refusal(status, code, arguments, FieldError.below(pointer, errors));
    }

    /** 413, 415, 422, ...: the content itself, as the code says. */
    public static Refusal content(int status, String code, @Nullable Object... arguments) {
        return new Refusal(status, code, Arrays.asList(arguments), List.of());
    }

    /** 503: what the decision rests on cannot be had now; the same command may be sent again. */
    public static Refusal unavailable(String code, @Nullable Object... arguments) {
        return new Refusal(503, code, Arrays.asList(arguments), List.of());
    }

    /** 403: outside what this caller may do. */
    public static Refusal forbidden(String code, @Nullable Object... arguments) {
        return new Refusal(403, code, Arrays.asList(arguments), List.of());
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
    public List<FieldError> errors() {
        return errors;
    }

    public static String hyphenated(String type) {
        return type.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** One of several, which has words: {@code choice.<of>.<name>}. */
    record Chosen(String of, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Object> plain(List<?> arguments) {
        return arguments.stream().map(Refusal::plain).toList();
    }

    private static Object plain(@Nullable Object argument) {
        return switch (argument) {
            case Enum<?> one
            when one.toString().equals(one.name()) ->
                new Chosen(one.getDeclaringClass().getSimpleName(), one.name());
            case Chosen chosen -> chosen;
            case null, default -> shown(String.valueOf(argument));
        };
    }

    /** Some of it was sent by the caller: an answer repeats it only as far as it can be shown. */
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MAX_SHOWN)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
