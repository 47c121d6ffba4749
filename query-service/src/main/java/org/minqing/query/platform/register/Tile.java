package org.minqing.query.platform.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Task;

/**
 * What stands in a rectangle. Two tiles with equal text are one state.
 *
 * @param state JSON of the state, its fields in the record's order
 * @param label JSON of the label
 * @param tasks what is to be done because of it
 */
public record Tile(boolean voided, String state, @Nullable String label, Dimensions dimensions, List<Task> tasks) {
    static final String VOIDED = "VOIDED";
}
