package org.minqing.events.project;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.minqing.events.Units;

/** What is measured of a project. */
public enum ProjectItem {
    /** 水管 */
    PIPE("m"),
    /** 硬化路面 */
    ROAD_SURFACE("m", "m2", "m3"),
    /** 三七 */
    NOTOGINSENG("mu", "m2"),
    /** 烤烟（水改旱） */
    TOBACCO("mu", "m2"),
    /** Anything else, by a name of its own. */
    OTHER;

    private final Set<String> units;

    ProjectItem(String... units) {
        this.units = Set.of(units);
    }

    /** Codes of what it is measured in, in order; anything of a name of its own in whatever it may be. */
    public List<String> units() {
        return List.copyOf(new TreeSet<>(units.isEmpty() ? Units.CODES.titles().keySet() : units));
    }
}
