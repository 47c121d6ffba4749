package org.minqing.command.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.form.Shape;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.refusal.StrictJson;
import org.minqing.command.platform.type.CommandType;
import org.minqing.events.CitizenNumber;
import org.minqing.events.DomainEvent;
import org.minqing.events.Ids;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys.Findable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The texts of a command that must not reach its record in clear: taken out of its JSON, where empty seals hold their
 * places, until it is known whose keys they are sealed under.
 */
final class ClearTexts {
    /** Nobody in the villages was born earlier. */
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1900, 1, 1);

    private static final String PENDING = "pending:seal";

    private final CommandType type;
    private final ObjectNode tree;
    private final String client;
    private final UUID commandId;
    private final List<ClearText> texts = new ArrayList<>();
    private @Nullable String about;

    /** @param tree the whole command, in which the places are */
    ClearTexts(CommandType type, ObjectNode tree, String client, UUID commandId) {
        this.type = type;
        this.tree = tree;
        this.client = client;
        this.commandId = commandId;
    }

    /** @param subject null: that of the command's own stream */
    private record ClearText(
            ObjectNode holder,
            String field,
            String text,
            Shape.Sealing sealing,
            JsonPointer at,
            @Nullable String subject) {
        ClearText under(String subject) {
            return new ClearText(holder, field, text, sealing, at, subject);
        }

        @Override
        public String toString() {
            return "ClearText[" + field + "]";
        }
    }

    /** Takes a text out of the value that holds it, whose form and place are these. */
    void takeOut(ObjectNode holder, String field, Shape.Sealing sealing, Shape.Composite shape, JsonPointer at) {
        String given = holder.get(field).stringValue();
        String text = sealing.citizenNumber() ? CitizenNumber.normal(given) : given;
        JsonPointer place = at.appendProperty(field);
        String under = sealing.under();
        boolean own = under.isEmpty()
                || at.matches() && under.equals(type.idField())
                || sealing.orOwn() && where(holder, tree, under, shape).get(under) == null;
        String subject = own ? null : subject(sealing, id(holder, under, shape, place));
        texts.add(new ClearText(holder, field, text, sealing, place, subject));
        holder.set(field, seal(new SealedText(1, PENDING, "A256GCM", "", "")));
    }

    /** The id a text is sealed under: in the same value, in the command, or made. */
    private String id(ObjectNode holder, String under, Shape.Composite shape, JsonPointer at) {
        ObjectNode where = where(holder, tree, under, shape);
        JsonNode given = where.get(under);
        if (given == null) {
            String made = Ids.made(client, commandId, at.toString()).toString();
            where.put(under, made);
            return made;
        }
        return given.stringValue().toLowerCase(Locale.ROOT);
    }

    /** The value the id is looked for in. */
    private static ObjectNode where(ObjectNode holder, ObjectNode command, String under, Shape.Composite shape) {
        return shape.member(under).isPresent() ? holder : command;
    }

    private static String subject(Shape.Sealing sealing, String id) {
        String under = sealing.under();
        String kind = sealing.as().isEmpty()
                ? under.endsWith("Id") ? under.substring(0, under.length() - 2) : under
                : sealing.as();
        return StreamName.subject(kind, id);
    }

    private String ownSubject(Shape.Sealing sealing, String streamId) {
        String kind = sealing.as().isEmpty() || sealing.orOwn() ? type.subject() : sealing.as();
        return StreamName.subject(kind, streamId);
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

    /**
     * Where texts stay sealed as they were although whoever's key they lie under is named otherwise now.
     *
     * @param before the command as it was given once
     */
    List<JsonPointer> keptForAnother(ObjectNode before) {
        List<JsonPointer> found = new ArrayList<>();
        keptForAnother(tree, before, before, type.shape(), JsonPointer.empty(), found);
        return found;
    }

    private void keptForAnother(
            ObjectNode now,
            ObjectNode then,
            ObjectNode before,
            Shape.Composite shape,
            JsonPointer at,
            List<JsonPointer> found) {
        for (Shape.Member member : shape.members()) {
            JsonNode value = now.path(member.name());
            JsonPointer below = at.appendProperty(member.name());
            if (member.shape() instanceof Shape.Words words && words.sealing() != null && value.isObject()) {
                String under = words.sealing().under();
                if (!owner(now, tree, under, shape).equals(owner(then, before, under, shape))) {
                    found.add(below);
                }
            } else if (member.shape() instanceof Shape.Composite inner && value instanceof ObjectNode object) {
                ObjectNode known = then.get(member.name()) instanceof ObjectNode was ? was : object;
                keptForAnother(object, known, before, inner, below, found);
            } else if (member.shape() instanceof Shape.Many many && many.element() instanceof Shape.Composite inner) {
                for (int i = 0; i < value.size(); i++) {
                    // of one among several only what is given changes, and never who it is
                    ObjectNode each = (ObjectNode) value.get(i);
                    keptForAnother(each, each, before, inner, below.appendIndex(i), found);
                }
            }
        }
    }

    private static String owner(ObjectNode holder, ObjectNode command, String under, Shape.Composite shape) {
        return where(holder, command, under, shape).path(under).asString("").toLowerCase(Locale.ROOT);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whose keys are needed, the command's own subject being of this stream. */
    Set<String> subjects(String streamId) {
        Set<String> subjects = new HashSet<>();
        texts.stream()
                .filter(text -> text.subject() != null || !text.sealing().ofStream())
                .forEach(text -> subjects.add(subject(text, streamId)));
        return subjects;
    }

    /** Whose data is spoken of where the stream is not asked: that of the event which is voided or corrected. */
    void about(@Nullable String dataSubject) {
        about = dataSubject;
    }

    /** Asks the command's own stream whose data it is, where a text is sealed under that. */
    void readSubjects(String streamId, References references) {
        texts.replaceAll(text -> text.sealing().ofStream() ? text.under(ofStream(text, streamId, references)) : text);
    }

    private String ofStream(ClearText text, String streamId, References references) {
        return about != null
                ? about
                : references
                        .begun(type.subject(), streamId)
                        .map(DomainEvent::dataSubject)
                        .orElseGet(() -> ownSubject(text.sealing(), streamId));
    }

    /** Where a citizen number says a birthday before 1900 or after the day. */
    List<FieldError> birthdays(LocalDate day) {
        return texts.stream()
                .filter(text -> text.sealing().citizenNumber())
                .filter(text -> {
                    LocalDate born = CitizenNumber.birthday(text.text());
                    return born.isBefore(FIRST_BIRTHDAY) || born.isAfter(day);
                })
                .map(text -> new FieldError(text.at().toString(), "birthday", List.of(FIRST_BIRTHDAY, day)))
                .toList();
    }

    /** Names of persons among them. */
    Set<String> names() {
        return texts.stream()
                .filter(text -> text.field().equals("name"))
                .map(ClearText::text)
                .collect(Collectors.toSet());
    }

    /** Texts by which their subjects may be found. */
    List<Findable> findable(String streamId) {
        return texts.stream()
                .filter(text -> !text.sealing().findable().isEmpty())
                .map(text -> new Findable(text.sealing().findable(), subject(text, streamId), text.text()))
                .toList();
    }

    /** Puts every text back into its place, sealed. */
    void seal(String streamId, KeyRing keys) {
        texts.forEach(text -> text.holder().set(text.field(), seal(keys.seal(subject(text, streamId), text.text()))));
    }

    private String subject(ClearText text, String streamId) {
        return text.subject() == null ? ownSubject(text.sealing(), streamId) : text.subject();
    }

    @Override
    public String toString() {
        return "ClearTexts" + texts;
    }
}
