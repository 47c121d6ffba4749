package org.minqing.query.platform.view;

import java.util.Set;

/**
 * Tasks that follow from several entities or from facts, told in SQL over {@code read.register} and {@code read.fact}. They are kept as
 * those change: what is said here is asked of no more than the subjects a change concerns, on the days on which anything about them
 * changes, as known at the position of the change. What a subject is to be told on a day must follow from nothing later than that day.
 *
 * @param subject type of the entities the tasks are about, {@code Link}
 * @param names of its tasks; no other rule or state tells one of these of such a subject
 * @param registers types of entities whose changes count
 * @param measures whose facts count, by their household
 * @param concerned SQL: {@code id, position, day} of the subjects concerned by the rows {@code changed (type, id, position, day)}: an
 *     entity's type and id, or a measure and its household, changed at the position from the day on
 * @param days SQL: {@code id, position, day} for the rows {@code concerned} of the same form: days on which anything about the subject
 *     changes, as known at the position
 * @param told SQL: {@code name, due_on, told_from, programme, division, organisation, cadre, household} of what is to be done about the
 *     subject {@code m.id} on the day {@code m.day} as known at {@code m.position}; no two of one name; {@code told_from} null: at once
 * @param retelling tells the same of all that ever happened
 */
public record TaskRule(
        String subject,
        Set<String> names,
        Set<String> registers,
        Set<String> measures,
        String concerned,
        String days,
        String told,
        Retelling retelling) {
    public TaskRule {
        names = Set.copyOf(names);
        registers = Set.copyOf(registers);
        measures = Set.copyOf(measures);
    }
}
