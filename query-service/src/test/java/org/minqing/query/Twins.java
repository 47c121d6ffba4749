package org.minqing.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minqing.query.platform.fact.GroupBy;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.view.Measure;
import tools.jackson.databind.JsonNode;

/** The same log behind a database and in memory: whatever is asked of both must be answered alike. */
public final class Twins {
    private final QueryServer server;
    private final MemoryServer memory;
    private final String county;

    public Twins(QueryServer server, String county) {
        this.server = server;
        this.county = county;
        this.memory = new MemoryServer(server.log.log(), server.context.getBean(Names.class));
    }

    private JsonNode same(String path, String... parameters) {
        String token = QueryServer.office(county);
        QueryServer.Answer stored = server.ask(token, path, parameters);
        QueryServer.Answer kept = memory.ask(token, path, parameters);
        assertThat(kept.status()).as("%s %s", path, Arrays.asList(parameters)).isEqualTo(stored.status());
        assertThat(kept.json()).as("%s %s", path, Arrays.asList(parameters)).isEqualTo(stored.json());
        return stored.json();
    }

    /** Every figure with its evidence, whole and by a group. */
    public void count(String asOf, long knownAt) {
        int turn = 0;
        for (Measure measure : server.catalogue().all()) {
            List<String> asked = new ArrayList<>(List.of(
                    "measure", measure.id(), "division", county, "asOf", asOf, "knownAt", String.valueOf(knownAt)));
            same("/v1/figures/evidence", asked.toArray(String[]::new));
            GroupBy by = GroupBy.values()[turn++ % GroupBy.values().length];
            asked.addAll(List.of("groupBy", by.name().toLowerCase(java.util.Locale.ROOT)));
            same("/v1/figures", asked.toArray(String[]::new));
        }
    }

    /** Every list, and of each list the first entity with its timeline. */
    public void list(String asOf, long knownAt) {
        String[] at = {"asOf", asOf, "knownAt", String.valueOf(knownAt)};
        for (String path : server.views().paths()) {
            JsonNode items = same("/v1/" + path, at).path("items");
            same("/v1/" + path, "asOf", asOf, "knownAt", String.valueOf(knownAt), "status", Item.VOIDED);
            if (!items.isEmpty()) {
                String id = items.path(0).path("id").asString();
                same("/v1/" + path + "/" + id, at);
                same("/v1/" + path + "/" + id + "/timeline", at);
            }
        }
    }
}
