package org.minqing.query.pages;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The headings under which the cards of a dashboard stand; a measure that none names stands under the last. */
public enum Theme {
    LINKS("M05", "A29", "M20", "M20b", "M20C", "A09", "A10", "M26", "M27", "M21", "A11", "A33", "A27", "M33"),
    MONEY("M22", "M09", "A12", "M10", "A13", "A14", "M23"),
    TEAM(
            "M01", "A07", "A06", "A30", "M02", "M03", "M04", "M06", "M07", "A08", "M14", "M15", "A17", "A18", "A19",
            "A20", "M16", "M16C", "M17", "M18", "M19", "M35"),
    PROJECTS("M24", "A28", "A32", "M11", "M12", "M12P", "M13", "M25", "A16", "M08", "M30", "A31", "M31", "M32", "A15"),
    PAPERS(
            "A01", "A02", "A03", "A21", "A23", "A22", "M28", "M28a", "M28b", "M28c", "M28d", "A04", "M29", "A24", "A26",
            "A25", "A34", "A05", "M34");

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

    static Theme of(String id) {
        return Arrays.stream(values())
                .filter(theme -> theme.names(id))
                .findFirst()
                .orElse(PAPERS);
    }

    /** Whether the measure stands under this heading by name. */
    boolean names(String id) {
        return measures.contains(id);
    }
}
