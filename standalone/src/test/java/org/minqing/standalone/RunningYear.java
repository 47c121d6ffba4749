package org.minqing.standalone;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/**
 * An installation with the demonstration year: started for the first test that asks, shared by all that do, stopped after
 * the last. Tests may send commands: what the year itself says is asked for as known at {@link #loaded}.
 */
final class RunningYear implements AutoCloseable {
    static final String SHUITIAN = "530303202207";
    private static final Object LOCK = new Object();

    final Installation minqing;
    final Client office;
    /** A folder as the year left it, where nothing runs. */
    private final Installation kept;

    /** The position at which the year was loaded and nothing else had happened. */
    final long loaded;

    private RunningYear(Installation minqing, Path aside) throws IOException, InterruptedException {
        this.minqing = minqing;
        start(minqing);
        minqing.minqing("down");
        this.kept = minqing.copied(aside);
        start(minqing);
        this.office = new Client(minqing, "office");
        this.loaded = office.ask("/v1/dashboards/" + SHUITIAN).get("position").asLong();
    }

    private static void start(Installation minqing) throws IOException, InterruptedException {
        Shell.Said said = minqing.up();
        if (said.status() != 0) {
            throw new IOException("no demonstration year: " + said);
        }
    }

    /** Another installation, where the year was loaded and nothing else has happened. It is not started yet. */
    Installation another(Path data) throws IOException, InterruptedException {
        return kept.copied(data);
    }

    /** A cadre's link with a household as the year tells it. */
    record Link(UUID linkPoint, UUID cadre, UUID household, int quota) {}

    /** The 214 links in the order of the log; the first of each cadre comes before the others of that cadre. */
    List<Link> links() throws IOException, InterruptedException {
        var links = new ArrayList<Link>();
        for (JsonNode event :
                office.ask("/v1/events?limit=1000&type=LinkPoint.CadreAssignedToHousehold&knownAt=" + loaded)) {
            JsonNode data = event.get("data");
            links.add(new Link(
                    id(data, "linkPointId"),
                    id(data, "cadreId"),
                    id(data, "householdId"),
                    data.get("quota").asInt()));
        }
        return links;
    }

    /** The first link of some cadre with this quota. */
    Link link(int quota, int cadre) throws IOException, InterruptedException {
        List<UUID> cadres = links().stream()
                .filter(l -> l.quota() == quota)
                .map(Link::cadre)
                .distinct()
                .toList();
        return links().stream()
                .filter(l -> l.cadre().equals(cadres.get(cadre)))
                .findFirst()
                .orElseThrow();
    }

    /** A household of 水田 that is on the register and on nobody's roster. */
    UUID unlinked() throws IOException, InterruptedException {
        List<UUID> linked = links().stream().map(Link::household).toList();
        for (JsonNode household :
                office.ask("/v1/households?limit=1000&village=" + SHUITIAN).get("items")) {
            UUID id = id(household, "id");
            if (!linked.contains(id)) {
                return id;
            }
        }
        throw new AssertionError("every household of the village is linked");
    }

    /** The programme of the year. */
    String programme() throws IOException, InterruptedException {
        return office.ask("/v1/programmes?knownAt=" + loaded)
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    /** The fund with this earmark. */
    UUID fund(String earmark) throws IOException, InterruptedException {
        for (JsonNode fund :
                office.ask("/v1/funds?limit=1000&knownAt=" + loaded).get("items")) {
            if (fund.get("earmark").asString().equals(earmark)) {
                return id(fund, "id");
            }
        }
        throw new AssertionError("no fund for " + earmark);
    }

    static UUID id(JsonNode json, String field) {
        return UUID.fromString(json.get(field).asString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        minqing.minqing("down");
    }

    /** Tests on the year itself, which change it: one after the other, whatever runs beside them. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @ExtendWith(Shared.class)
    @Execution(ExecutionMode.SAME_THREAD)
    @interface Guest {}

    /** Hands it to tests that have a parameter of this type. */
    static final class Shared implements ParameterResolver {
        /** What did not start once is not tried again for each test. */
        private static @Nullable IllegalStateException failed;

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningYear.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            synchronized (LOCK) {
                return context.getRoot()
                        .getStore(ExtensionContext.Namespace.create(RunningYear.class))
                        .computeIfAbsent(RunningYear.class, type -> start(), RunningYear.class);
            }
        }

        private static RunningYear start() {
            if (failed != null) {
                throw failed;
            }
            try {
                Path data = Path.of("target/it/a year 一年").toAbsolutePath();
                return new RunningYear(
                        new Installation(data, FreePorts.first(4)).fresh(), data.resolveSibling("a year as loaded"));
            } catch (IOException | InterruptedException e) {
                failed = new IllegalStateException(e);
                throw failed;
            }
        }
    }
}
