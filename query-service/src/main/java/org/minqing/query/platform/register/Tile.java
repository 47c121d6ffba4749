package org.minqing.query.platform.register;

import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Dimensions;

/**
 * What stands in a rectangle. Two tiles with equal text are one state.
 *
 * @param state JSON of the state, its fields in the record's order
 * @param label JSON of the label
 */
public record Tile(boolean voided, String state, @Nullable String label, Dimensions dimensions) {
    static final String VOIDED = "VOIDED";
}
