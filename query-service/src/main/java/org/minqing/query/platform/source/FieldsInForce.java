package org.minqing.query.platform.source;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in force for an entity on a day and stands in no event of its own: an event says what it was judged by on its day, and an
 * answer about another day says what is in force then.
 */
public interface FieldsInForce {
    /**
     * By the entity's id its fields by their names, a text or a whole number each; null: nothing is in force. Entities it knows
     * nothing of are left out.
     *
     * @param type of all the entities
     * @param knownAt as known at this position
     */
    Map<String, Map<String, @Nullable Object>> of(String type, List<String> ids, LocalDate asOf, long knownAt);
}
