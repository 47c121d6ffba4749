package org.minqing.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The codes of a national standard, in its order, with their titles.
 *
 * @param standard such as {@code GB/T 3304}
 */
public record CodeList(String standard, Map<String, Title> titles) {
    /** What a code is called. */
    public record Title(String zh, String en) {}

    public CodeList {
        titles = Collections.unmodifiableMap(new LinkedHashMap<>(titles));
    }

    public boolean contains(String code) {
        return titles.containsKey(code);
    }

    /** Reads lines of {@code code|Chinese|English}. */
    static CodeList of(String standard, String lines) {
        var titles = new LinkedHashMap<String, Title>();
        for (String line : lines.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 3 || titles.put(cells[0], new Title(cells[1], cells[2])) != null) {
                throw new IllegalArgumentException(standard + ": " + line);
            }
        }
        return new CodeList(standard, titles);
    }
}
