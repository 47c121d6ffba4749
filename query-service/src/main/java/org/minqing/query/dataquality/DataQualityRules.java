package org.minqing.query.dataquality;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Ids;
import org.minqing.query.dataquality.Rule.Found;
import org.minqing.query.platform.source.DataQuality;
import org.minqing.query.platform.source.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All rules at work. */
@Component
class DataQualityRules implements DataQuality {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule)
            .thenComparing(finding -> finding.id().toString());

    private final List<Rule> rules = Stream.of(
                    LinkRules.ALL,
                    LinkPointRules.ALL,
                    VisitRules.ALL,
                    HouseholdRules.ALL,
                    CaseRules.ALL,
                    FundRules.ALL,
                    ProjectRules.ALL,
                    OfficeRules.ALL,
                    CadreRules.ALL)
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Rule::number))
            .toList();
    private final JdbcClient jdbc;
    private final Names names;
    private final String version;

    DataQualityRules(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
        this.version = edition(rules);
    }

    /** Another one for rules that may find otherwise. */
    static String edition(List<Rule> rules) {
        String all = Prelude.SQL + rules.stream().map(Rule::definition).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** By number. */
    List<Rule> rules() {
        return rules;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<Finding> findings(Records records) {
        Map<String, @Nullable Object> asked = asked(records);
        return rules.stream()
                .flatMap(rule -> findings(rule, asked).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Of one rule, by id. */
    List<Finding> findings(Rule rule, Records records) {
        return findings(rule, asked(records));
    }

    /** @param asked see {@link #asked} */
    List<Finding> findings(Rule rule, Map<String, @Nullable Object> asked) {
        return found(rule, Prelude.SQL, asked).stream().sorted(ORDER).toList();
    }

    /**
     * Of one rule on a stretch of its walk, by id: those that are found there first.
     *
     * @param last where the stretch ends; null: with its part
     */
    List<Finding> findings(
            Rule rule, Map<String, @Nullable Object> asked, Walk.Stretch stretch, Walk.@Nullable Place last) {
        Walk walk = Objects.requireNonNull(rule.walk());
        Map<String, @Nullable Object> parameters = parameters(asked, walk, stretch);
        if (last != null) {
            put(parameters, "last", last);
        }
        List<Finding> found = found(rule, prelude(walk, walk.on(stretch, last)), parameters);
        if (found.isEmpty() || walk.same() == null || stretch.part() == 0 && stretch.after() == null) {
            return found.stream().sorted(ORDER).toList();
        }
        parameters.put("records", found.stream().map(Finding::record).toArray(String[]::new));
        Set<UUID> before = found(rule, prelude(walk, walk.before(stretch)), parameters).stream()
                .map(Finding::id)
                .collect(Collectors.toSet());
        return found.stream()
                .filter(finding -> !before.contains(finding.id()))
                .sorted(ORDER)
                .toList();
    }

    private static String prelude(Walk walk, String narrowed) {
        return walk.measure() == null ? Prelude.sql(narrowed, "") : Prelude.sql("", narrowed);
    }

    /** Where a stretch of a rule's walk ends; nothing where all the rest of its part lies on it. */
    Optional<Walk.Place> last(Rule rule, Map<String, @Nullable Object> asked, Walk.Stretch stretch) {
        Walk walk = Objects.requireNonNull(rule.walk());
        boolean facts = walk.measure() != null;
        planned();
        return jdbc.sql(walk.last(stretch))
                .params(parameters(asked, walk, stretch))
                .param("most", stretch.most())
                .query((row, n) -> new Walk.Place(row.getString(1), row.getString(2), facts ? "" : row.getString(3)))
                .optional();
    }

    private static Map<String, @Nullable Object> parameters(
            Map<String, @Nullable Object> asked, Walk walk, Walk.Stretch stretch) {
        Map<String, @Nullable Object> parameters = new HashMap<>(asked);
        parameters.put("walked", walk.types().get(stretch.part()));
        parameters.put("gone", walk.types().subList(0, stretch.part()).toArray(String[]::new));
        if (stretch.after() != null) {
            put(parameters, "after", stretch.after());
        }
        return parameters;
    }

    private static void put(Map<String, @Nullable Object> parameters, String name, Walk.Place place) {
        parameters.put(name + "Division", place.division());
        parameters.put(name + "Key", place.key());
        parameters.put(name + "Id", place.id());
    }

    /** By a plan made for the place and the stretch that are asked for. */
    private void planned() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                .query(String.class)
                .single();
    }

    private List<Finding> found(Rule rule, String prelude, Map<String, @Nullable Object> parameters) {
        planned();
        return rule
                .reading(names)
                .map(texts -> read(rule, texts, prelude, parameters))
                .orElseGet(() -> selected(rule, prelude, parameters))
                .stream()
                .map(record -> finding(rule, record))
                .toList();
    }

    private Collection<Found> selected(Rule rule, String prelude, Map<String, @Nullable Object> parameters) {
        return jdbc.sql(prelude + "select type, record, min(division) as division from (\n" + rule.sql()
                        + ") found (type, record, division) group by type, record")
                .params(parameters)
                .query(Found.class)
                .list();
    }

    private Collection<Found> read(
            Rule rule, SealedTexts texts, String prelude, Map<String, @Nullable Object> parameters) {
        jdbc.sql(prelude + "select type, record, division, asked, within, apart, text from (\n" + rule.sql()
                        + ") candidate (type, record, division, asked, within, apart, text)")
                .params(parameters)
                .withFetchSize(SealedTexts.BATCH)
                .query((ResultSet row) -> texts.add(SealedTexts.Candidate.of(row)));
        return texts.found();
    }

    /** What the SQL of every rule is told. */
    Map<String, @Nullable Object> asked(Records records) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("programme", records.programmeId());
        parameters.put("organisation", records.organisationId());
        parameters.put("division", records.divisionId());
        parameters.put("from", records.from());
        parameters.put("to", records.to());
        parameters.put("knownAt", records.knownAt());
        jdbc.sql(Prelude.LONGER).params(parameters).query(row -> {
            parameters.put("stoodLonger", row.getBoolean("stood"));
            parameters.put("knownLonger", row.getBoolean("known"));
        });
        return parameters;
    }

    private static Finding finding(Rule rule, Found found) {
        return new Finding(
                Ids.named(rule.number(), found.type(), found.record()),
                rule.number(),
                rule.severity(),
                found.type(),
                found.record(),
                found.division());
    }
}
