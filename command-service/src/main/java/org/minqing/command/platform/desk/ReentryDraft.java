package org.minqing.command.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.command.platform.form.EventPath;
import org.minqing.command.platform.form.PartOf;
import org.minqing.command.platform.form.Shape;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.stream.CorrectionRequest;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.Schema;
import org.minqing.events.DomainEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command read back from the event it made, to be given again: each field says what the event says under the same name, or
 * where {@link EventPath} says. A place is given by its divisionId, which is as good as a code.
 */
public final class ReentryDraft implements CorrectionRequest.Reentry {
    /** What no correction changes, and what is said beside a command's own fields. */
    private static final Set<String> NEVER_DERIVED = Set.of("occurredOn", "reason", "reasonCode");

    private final CommandType type;
    private final ObjectNode before;
    private final CommandDraft draft;

    /** @param draft what was entered, with the changes; its texts are sealed by the time it is bound */
    public ReentryDraft(CommandType type, ObjectNode before, CommandDraft draft) {
        this.type = type;
        this.before = before;
        this.draft = draft;
    }

    /** The fields that make the event again. */
    public static ObjectNode fields(CommandType type, DomainEvent event) {
        ObjectNode said = StrictJson.MAPPER.valueToTree(event);
        ObjectNode fields = StrictJson.MAPPER.createObjectNode();
        for (Shape.Member member : type.shape().members()) {
            find(member, said).ifPresent(value -> fields.set(member.name(), given(value.deepCopy(), member.shape())));
        }
        if (type.determined()) {
            fields.remove(type.idField());
        }
        return fields;
    }

    /** Without what the command's own value does not have: an event may say more, such as what goods are worth. */
    private static JsonNode given(JsonNode value, Shape shape) {
        if (shape instanceof Shape.Composite composite && value instanceof ObjectNode object) {
            object.retain(composite.members().stream().map(Shape.Member::name).toList());
            composite.members().stream()
                    .filter(member -> object.has(member.name()))
                    .forEach(member -> given(object.get(member.name()), member.shape()));
        } else if (shape instanceof Shape.Many many) {
            value.forEach(element -> given(element, many.element()));
        }
        return value;
    }

    private static Optional<JsonNode> find(Shape.Member member, ObjectNode said) {
        EventPath entered = member.component().getAnnotation(EventPath.class);
        if (entered != null) {
            return entered.value().isEmpty() ? Optional.empty() : at(said, entered.value());
        }
        String name = member.name();
        return at(said, name)
                .or(() -> name.endsWith("Code")
                        ? at(said, name.substring(0, name.length() - 4) + "Id")
                        : Optional.empty())
                .or(() -> only(name, said));
    }

    /** Where one of the values inside the event has such a component. */
    private static Optional<JsonNode> only(String name, ObjectNode said) {
        List<JsonNode> found = new ArrayList<>();
        said.properties().forEach(each -> {
            if (each.getValue().isObject() && each.getValue().hasNonNull(name)) {
                found.add(each.getValue().get(name));
            }
        });
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Optional<JsonNode> at(JsonNode said, String path) {
        JsonNode value = said;
        for (String field : path.split("\\.")) {
            value = value.path(field);
        }
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public List<String> derivable() {
        return kept().filter(member -> !Schema.required(member) && !NEVER_DERIVED.contains(member.name()))
                .map(Shape.Member::name)
                .toList();
    }

    @Override
    public Set<String> parts(Set<String> leftOut) {
        return kept().filter(member ->
                        member.component().isAnnotationPresent(PartOf.class) && !leftOut.contains(member.name()))
                .map(Shape.Member::name)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean sameWhole(String part, DomainEvent one, DomainEvent other) {
        String whole = type.shape()
                .member(part)
                .orElseThrow()
                .component()
                .getAnnotation(PartOf.class)
                .value();
        return fields(type, one).path(whole).equals(fields(type, other).path(whole));
    }

    /** Fields that were given, or derived, and are not given now. */
    private Stream<Shape.Member> kept() {
        return type.shape().members().stream()
                .filter(member -> before.hasNonNull(member.name()) && !draft.changes(member.name()));
    }

    @Override
    public CorrectionRequest.Reading unchanged(Set<String> leftOut) {
        return CommandDraft.given(type, before, leftOut);
    }

    @Override
    public CorrectionRequest.Reading changed(Set<String> leftOut) {
        return draft.given(leftOut);
    }
}
