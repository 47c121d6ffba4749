package org.minqing.command.platform.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.form.PublicWords;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.form.Shape;
import org.minqing.command.platform.form.ShapeCheck;
import org.minqing.command.platform.form.TextRules;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.keys.KeyRing;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A command on its way from JSON to its record. Until its {@link ClearTexts} are sealed the record holds empty seals in
 * their place, which is enough to judge everything but the domain's rules.
 */
public final class CommandDraft {
    private static final JsonPointer CHANGES = JsonPointer.empty().appendProperty(AmendmentType.CHANGES);

    private final CommandType type;
    private final ObjectNode tree;
    private final UUID commandId;
    private final ClearTexts texts;
    /** What cannot be read at all: {@link Judgement#requireReadable}. */
    private final List<FieldError> wrong;

    private final List<FieldError> broken;
    /** Where something was left out, whatever stands in it, so that the rest could be bound. */
    private final Set<String> leftOut = new HashSet<>();
    /** Where in the body as it was sent the command's fields are. */
    private final JsonPointer base;

    private final @Nullable String authority;
    private final Set<String> changed;
    private final @Nullable Object unsealed;
    private Envelope envelope = Envelope.EMPTY;

    /** A command as it was sent. */
    public CommandDraft(CommandType type, ObjectNode body, String client, UUID commandId) {
        this.type = type;
        this.commandId = commandId;
        this.base = JsonPointer.empty();
        ShapeCheck check = ShapeCheck.of(body, type.shape(), type.accepted());
        this.wrong = check.wrong;
        this.broken = new ArrayList<>(check.broken);
        this.tree = body.deepCopy();
        this.authority = takeAuthority();
        wrong.forEach(each -> leaveOut(JsonPointer.compile(each.pointer()), tree));
        if (type.determined() && tree.hasNonNull(type.idField())) {
            broken.add(new FieldError("/" + type.idField(), "determined", List.of()));
        }
        if (type.determined() && type.shape().member(type.idField()).isEmpty()) {
            tree.remove(type.idField());
        }
        if (type.reasonRequired() && !tree.hasNonNull("reason")) {
            broken.add(new FieldError("/reason", "required", List.of()));
        }
        this.changed = Set.copyOf(tree.propertyNames());
        this.texts = new ClearTexts(type, tree, client, commandId);
        removeBroken(check.broken, tree);
        settle(tree, type.shape(), JsonPointer.empty());
        this.unsealed = bind();
    }

    /**
     * A command given again with other fields.
     *
     * @param before what was entered, with its texts sealed
     * @param changes fields as they are to be, in clear; null takes a field away, and of a person, also in a list where the
     *     personId is given, only what is given changes
     */
    public CommandDraft(CommandType type, ObjectNode before, ObjectNode changes, String client, UUID commandId) {
        this.type = type;
        this.commandId = commandId;
        this.base = CHANGES;
        this.authority = null;
        ShapeCheck check = ShapeCheck.of(changes, type.shape(), Set.of());
        this.wrong = FieldError.below(base.toString(), check.wrong);
        this.broken = new ArrayList<>(FieldError.below(base.toString(), check.broken));
        Stream.concat(Stream.of(type.idField()), AmendmentType.FIXED.stream())
                .filter(changes::has)
                .forEach(fixed -> broken.add(new FieldError(pointer(fixed), "never-changed", List.of())));
        this.changed = Set.copyOf(changes.propertyNames());
        this.tree = before.deepCopy();
        ObjectNode sound = changes.deepCopy();
        check.wrong.forEach(each -> leaveOut(JsonPointer.compile(each.pointer()), sound));
        removeBroken(check.broken, sound);
        overlay(tree, sound, type.shape());
        this.texts = new ClearTexts(type, tree, client, commandId);
        texts.keptForAnother(before).forEach(kept -> refuse(kept, "sealed-for-another"));
        settle(tree, type.shape(), JsonPointer.empty());
        this.unsealed = bind();
    }

    /** A rule is broken; at most one for each field. */
    private void refuse(JsonPointer at, String code) {
        String pointer = base.append(at).toString();
        if (Stream.concat(wrong.stream(), broken.stream())
                .noneMatch(e -> e.pointer().equals(pointer))) {
            broken.add(new FieldError(pointer, code, List.of()));
        }
    }

    /** Takes a value out, or the list it is in, so that the rest can be judged too; false where that is all there is. */
    private boolean leaveOut(JsonPointer at, ObjectNode body) {
        JsonPointer field = at;
        while (!field.matches() && !(body.at(field.head()) instanceof ObjectNode)) {
            field = field.head();
        }
        if (field.matches()
                || ((ObjectNode) body.at(field.head())).remove(field.last().getMatchingProperty()) == null) {
            return false;
        }
        leftOut.add(base.append(field).toString());
        return true;
    }

    private static void overlay(ObjectNode onto, ObjectNode changes, Shape.Composite shape) {
        changes.properties().forEach(change -> {
            JsonNode value = change.getValue();
            Shape below = shape.member(change.getKey()).map(Shape.Member::shape).orElse(null);
            if (value.isNull()) {
                onto.remove(change.getKey());
            } else if (below instanceof Shape.Composite person
                    && person.member("personId").isPresent()
                    && value instanceof ObjectNode of
                    && onto.get(change.getKey()) instanceof ObjectNode known) {
                overlay(known, of, person);
            } else if (below instanceof Shape.Many many
                    && many.element() instanceof Shape.Composite person
                    && person.member("personId").isPresent()
                    && value instanceof ArrayNode of
                    && onto.get(change.getKey()) instanceof ArrayNode known) {
                onto.set(change.getKey(), overlaid(known, of, person));
            } else {
                onto.set(change.getKey(), value.deepCopy());
            }
        });
    }

    /** Persons as they are to be: of one who was among them only what is given changes. */
    private static ArrayNode overlaid(ArrayNode known, ArrayNode changes, Shape.Composite person) {
        ArrayNode persons = changes.arrayNode();
        for (JsonNode change : changes) {
            ObjectNode before = StrictJson.MAPPER.createObjectNode();
            for (JsonNode each : known) {
                if (change.hasNonNull("personId") && each.path("personId").equals(canonical(change.get("personId")))) {
                    before = ((ObjectNode) each).deepCopy();
                }
            }
            if (change instanceof ObjectNode of) {
                overlay(before, of, person);
            }
            persons.add(before);
        }
        return persons;
    }

    /** Whether a field is given now; of a command given again: whether it is to change. */
    boolean changes(String field) {
        return changed.contains(field);
    }

    /** Where a field is in the body as it was sent. */
    String pointer(String field) {
        return base.appendProperty(field).toString();
    }

    private @Nullable String takeAuthority() {
        JsonNode given = tree.remove(CommandType.AUTHORITY);
        if (given == null || given.isNull()) {
            return null;
        }
        if (!given.isString()) {
            wrong.add(new FieldError("/" + CommandType.AUTHORITY, "wrong-type", List.of("string")));
            return null;
        }
        String text = given.stringValue();
        TextRules.broken(text, CommandType.AUTHORITY_MAX)
                .ifPresent(
                        rule -> broken.add(new FieldError("/" + CommandType.AUTHORITY, rule.code(), rule.arguments())));
        if (PublicWords.holdNumber(text)) {
            broken.add(new FieldError("/" + CommandType.AUTHORITY, PublicWords.CODE, List.of()));
        }
        return text;
    }

    /** What broke a rule is judged already; without it the rest can be bound and judged too. */
    private static void removeBroken(List<FieldError> errors, ObjectNode body) {
        for (FieldError error : errors) {
            JsonPointer pointer = JsonPointer.compile(error.pointer());
            JsonNode holder = body.at(pointer.head());
            if (holder instanceof ObjectNode object) {
                object.remove(pointer.last().getMatchingProperty());
            }
        }
    }

    private void settle(ObjectNode node, Shape.Composite shape, JsonPointer at) {
        Set<String> present = new HashSet<>();
        for (Shape.Member member : shape.members()) {
            JsonNode value = node.get(member.name());
            if (node == tree && !changed.contains(member.name()) && value != null && !value.isNull()) {
                continue; // said before, and settled then
            }
            if (value == null || value.isNull()) {
                node.remove(member.name());
                if (member.requiredByType()) {
                    missing(node, member, at);
                }
            } else {
                present.add(member.name());
                settle(node, member.name(), value, member.shape(), at.appendProperty(member.name()));
            }
        }
        for (Shape.Member member : shape.members()) {
            if (present.contains(member.name())
                    && member.shape() instanceof Shape.Words words
                    && words.sealing() != null
                    && node.path(member.name()).isString()) {
                texts.takeOut(node, member.name(), words.sealing(), shape, at);
            }
        }
    }

    private void missing(ObjectNode node, Shape.Member member, JsonPointer at) {
        refuse(at.appendProperty(member.name()), "required");
        if (member.primitive() && member.shape() instanceof Shape.Truth) {
            node.put(member.name(), false);
        } else if (member.primitive()) {
            node.put(member.name(), 0);
        }
    }

    private void settle(ObjectNode holder, String name, JsonNode value, Shape shape, JsonPointer at) {
        switch (shape) {
            case Shape.Composite composite -> settle((ObjectNode) value, composite, at);
            case Shape.Many many -> {
                ArrayNode array = (ArrayNode) value;
                for (int i = 0; i < array.size(); i++) {
                    if (many.element() instanceof Shape.Composite composite) {
                        settle((ObjectNode) array.get(i), composite, at.appendIndex(i));
                    } else if (many.element() instanceof Shape.Value element && element.type() == UUID.class) {
                        array.set(i, canonical(array.get(i)));
                    }
                }
            }
            case Shape.Yuan yuan -> {
                BigDecimal amount = value.isNumber() ? value.decimalValue() : new BigDecimal(value.stringValue());
                holder.put(
                        name,
                        amount.multiply(ShapeCheck.unit(holder)).setScale(2).toPlainString());
            }
            case Shape.Value given when given.type() == UUID.class -> holder.set(name, canonical(value));
            default -> {}
        }
    }

    private static StringNode canonical(JsonNode uuid) {
        return StringNode.valueOf(UUID.fromString(uuid.stringValue()).toString());
    }

    private @Nullable Object bind() {
        while (true) {
            try {
                CorrectionRequest.Reading given = read(type, tree, Set.of());
                envelope = given.envelope();
                return given.fields();
            } catch (DatabindException e) {
                String pointer = base.append(pointer(e)).toString();
                if (Stream.concat(wrong.stream(), broken.stream())
                        .noneMatch(b -> b.pointer().startsWith(pointer))) {
                    broken.add(new FieldError(pointer, "invalid", List.of()));
                }
                if (!leaveOut(pointer(e), tree)) {
                    return null;
                }
            } catch (JacksonException e) {
                throw new IllegalStateException("cannot bind " + type.name());
            }
        }
    }

    private static CorrectionRequest.Reading read(CommandType type, ObjectNode tree, Set<String> leftOut) {
        if (type.enveloped().isEmpty() && leftOut.isEmpty()) {
            return new CorrectionRequest.Reading(StrictJson.MAPPER.treeToValue(tree, type.record()), Envelope.EMPTY);
        }
        ObjectNode own = tree.objectNode();
        ObjectNode common = tree.objectNode();
        tree.properties().forEach(field -> {
            if (!leftOut.contains(field.getKey())) {
                (type.enveloped().contains(field.getKey()) ? common : own).set(field.getKey(), field.getValue());
            }
        });
        return new CorrectionRequest.Reading(
                StrictJson.MAPPER.treeToValue(own, type.record()),
                common.isEmpty() ? Envelope.EMPTY : StrictJson.MAPPER.treeToValue(common, Envelope.class));
    }

    /** A command as it was given once. */
    static CorrectionRequest.Reading given(CommandType type, ObjectNode before, Set<String> leftOut) {
        return read(type, before, leftOut);
    }

    /** The command as it stands, without some of its fields. */
    CorrectionRequest.Reading given(Set<String> leftOut) {
        return read(type, tree, leftOut);
    }

    private static JsonPointer pointer(DatabindException e) {
        JsonPointer pointer = JsonPointer.empty();
        for (JacksonException.Reference step : e.getPath()) {
            pointer = step.getPropertyName() == null
                    ? pointer.appendIndex(Math.max(step.getIndex(), 0))
                    : pointer.appendProperty(step.getPropertyName());
        }
        return pointer;
    }

    CommandType type() {
        return type;
    }

    UUID commandId() {
        return commandId;
    }

    @Nullable
    String authority() {
        return authority;
    }

    /** What cannot be read at all: an unknown field, another type. */
    public List<FieldError> wrong() {
        return wrong;
    }

    /** Rules that what was bound breaks, where they are in the body as it was sent; nothing of what was left out. */
    List<FieldError> ofTheRest(List<FieldError> errors) {
        return FieldError.below(base.toString(), errors).stream()
                .filter(each -> !leftOut.contains(each.pointer()))
                .toList();
    }

    /** Rules broken by single values. */
    public List<FieldError> broken() {
        return broken;
    }

    /** The record with empty seals, without what kept it from being bound; null where that is all. */
    @Nullable
    public Object unsealed() {
        return unsealed;
    }

    /** 422 {@code birthday} for whoever would be born before 1900 or after the day it gives. */
    List<FieldError> birthdays(LocalDate today) {
        return FieldError.below(base.toString(), texts.birthdays(day(today)));
    }

    /** The day it gives, or today. */
    LocalDate day(LocalDate today) {
        LocalDate given = unsealed != null && RecordFields.value(unsealed, "occurredOn") instanceof LocalDate own
                ? own
                : envelope.occurredOn();
        return given == null ? today : given;
    }

    /** What the platform has taken off. */
    Envelope envelope() {
        return envelope;
    }

    /** Words of people's own that will stand in the log in clear, by where they are in the body as it was sent. */
    Map<String, String> clearWords() {
        Map<String, String> words = new LinkedHashMap<>();
        if (authority != null) {
            words.put("/" + CommandType.AUTHORITY, authority);
        }
        type.shape().members().stream()
                .filter(member -> changes(member.name()))
                .forEach(member ->
                        collect(tree.path(member.name()), member.shape(), base.appendProperty(member.name()), words));
        return words;
    }

    private static void collect(JsonNode value, Shape shape, JsonPointer at, Map<String, String> words) {
        switch (shape) {
            case Shape.Words clear
            when clear.free() && value.isString() -> words.put(at.toString(), value.stringValue());
            case Shape.Composite inner
            when value.isObject() ->
                inner.members()
                        .forEach(member -> collect(
                                value.path(member.name()), member.shape(), at.appendProperty(member.name()), words));
            case Shape.Many many -> {
                for (int i = 0; i < value.size(); i++) {
                    collect(value.get(i), many.element(), at.appendIndex(i), words);
                }
            }
            default -> {}
        }
    }

    /** What is to be sealed before the record is whole. */
    ClearTexts texts() {
        return texts;
    }

    /** The record with every text sealed. */
    Object sealed(String streamId, KeyRing keys) {
        texts.seal(streamId, keys);
        Object bound = bind();
        if (bound == null) {
            throw new IllegalStateException("cannot bind " + type.name() + " once sealed");
        }
        return bound;
    }

    @Override
    public String toString() {
        return "Draft[" + type.name() + ", " + commandId + "]";
    }
}
