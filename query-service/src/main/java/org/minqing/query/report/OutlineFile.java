package org.minqing.query.report;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.report.Outline.Clause;
import org.minqing.query.report.Outline.Condition;
import org.minqing.query.report.Outline.Each;
import org.minqing.query.report.Outline.Figured;
import org.minqing.query.report.Outline.Piece;
import org.minqing.query.report.Outline.Sentence;
import org.minqing.query.report.Outline.Wording;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads an outline from YAML. What cannot be told stops the start, with the file, the line and what to do. */
final class OutlineFile {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern FIGURED = Pattern.compile("([A-Z]\\d\\d\\w?)(?::([^\\s|]+))?");
    private static final Pattern BY_NUMBER = Pattern.compile("#(\\S+) ([^|]*)\\|(.*)");
    private static final Pattern COUNTED = Pattern.compile("(\\S+) ([^|]+)\\|(.+)");
    private static final Pattern PLACES = Pattern.compile("(places|villages) (\\S+)");
    private static final Pattern SAME = Pattern.compile("(\\S+) = (\\S+)");
    private static final Set<String> NAMED = Set.of("organisation", "programme", "tasks");

    private final String file;
    private final Catalogue catalogue;
    private final Texts texts;
    private final Set<String> ids = new HashSet<>();

    private OutlineFile(String file, Catalogue catalogue, Texts texts) {
        this.file = file;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    /** An outline that cannot be used, in both languages: where, why and what to do. */
    static final class Broken extends IllegalStateException {
        Broken(String message) {
            super(message);
        }
    }

    /** @throws Broken naming the line */
    static Outline read(String file, Reader reader, Catalogue catalogue, Texts texts) {
        OutlineFile outline = new OutlineFile(file, catalogue, texts);
        try {
            Node root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw outline.broken(1, "empty");
            }
            return outline.outline(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw outline.broken(line, "yaml", String.valueOf(e.getProblem()));
        }
    }

    private Outline outline(Node root) {
        Map<String, Node> fields =
                fields(root, Set.of("join", "last", "end", "next", "since", "names", "parts"), Set.of("parts"));
        String join = text(fields, "join", "，");
        Map<String, String> names = new LinkedHashMap<>();
        if (fields.get("names") instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> names.put(scalar(entry.getKeyNode()), scalar(entry.getValueNode())));
        }
        List<Outline.Part> parts = new ArrayList<>();
        for (Node part : items(fields.get("parts"))) {
            parts.add(part(part, join, fields.containsKey("last") ? text(fields, "last", "") : null));
        }
        return new Outline(
                join,
                fields.containsKey("last") ? text(fields, "last", "") : null,
                text(fields, "end", "。"),
                text(fields, "next", ""),
                text(fields, "since", "活动开展以来，"),
                Collections.unmodifiableMap(names),
                List.copyOf(parts));
    }

    private Outline.Part part(Node node, String join, @Nullable String last) {
        Map<String, Node> fields = fields(node, Set.of("title", "paragraphs"), Set.of("title", "paragraphs"));
        List<List<Sentence>> paragraphs = new ArrayList<>();
        for (Node paragraph : items(fields.get("paragraphs"))) {
            List<Sentence> sentences = new ArrayList<>();
            for (Node sentence : items(paragraph)) {
                sentences.add(sentence(sentence, join, last));
            }
            paragraphs.add(List.copyOf(sentences));
        }
        return new Outline.Part(scalar(fields.get("title")), List.copyOf(paragraphs));
    }

    private Sentence sentence(Node node, String join, @Nullable String last) {
        if (node instanceof SequenceNode) {
            return new Sentence("", join, last, clauses(node));
        }
        Map<String, Node> fields = fields(node, Set.of("start", "join", "last", "clauses"), Set.of("clauses"));
        return new Sentence(
                text(fields, "start", ""),
                text(fields, "join", join),
                fields.containsKey("last") ? text(fields, "last", "") : last,
                clauses(fields.get("clauses")));
    }

    private List<Clause> clauses(@Nullable Node node) {
        List<Clause> clauses = new ArrayList<>();
        for (Node clause : items(node)) {
            clauses.add(clause(clause));
        }
        return List.copyOf(clauses);
    }

    private Clause clause(Node node) {
        Map<String, Node> fields = fields(
                node, Set.of("id", "say", "since", "when", "join", "each", "items", "between"), Set.of("id", "say"));
        Each each = each(node, fields);
        List<Condition> when = new ArrayList<>();
        Node conditions = fields.get("when");
        if (conditions != null) {
            for (Node condition : conditions instanceof SequenceNode ? items(conditions) : List.of(conditions)) {
                when.add(condition(condition));
            }
        }
        String id = scalar(fields.get("id"));
        if (!ids.add(id)) {
            throw broken(line(node), "twice", id);
        }
        Node since = fields.get("since");
        return new Clause(
                id,
                wording(fields.get("say"), each != null, false),
                since == null ? null : wording(since, each != null, false),
                List.copyOf(when),
                fields.containsKey("join") ? text(fields, "join", "") : null,
                each);
    }

    private @Nullable Each each(Node node, Map<String, Node> fields) {
        if (!fields.containsKey("each")) {
            return null;
        }
        List<String> measures = new ArrayList<>();
        for (Node measure : items(fields.get("each"))) {
            Figured figured = figured(scalar(measure), line(measure));
            if (figured.kind() != null
                    || catalogue.find(figured.measure()).orElseThrow().aggregation() == Aggregation.RATIO) {
                throw broken(line(measure), "kinds", scalar(measure));
            }
            measures.add(figured.measure());
        }
        if (measures.isEmpty() || !fields.containsKey("items")) {
            throw broken(line(node), "lacks", "items");
        }
        List<Wording> items = new ArrayList<>();
        for (Node item : items(fields.get("items"))) {
            items.add(wording(item, false, true));
        }
        return new Each(List.copyOf(measures), List.copyOf(items), text(fields, "between", "、"));
    }

    // ------------------------------------------------------------------ wordings

    private Wording wording(@Nullable Node node, boolean each, boolean item) {
        String text = scalar(node);
        int line = line(node);
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            words(pieces, text.substring(end, matcher.start()), line);
            pieces.add(piece(matcher.group(1), line, each, item));
            end = matcher.end();
        }
        words(pieces, text.substring(end), line);
        return new Wording(List.copyOf(pieces));
    }

    private void words(List<Piece> pieces, String text, int line) {
        if (text.contains("{") || text.contains("}")) {
            throw broken(line, "brace", text);
        }
        if (!text.isEmpty()) {
            pieces.add(new Outline.Words(text));
        }
    }

    private Piece piece(String inside, int line, boolean each, boolean item) {
        if (NAMED.contains(inside) || item && inside.equals("name") || each && inside.equals("each")) {
            return new Outline.Named(inside);
        }
        Matcher byNumber = BY_NUMBER.matcher(inside);
        if (byNumber.matches()) {
            return new Outline.ByNumber(figured(byNumber.group(1), line), byNumber.group(2), byNumber.group(3));
        }
        Matcher places = PLACES.matcher(inside);
        if (places.matches()) {
            return new Outline.Places(
                    figured(places.group(2), line), places.group(1).equals("places"));
        }
        Matcher counted = COUNTED.matcher(inside);
        return counted.matches()
                ? new Outline.Number(figured(counted.group(1), line), counted.group(2), counted.group(3))
                : new Outline.Number(figured(inside, line), "", "");
    }

    private Figured figured(String text, int line) {
        Matcher matcher = FIGURED.matcher(text);
        if (!matcher.matches()) {
            throw broken(line, "placeholder", text);
        }
        if (catalogue.find(matcher.group(1)).isEmpty()) {
            throw broken(line, "measure", matcher.group(1));
        }
        return new Figured(matcher.group(1), matcher.group(2));
    }

    private Condition condition(Node node) {
        return new Condition(Stream.of(scalar(node).split(" or "))
                .map(text -> test(text.strip(), line(node)))
                .toList());
    }

    private Outline.Test test(String text, int line) {
        if (text.startsWith("not ")) {
            return new Outline.Not(test(text.substring(4), line));
        }
        if (text.startsWith("told ")) {
            String clause = text.substring(5);
            if (!ids.contains(clause)) {
                throw broken(line, "clause", clause);
            }
            return new Outline.ToldBefore(clause);
        }
        Matcher same = SAME.matcher(text);
        if (same.matches()) {
            return new Outline.Same(figured(same.group(1), line), figured(same.group(2), line));
        }
        return text.endsWith(" present")
                ? new Outline.Present(figured(text.substring(0, text.length() - 8), line))
                : new Outline.Something(figured(text, line));
    }

    // ------------------------------------------------------------------ nodes

    private Map<String, Node> fields(Node node, Set<String> known, Set<String> required) {
        if (!(node instanceof MappingNode mapping)) {
            throw broken(line(node), "mapping", String.join(", ", required));
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        mapping.getValue().forEach(entry -> {
            String name = scalar(entry.getKeyNode());
            if (!known.contains(name)) {
                throw broken(
                        line(entry.getKeyNode()),
                        "unknown",
                        name,
                        String.join(", ", known.stream().sorted().toList()));
            }
            fields.put(name, entry.getValueNode());
        });
        for (String name : required) {
            if (!fields.containsKey(name)) {
                throw broken(line(node), "lacks", name);
            }
        }
        return fields;
    }

    private List<Node> items(@Nullable Node node) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        throw broken(line(node), "list");
    }

    private String text(Map<String, Node> fields, String name, String otherwise) {
        Node node = fields.get(name);
        return node == null ? otherwise : scalar(node);
    }

    private String scalar(@Nullable Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw broken(line(node), "text");
    }

    private static int line(@Nullable Node node) {
        return node == null ? 1 : node.getStartMark().getLine() + 1;
    }

    private Broken broken(int line, String why, String... what) {
        List<Object> arguments = new ArrayList<>(List.of(file, line));
        arguments.addAll(List.of(what));
        String key = "report.outline." + why;
        return new Broken(texts.text(Language.ZH, key, arguments.toArray()) + " · "
                + texts.text(Language.EN, key, arguments.toArray()));
    }
}
