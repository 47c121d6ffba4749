package org.minqing.standalone.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** {@code docker-compose.yml} read as Compose reads it: {@code ${NAME:-default}} filled in from {@code .env} and what is set. */
record ComposeFile(Map<String, Service> services) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*))?}");

    /**
     * @param target stage of the Dockerfile; null where the image is somebody else's
     * @param after the services that are healthy before this one starts
     * @param volumes where each named volume is mounted
     * @param health the command that says whether it is healthy
     */
    record Service(
            String name,
            @Nullable String target,
            List<String> after,
            Map<String, String> environment,
            Map<String, String> volumes,
            List<String> health) {}

    static ComposeFile read(Path file, Map<String, String> set) throws IOException {
        var variables = new Properties();
        try (var dotenv = Files.newBufferedReader(file.resolveSibling(".env"))) {
            variables.load(dotenv);
        }
        variables.putAll(set);
        Map<String, Object> root = new Yaml().load(fill(Files.readString(file), variables));
        Map<String, Service> services = new LinkedHashMap<>();
        map(root, "services").forEach((name, service) -> services.put(name, service(name, cast(service))));
        return new ComposeFile(services);
    }

    private static String fill(String text, Properties variables) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String value = variables.getProperty(found.group(1), found.group(2));
            return Matcher.quoteReplacement(Objects.requireNonNull(value, "nothing sets " + found.group(1)));
        });
    }

    private static Service service(String name, Map<String, Object> service) {
        List<String> after = new ArrayList<>();
        map(service, "depends_on").forEach((other, how) -> {
            if (!Map.of("condition", "service_healthy").equals(how)) {
                throw new IllegalArgumentException(name + " starts beside an unfinished " + other + ": " + how);
            }
            after.add(other);
        });
        Map<String, String> environment = new LinkedHashMap<>();
        map(service, "environment").forEach((key, value) -> environment.put(key, String.valueOf(value)));
        Map<String, String> volumes = new LinkedHashMap<>();
        for (String volume : strings(service, "volumes")) {
            String[] parts = volume.split(":");
            if (!parts[0].startsWith(".")) {
                volumes.put(parts[0], parts[1]);
            }
        }
        List<String> test = strings(map(service, "healthcheck"), "test");
        return new Service(
                name,
                (String) map(service, "build").get("target"),
                after,
                environment,
                volumes,
                test.subList(1, test.size()));
    }

    /** In an order in which each comes behind those it waits for. */
    List<Service> inOrder() {
        List<Service> ordered = new ArrayList<>();
        List<Service> left = new ArrayList<>(services.values());
        while (!left.isEmpty()) {
            List<String> up = ordered.stream().map(Service::name).toList();
            Service next = left.stream()
                    .filter(service -> up.containsAll(service.after()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("they wait for each other: " + services.keySet()));
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private static Map<String, Object> map(Map<String, Object> in, String key) {
        return in.containsKey(key) ? cast(Objects.requireNonNull(in.get(key))) : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> in, String key) {
        return (List<String>) in.getOrDefault(key, List.of());
    }
}
