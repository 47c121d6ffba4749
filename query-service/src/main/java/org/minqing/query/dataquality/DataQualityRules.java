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
        return rules.stream()
                .flatMap(rule -> findings(rule, records).stream())
                .sorted(ORDER)
                .toList();
    }

    /** Of one rule, by id. */
    List<Finding> findings(Rule rule, Records records) {
        return rule
                .reading(names)
                .map(texts -> read(rule, texts, records))
                .orElseGet(() -> selected(rule, records))
                .stream()
                .map(record -> finding(rule, record))
                .sorted(ORDER)
                .toList();
    }

    private Collection<Found> selected(Rule rule, Records records) {
        return jdbc.sql(Prelude.SQL + "select type, record, min(division) as division from (\n" + rule.sql()
                        + ") found (type, record, division) group by type, record")
                .params(parameters(records))
                .query(Found.class)
                .list();
    }

    private Collection<Found> read(Rule rule, SealedTexts texts, Records records) {
        jdbc.sql(Prelude.SQL + "select type, record, division, asked, within, apart, text from (\n" + rule.sql()
                        + ") candidate (type, record, division, asked, within, apart, text)")
                .params(parameters(records))
                .withFetchSize(SealedTexts.BATCH)
                .query((ResultSet row) -> texts.add(SealedTexts.Candidate.of(row)));
        return texts.found();
    }

    private static Map<String, @Nullable Object> parameters(Records records) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("programme", records.programmeId());
        parameters.put("organisation", records.organisationId());
        parameters.put("division", records.divisionId());
        parameters.put("from", records.from());
        parameters.put("to", records.to());
        parameters.put("knownAt", records.knownAt());
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
