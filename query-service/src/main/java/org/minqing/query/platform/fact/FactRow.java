package org.minqing.query.platform.fact;

import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Fact;

/**
 * A fact as it stands in the table.
 *
 * @param ordinal 0, 1, 2, ... within its event
 * @param unit never missing here
 * @param key what is counted, where the measure counts by key
 */
public record FactRow(
        long position,
        int ordinal,
        Fact fact,
        String unit,
        @Nullable String key) {}
