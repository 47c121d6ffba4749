package org.minqing.query.platform.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Measure.Aggregation;

/**
 * Selections that differ in their measure and first day alone, as one question: what is planned does not grow with the number of
 * measures.
 */
final class SharedSelection {
    private final Selection first;
    private final List<Asked> asked = new ArrayList<>();

    /** What they have in common. */
    private record Common(
            boolean wide,
            @Nullable String division,
            @Nullable UUID programme,
            @Nullable UUID organisation,
            @Nullable UUID scope,
            @Nullable UUID cadre,
            @Nullable UUID household,
            @Nullable String task,
            @Nullable String kind,
            LocalDate to,
            long knownAt) {
        static Common of(Selection s) {
            return new Common(
                    s.measure().wide(),
                    s.division(),
                    s.programme(),
                    s.organisation(),
                    s.scope(),
                    s.cadre(),
                    s.household(),
                    s.task(),
                    s.kind(),
                    s.to(),
                    s.knownAt());
        }
    }

    /**
     * @param group number of those that are added up alike
     */
    private record Asked(int slot, int group, Selection selection) {}

    private SharedSelection(Selection first) {
        this.first = first;
    }

    /** The set of subjects of a ratio is a question of its own. */
    static boolean holds(Selection s) {
        return s.measure().aggregation() != Aggregation.RATIO;
    }

    /** @param slots each with the number it is answered under */
    static List<SharedSelection> of(Map<Integer, Selection> slots) {
        Map<Common, SharedSelection> shared = new LinkedHashMap<>();
        slots.forEach((slot, s) -> shared.computeIfAbsent(Common.of(s), common -> new SharedSelection(s))
                .add(slot, 0, s));
        return List.copyOf(shared.values());
    }

    void add(int slot, int group, Selection s) {
        asked.add(new Asked(slot, group, s));
    }

    Map<Integer, Selection> slots() {
        Map<Integer, Selection> slots = new LinkedHashMap<>();
        asked.forEach(each -> slots.put(each.slot, each.selection));
        return slots;
    }
}
