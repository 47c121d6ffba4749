package org.minqing.query.pages;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headings under which the cards of a dashboard stand; a measure that names none stands under the last. */
public enum Theme {
    LINKS("M05", "M20", "M20b", "M20C", "M26", "M27", "M21", "M33"),
    MONEY("M22", "M09", "M10", "M23"),
    TEAM("M01", "M02", "M03", "M04", "M06", "M07", "M14", "M15", "M16", "M16C", "M17", "M18", "M19", "M35"),
    PROJECTS("M24", "M11", "M12", "M12P", "M13", "M25", "M08", "M30", "M31", "M32"),
    PAPERS();

    private final List<String> measures;

    Theme(String... measures) {
        this.measures = List.of(measures);
    }

    /** Measures under their headings, in the order of the headings; headings without any are left out. */
    static Map<Theme, List<Map<String, Object>>> sorted(List<Map<String, Object>> measures) {
        Map<Theme, List<Map<String, Object>>> sorted = new EnumMap<>(Theme.class);
        for (Theme theme : values()) {
            List<Map<String, Object>> under = measures.stream()
                    .filter(m -> of(Answer.text(m, "id")) == theme)
                    .sorted((a, b) -> Integer.compare(theme.rank(a), theme.rank(b)))
                    .toList();
            if (!under.isEmpty()) {
                sorted.put(theme, under);
            }
        }
        return sorted;
    }

    private int rank(Map<String, Object> measure) {
        return measures.indexOf(Answer.text(measure, "id"));
    }

    private static Theme of(String id) {
        return Arrays.stream(values())
                .filter(theme -> Set.copyOf(theme.measures).contains(id))
                .findFirst()
                .orElse(PAPERS);
    }
}
