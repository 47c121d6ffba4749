package org.minqing.command.platform.desk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys.Findable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A command on its way from JSON to its record. Texts to be sealed are taken out first; until they are sealed the record
 * holds empty seals in their place, which is enough to judge everything but the domain's rules.
 */
public final class CommandDraft {
    private static final String PENDING = "pending:seal";

    private final CommandType type;
    private final ObjectNode tree;
    private final String client;
    private final UUID commandId;
    private final List<Secret> secrets = new ArrayList<>();
    private final List<FieldError> broken;
    private final @Nullable String authority;
    private final Set<String> changed;
    private final @Nullable Object unsealed;
    private Envelope envelope = Envelope.EMPTY;
    private @Nullable String about;

    /** A text that must not reach the record in the clear. */
    private record Secret(
            ObjectNode holder,
            String field,
            String text,
            Shape.Sealing sealing,
            @Nullable String subject) {
        Secret under(String subject) {
            return new Secret(holder, field, text, sealing, subject);
        }

        @Override
        public String toString() {
            return "Secret[" + field + "]";
        }
    }

    /** 400 where the body cannot be read as this command. */
    public CommandDraft(CommandType type, ObjectNode body, String client, UUID commandId) {
        this.type = type;
        this.client = client;
        this.commandId = commandId;
        ShapeCheck check = ShapeCheck.of(body, type.shape(), type.accepted());
        this.broken = new ArrayList<>(check.broken);
        this.tree = body.deepCopy();
        this.authority = authority(check.wrong);
        if (!check.wrong.isEmpty()) {
            throw new Refusal(400, "invalid-body", List.of(), check.wrong);
        }
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
        removeBroken(check.broken);
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
        this.client = client;
        this.commandId = commandId;
        this.authority = null;
        ShapeCheck check = ShapeCheck.of(changes, type.shape(), Set.of());
        List<FieldError> wrong = check.wrong;
        if (!wrong.isEmpty()) {
            throw new Refusal(400, "invalid-body", List.of(), below("/changes", wrong));
        }
        this.broken = new ArrayList<>(below("/changes", check.broken));
        Stream.concat(Stream.of(type.idField()), AmendmentType.FIXED.stream())
                .filter(changes::has)
                .map(fixed -> new FieldError("/changes/" + fixed, "never-changed", List.of()))
                .forEach(broken::add);
        this.changed = Set.copyOf(changes.propertyNames());
        this.tree = before.deepCopy();
        overlay(tree, changes, type.shape());
        settle(tree, type.shape(), JsonPointer.empty());
        this.unsealed = bind();
    }

    private static List<FieldError> below(String pointer, List<FieldError> errors) {
        return errors.stream()
                .map(e -> new FieldError(pointer + e.pointer(), e.code(), e.arguments()))
                .toList();
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

    /** Whether a field of a command given again is given now. */
    boolean changes(String field) {
        return changed.contains(field);
    }

    private @Nullable String authority(List<FieldError> wrong) {
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
                .ifPresent(code -> broken.add(
                        new FieldError("/" + CommandType.AUTHORITY, code, List.of(CommandType.AUTHORITY_MAX))));
        if (PublicWords.holdNumber(text)) {
            broken.add(new FieldError("/" + CommandType.AUTHORITY, PublicWords.CODE, List.of()));
        }
        return text;
    }

    /** What broke a rule is judged already; without it the rest can be bound and judged too. */
    private void removeBroken(List<FieldError> errors) {
        for (FieldError error : errors) {
            JsonPointer pointer = JsonPointer.compile(error.pointer());
            JsonNode holder = tree.at(pointer.head());
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
                takeOut(node, member.name(), words.sealing(), shape, at);
            }
        }
    }

    private void missing(ObjectNode node, Shape.Member member, JsonPointer at) {
        String pointer = at.appendProperty(member.name()).toString();
        if (broken.stream().noneMatch(e -> e.pointer().equals(pointer))) {
            broken.add(new FieldError(pointer, "required", List.of()));
        }
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

    private void takeOut(
            ObjectNode holder, String field, Shape.Sealing sealing, Shape.Composite shape, JsonPointer at) {
        String text = holder.get(field).stringValue();
        String under = sealing.under();
        boolean own = under.isEmpty()
                || at.matches() && under.equals(type.idField())
                || sealing.orOwn() && where(holder, under, shape).get(under) == null;
        String subject = own ? null : subject(sealing, id(holder, under, shape, at.appendProperty(field)));
        secrets.add(new Secret(holder, field, text, sealing, subject));
        holder.set(field, seal(new SealedText(1, PENDING, "A256GCM", "", "")));
    }

    /** The id a text is sealed under: in the same record, in the command, or made. */
    private String id(ObjectNode holder, String under, Shape.Composite shape, JsonPointer at) {
        ObjectNode where = where(holder, under, shape);
        JsonNode given = where.get(under);
        if (given == null) {
            String made = Ids.made(client, commandId, at.toString()).toString();
            where.put(under, made);
            return made;
        }
        return given.stringValue().toLowerCase(Locale.ROOT);
    }

    /** The record the id is looked for in. */
    private ObjectNode where(ObjectNode holder, String under, Shape.Composite shape) {
        return shape.member(under).isPresent() ? holder : tree;
    }

    private static String subject(Shape.Sealing sealing, String id) {
        String under = sealing.under();
        String kind = sealing.as().isEmpty()
                ? under.endsWith("Id") ? under.substring(0, under.length() - 2) : under
                : sealing.as();
        return kind.toLowerCase(Locale.ROOT) + ":" + id;
    }

    private String ownSubject(Shape.Sealing sealing, String streamId) {
        String kind = sealing.as().isEmpty() || sealing.orOwn() ? type.subject() : sealing.as();
        return kind.toLowerCase(Locale.ROOT) + ":" + streamId;
    }

    private static ObjectNode seal(SealedText sealed) {
        return StrictJson.MAPPER
                .createObjectNode()
                .put("v", sealed.v())
                .put("subject", sealed.subject())
                .put("alg", sealed.alg())
                .put("iv", sealed.iv())
                .put("ct", sealed.ct());
    }

    private @Nullable Object bind() {
        try {
            CorrectionRequest.Reading given = read(type, tree, Set.of());
            envelope = given.envelope();
            return given.fields();
        } catch (DatabindException e) {
            String pointer = pointer(e);
            if (broken.stream().noneMatch(b -> b.pointer().startsWith(pointer))) {
                broken.add(new FieldError(pointer, "invalid", List.of()));
            }
            return null;
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot bind " + type.name());
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

    private static String pointer(DatabindException e) {
        JsonPointer pointer = JsonPointer.empty();
        for (JacksonException.Reference step : e.getPath()) {
            pointer = step.getPropertyName() == null
                    ? pointer.appendIndex(Math.max(step.getIndex(), 0))
                    : pointer.appendProperty(step.getPropertyName());
        }
        return pointer.toString();
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

    /** Rules broken by single values. */
    public List<FieldError> broken() {
        return broken;
    }

    /** The record with empty seals, or null where a value kept it from being bound. */
    @Nullable
    public Object unsealed() {
        return unsealed;
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

    boolean hasSecrets() {
        return !secrets.isEmpty();
    }

    /** Whose keys are needed, the command's own subject being of this stream. */
    Set<String> subjects(String streamId) {
        Set<String> subjects = new HashSet<>();
        secrets.stream()
                .filter(secret -> secret.subject() != null || !secret.sealing().ofStream())
                .forEach(secret -> subjects.add(subject(secret, streamId)));
        return subjects;
    }

    /** Whose data is spoken of where the stream is not asked: that of the event which is voided or corrected. */
    CommandDraft about(@Nullable String dataSubject) {
        about = dataSubject;
        return this;
    }

    /** Asks the command's own stream whose data it is, where a text is sealed under that. */
    void readSubjects(String streamId, References references) {
        secrets.replaceAll(secret -> {
            if (secret.sealing().ofStream() && about != null) {
                return secret.under(about);
            }
            if (secret.sealing().ofStream()) {
                return secret.under(references
                        .begun(type.subject(), streamId)
                        .map(DomainEvent::dataSubject)
                        .orElseGet(() -> ownSubject(secret.sealing(), streamId)));
            }
            return secret;
        });
    }

    /** Texts by which their subjects may be found. */
    List<Findable> findable(String streamId) {
        return secrets.stream()
                .filter(secret -> !secret.sealing().findable().isEmpty())
                .map(secret -> new Findable(secret.sealing().findable(), subject(secret, streamId), secret.text()))
                .toList();
    }

    /** The record with every text sealed. */
    Object sealed(String streamId, KeyRing keys) {
        for (Secret secret : secrets) {
            secret.holder().set(secret.field(), seal(keys.seal(subject(secret, streamId), secret.text())));
        }
        Object bound = bind();
        if (bound == null) {
            throw new IllegalStateException("cannot bind " + type.name() + " once sealed");
        }
        return bound;
    }

    private String subject(Secret secret, String streamId) {
        return secret.subject() == null ? ownSubject(secret.sealing(), streamId) : secret.subject();
    }

    @Override
    public String toString() {
        return "Draft[" + type.name() + ", " + commandId + "]";
    }
}
