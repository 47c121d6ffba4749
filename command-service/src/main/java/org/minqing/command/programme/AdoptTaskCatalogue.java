package org.minqing.command.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.Refusal;
import org.minqing.command.platform.Text;
import org.minqing.events.programme.Task;

/** Classes everything in the programme by these tasks from a day on, in place of any earlier ones. */
record AdoptTaskCatalogue(
        @NotNull UUID programmeId,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Entry> tasks,
        @Nullable LocalDate occurredOn) {

    /**
     * One task.
     *
     * @param code {@code T1}, {@code T2}, ...
     * @param aliases other wordings met in documents
     */
    record Entry(
            @NotNull @Pattern(regexp = "T[1-9][0-9]?", message = "task-code")
            String code,

            @NotBlank @Text(max = 50) String name,
            @Nullable @Text(max = 100) String nameEn,
            @Nullable @Size(max = 20) @Text(max = 50) List<@NotBlank String> aliases) {
        Task task() {
            return new Task(code, name, nameEn, aliases == null ? List.of() : aliases);
        }
    }

    /** The tasks, each code once. */
    List<Task> adopted() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < tasks.size(); i++) {
            if (!codes.add(tasks.get(i).code())) {
                throw Refusal.invalid("/tasks/" + i + "/code", "repeated");
            }
        }
        return tasks.stream().map(Entry::task).toList();
    }
}
