package org.minqing.standalone.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the Dockerfile says of its stages. */
record ImageFile(Map<String, Stage> stages) {
    private static final Pattern FROM = Pattern.compile("FROM (\\S+) AS (\\S+)");
    private static final Pattern APP = Pattern.compile("COPY --from=build /app/(\\S+) /app");
    private static final Pattern ENV = Pattern.compile("ENV (\\w+)=\"(.*)\"");
    private static final Pattern ENTRYPOINT = Pattern.compile("ENTRYPOINT (\\[.*])");

    /**
     * @param module whose unpacked jar lies in /app
     * @param entrypoint the command line
     */
    record Stage(Map<String, String> environment, @Nullable String module, List<String> entrypoint) {}

    static ImageFile read(Path file) throws IOException {
        Map<String, Stage> stages = new LinkedHashMap<>();
        String name = "";
        for (String line : Files.readAllLines(file)) {
            Matcher from = FROM.matcher(line);
            if (from.matches()) {
                name = from.group(2);
                Stage base = stages.get(from.group(1));
                stages.put(name, base == null ? new Stage(Map.of(), null, List.of()) : base);
            } else if (!name.isEmpty()) {
                stages.put(name, with(Objects.requireNonNull(stages.get(name)), line));
            }
        }
        return new ImageFile(stages);
    }

    private static Stage with(Stage stage, String line) {
        Matcher env = ENV.matcher(line);
        if (env.matches()) {
            return new Stage(Map.of(env.group(1), env.group(2)), stage.module(), stage.entrypoint());
        }
        Matcher app = APP.matcher(line);
        if (app.matches()) {
            return new Stage(stage.environment(), app.group(1), stage.entrypoint());
        }
        Matcher entrypoint = ENTRYPOINT.matcher(line);
        if (entrypoint.matches()) {
            String[] words = JsonMapper.shared().readValue(entrypoint.group(1), String[].class);
            return new Stage(stage.environment(), stage.module(), List.of(words));
        }
        return stage;
    }
}
