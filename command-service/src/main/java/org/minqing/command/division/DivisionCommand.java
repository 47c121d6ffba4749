package org.minqing.command.division;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.DeterminedStream;
import org.minqing.command.platform.form.DivisionCode;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.OptionalText;
import org.minqing.command.platform.form.Text;
import org.minqing.command.platform.history.Gazetteer.Place;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.division.DivisionEvent;
import org.minqing.events.division.HardshipKind;
import org.minqing.events.division.HardshipSeverity;
import org.minqing.events.division.Naming;

/** What may be done about a division. */
sealed interface DivisionCommand {
    /**
     * Enters a division under its code (GB/T 2260, GB/T 10114).
     *
     * @param code 2, 4, 6, 9 or 12 digits
     * @param parentCode left out: the nearest division that bears the code's beginning on the day, or bore it before, if there is
     *     one
     */
    @MadeEvents(value = DivisionEvent.DivisionRegistered.class, begins = true)
    record RegisterDivision(
            @NotNull @Pattern(regexp = DivisionCodes.FORM, message = "division-code")
            String code,

            @NotBlank @Text(max = 100) String name,
            @Nullable @DivisionCode String parentCode)
            implements DivisionCommand, DeterminedStream {

        /** The parent's divisionId and the own segment; a segment used before takes a letter in place of its first digit. */
        @Override
        public String streamId(DecisionContext situation) {
            LocalDate day = situation.day();
            return situation.gazetteer().bearer(code, day).map(Place::id).orElseGet(() -> freeId(situation, day));
        }

        /** The one named, which must be the nearest above; with none named, the nearest. */
        @Nullable
        Place parent(DecisionContext situation, LocalDate day) {
            Place nearest = DivisionCodes.ancestorsOf(code)
                    .flatMap(ancestor -> situation.gazetteer().meant(ancestor, day).stream())
                    .findFirst()
                    .orElse(null);
            if (parentCode == null) {
                return nearest;
            }
            Place parent = situation
                    .gazetteer()
                    .find(parentCode, day)
                    .orElseThrow(() -> Refusal.notFound("Division", parentCode));
            if (!parent.isAbove(code)) {
                throw Refusal.invalid("/code", "code-not-below-parent", code, parentCode);
            }
            if (nearest != null && isWithin(nearest, parent)) {
                Naming called = nearest.called(day);
                throw Refusal.invalid("/code", "code-below-nearer", code, called.code(), called.name());
            }
            return parent;
        }

        private static boolean isWithin(Place place, Place other) {
            return place.id().startsWith(other.id()) && !place.id().equals(other.id());
        }

        private String freeId(DecisionContext situation, LocalDate day) {
            Place parent = parent(situation, day);
            String prefix = parent == null ? "" : parent.id();
            String segment = code.substring(prefix.length());
            return DivisionCodes.variants(segment)
                    .map(variant -> prefix + variant)
                    .filter(id -> isFree(situation, id, prefix))
                    .findFirst()
                    .orElseThrow(() -> Refusal.conflict("no-free-segment", segment));
        }

        /** Nobody's id, and below nobody but the parent and what is above it. */
        private static boolean isFree(DecisionContext situation, String id, String parentId) {
            return situation.gazetteer().place(id).isEmpty()
                    && DivisionCodes.ancestorsOf(id)
                            .filter(above -> above.length() > parentId.length())
                            .allMatch(
                                    above -> situation.gazetteer().place(above).isEmpty());
        }
    }

    /** Gives a division another code from a day on, and another name if one is given. */
    @MadeEvents(DivisionEvent.DivisionRecoded.class)
    record RecodeDivision(
            @NotNull @DivisionCode String divisionId,

            @NotNull @Pattern(regexp = DivisionCodes.FORM, message = "division-code")
            String code,

            @Nullable @OptionalText @Text(max = 100) String name)
            implements DivisionCommand {}

    /** Gives a division another name from a day on. */
    @MadeEvents(DivisionEvent.DivisionRenamed.class)
    record RenameDivision(
            @NotNull @DivisionCode String divisionId,
            @NotBlank @Text(max = 100) String name) implements DivisionCommand {}

    /**
     * A division suffered a hardship; one of a kind for each year.
     *
     * @param year not after the day's
     */
    @MadeEvents(DivisionEvent.HardshipDeclared.class)
    record DeclareHardship(
            @NotNull @DivisionCode String divisionId,
            @Nullable UUID declarationId,
            @NotNull HardshipKind kind,
            @NotNull @Min(1949) Integer year,
            @Nullable HardshipSeverity severity)
            implements DivisionCommand {}
}
