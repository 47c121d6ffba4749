package org.minqing.events.programme;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the tasks by which a programme classes everything.
 *
 * @param code {@code T1}, {@code T2}, ...
 * @param name such as 访民情
 * @param aliases other wordings met in documents, such as 促发展 for 谋发展
 */
public record Task(String code, String name, @Nullable String nameEn, List<String> aliases) {
    public Task {
        aliases = List.copyOf(aliases);
    }
}
