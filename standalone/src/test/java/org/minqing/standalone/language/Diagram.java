package org.minqing.standalone.language;

import java.util.List;
import java.util.stream.Collectors;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.decision.Transitions.Row;
import org.minqing.events.DomainEvent;

/**
 * The table of a process as a state diagram that Mermaid draws: a state is the step taken last, an arrow leads to a step that
 * may be taken next, and steps beside the process lead back to where it stands.
 */
record Diagram<E extends DomainEvent>(Transitions<E> table) {
    String mermaid() {
        StringBuilder drawn = new StringBuilder("```mermaid\nstateDiagram-v2\n");
        drawn.append("    [*] --> ").append(table.beginning().getSimpleName()).append('\n');
        for (Row<E> stage : table.rows()) {
            if (!stage.beside()) {
                steps(stage, false)
                        .forEach(row -> arrow(drawn, stage, row.step().getSimpleName()));
                String beside = steps(stage, true).stream()
                        .map(row -> row.step().getSimpleName())
                        .collect(Collectors.joining(", "));
                if (!beside.isEmpty()) {
                    arrow(drawn, stage, stage.step().getSimpleName() + ": " + beside);
                }
            }
        }
        return drawn.append("```\n").toString();
    }

    /** What may be taken after a step. */
    private List<Row<E>> steps(Row<E> stage, boolean beside) {
        return table.rows().stream()
                .filter(row -> row.step() != table.beginning() && row.beside() == beside)
                .filter(row -> row.refusal(stage.step()) == null && !(row.once() && row == stage))
                .toList();
    }

    private static void arrow(StringBuilder drawn, Row<?> from, String to) {
        drawn.append("    ")
                .append(from.step().getSimpleName())
                .append(" --> ")
                .append(to)
                .append('\n');
    }
}
