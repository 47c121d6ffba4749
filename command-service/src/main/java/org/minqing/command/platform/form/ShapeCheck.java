package org.minqing.command.platform.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.events.MoneyUnit;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a body with a command's shape. {@link #wrong} are fields that cannot be read at all (400), {@link #broken} are
 * values that can be read but may not be (422).
 */
public final class ShapeCheck {
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MONTH_FORM = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern AMOUNT_FORM = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");

    public final List<FieldError> wrong = new ArrayList<>();
    public final List<FieldError> broken = new ArrayList<>();

    /** @param accepted names the platform takes beside the shape's own, checked elsewhere */
    public static ShapeCheck of(ObjectNode body, Shape.Composite shape, Set<String> accepted) {
        ShapeCheck check = new ShapeCheck();
        check.composite(body, shape, JsonPointer.empty(), accepted);
        return check;
    }

    private void composite(JsonNode node, Shape.Composite shape, JsonPointer at, Set<String> accepted) {
        if (!node.isObject()) {
            wrong(at, "wrong-type", "object");
            return;
        }
        node.properties().forEach(p -> {
            JsonPointer below = at.appendProperty(p.getKey());
            if (accepted.contains(p.getKey())) {
                return;
            }
            shape.member(p.getKey())
                    .ifPresentOrElse(
                            member -> {
                                if (!p.getValue().isNull()) {
                                    if (member.shape() instanceof Shape.Yuan) {
                                        yuan(p.getValue(), unit(node), below);
                                    } else {
                                        check(p.getValue(), member.shape(), below);
                                    }
                                }
                            },
                            () -> wrong(below, "unknown-field"));
        });
    }

    private void check(JsonNode node, Shape shape, JsonPointer at) {
        switch (shape) {
            case Shape.Composite composite -> composite(node, composite, at, Set.of());
            case Shape.Many many -> many(node, many, at);
            case Shape.Truth truth -> {
                if (!node.isBoolean()) {
                    wrong(at, "wrong-type", "boolean");
                }
            }
            case Shape.Whole whole -> whole(node, whole, at);
            case Shape.Decimal decimal -> {
                if (node.isNumber()) {
                    fits(node.decimalValue(), at);
                } else {
                    wrong(at, "wrong-type", "number");
                }
            }
            case Shape.Yuan yuan -> yuan(node, BigDecimal.ONE, at);
            case Shape.Words words -> words(node, words, at);
            case Shape.Value value -> value(node, value, at);
            case Shape.Choice choice -> {
                if (!node.isString() || !choice.names().contains(node.stringValue())) {
                    wrong(at, "not-one-of", String.join(", ", choice.names()), choice.of());
                }
            }
        }
    }

    private void many(JsonNode node, Shape.Many many, JsonPointer at) {
        if (!node.isArray()) {
            wrong(at, "wrong-type", "array");
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; i < node.size(); i++) {
            JsonNode element = node.get(i);
            JsonPointer below = at.appendIndex(i);
            if (element.isNull()) {
                wrong(below, "wrong-type", "value");
            } else {
                check(element, many.element(), below);
                if (many.distinct() && !seen.add(element)) {
                    broken(below, "repeated");
                }
            }
        }
    }

    private void whole(JsonNode node, Shape.Whole whole, JsonPointer at) {
        if (!node.isNumber()) {
            wrong(at, "wrong-type", "integer");
            return;
        }
        BigDecimal number = node.decimalValue();
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0) {
            wrong(at, "wrong-type", "integer");
        } else if (integerDigits(number) > 19
                || number.compareTo(BigDecimal.valueOf(whole.min())) < 0
                || number.compareTo(BigDecimal.valueOf(whole.max())) > 0) {
            broken(at, "out-of-range");
        }
    }

    /** Money in the unit given beside it; what is no number of fen is refused, not rounded. */
    private void yuan(JsonNode node, BigDecimal unit, JsonPointer at) {
        if (!node.isNumber()
                && (!node.isString() || !AMOUNT_FORM.matcher(node.stringValue()).matches())) {
            wrong(at, "wrong-type", "amount");
            return;
        }
        BigDecimal yuan = (node.isNumber() ? node.decimalValue() : new BigDecimal(node.stringValue())).multiply(unit);
        if (yuan.signum() != 0 && integerDigits(yuan) > 16) {
            broken(at, "number-too-long");
        } else if (yuan.signum() != 0 && yuan.stripTrailingZeros().scale() > 2) {
            broken(at, "not-in-fen");
        }
    }

    /** How many yuan one of the unit is in which this money was entered. */
    public static BigDecimal unit(JsonNode money) {
        JsonNode entered = money.get("enteredUnit");
        return entered == null || !entered.isString()
                ? BigDecimal.ONE
                : Arrays.stream(MoneyUnit.values())
                        .filter(unit -> unit.name().equals(entered.stringValue()))
                        .findFirst()
                        .map(MoneyUnit::yuan)
                        .orElse(BigDecimal.ONE);
    }

    private void fits(BigDecimal number, JsonPointer at) {
        if (number.signum() == 0) {
            return;
        }
        if (integerDigits(number) > 16 || number.stripTrailingZeros().scale() > 2) {
            broken(at, "number-too-long");
        }
    }

    private static long integerDigits(BigDecimal number) {
        return (long) number.precision() - number.scale();
    }

    private void words(JsonNode node, Shape.Words words, JsonPointer at) {
        if (!node.isString()) {
            wrong(at, "wrong-type", "string");
            return;
        }
        String text = node.stringValue();
        TextRules.broken(text, words.max())
                .ifPresent(rule -> broken.add(new FieldError(at.toString(), rule.code(), rule.arguments())));
        Shape.Sealing sealing = words.sealing();
        if (sealing != null && text.isBlank()) {
            broken(at, OptionalText.CODE);
        } else if (sealing != null
                && sealing.citizenNumber()
                && !org.minqing.events.CitizenNumber.valid(org.minqing.events.CitizenNumber.normal(text))) {
            broken(at, "citizen-number");
        } else if (words.codes() != null && !words.codes().contains(text)) {
            broken(at, "not-a-code", words.codes().standard());
        } else if (words.free() && PublicWords.holdNumber(text)) {
            broken(at, PublicWords.CODE);
        }
    }

    private void value(JsonNode node, Shape.Value value, JsonPointer at) {
        if (!node.isString()) {
            wrong(at, "wrong-type", "string");
        } else if (value.type() == UUID.class) {
            if (!UuidForm.fits(node.stringValue())) {
                wrong(at, "not-a-uuid");
            }
        } else if (value.type() == LocalDate.class) {
            if (!readable(node.stringValue(), DATE_FORM, LocalDate::parse)) {
                wrong(at, "not-a-date");
            }
        } else if (!readable(node.stringValue(), MONTH_FORM, YearMonth::parse)) {
            wrong(at, "not-a-month");
        }
    }

    private static boolean readable(String text, Pattern form, java.util.function.Function<String, ?> parse) {
        try {
            return form.matcher(text).matches() && parse.apply(text) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void wrong(JsonPointer at, String code, Object... arguments) {
        wrong.add(new FieldError(at.toString(), code, List.of(arguments)));
    }

    private void broken(JsonPointer at, String code, Object... arguments) {
        broken.add(new FieldError(at.toString(), code, List.of(arguments)));
    }
}
