package org.minqing.query.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A feature that told the events it knows, and the rest by {@code default}, would pass over a new one in silence. */
class ExhaustiveSwitchesTest {
    private static final Path FEATURES = Path.of(System.getProperty("basedir", "."), "src/main/java/org/minqing/query");

    @Test
    void no_feature_tells_types_of_events_by_default() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FEATURES)) {
            for (Path file : files.filter(ExhaustiveSwitchesTest::ofAFeature).toList()) {
                sources.add(source(file.toUri(), Files.readString(file)));
            }
        }
        assertThat(sources).hasSizeGreaterThan(50);
        assertThat(defaults(sources)).isEmpty();
    }

    /** The machines tell events of families they do not know. */
    private static boolean ofAFeature(Path file) {
        return file.toString().endsWith(".java") && !file.startsWith(FEATURES.resolve("platform"));
    }

    @Test
    void a_default_beside_a_type_is_seen_and_one_beside_a_word_is_not() throws IOException {
        String types = """
                class Planted {
                    int of(Object o) { return switch (o) { case String s -> 1; default -> 0; }; }
                    void on(Object o) { switch (o) { case String s -> {} case null, default -> {} } }
                    int named(String s) { return switch (s) { case "one" -> 1; default -> 0; }; }
                }
                """;
        assertThat(defaults(List.of(source(URI.create("string:///Planted.java"), types))))
                .containsExactly("Planted.java:2", "Planted.java:3");
    }

    private static JavaFileObject source(URI uri, String text) {
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Where a switch over types has a default. */
    private static List<String> defaults(List<JavaFileObject> sources) throws IOException {
        List<String> found = new ArrayList<>();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        for (CompilationUnitTree unit : task.parse()) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitSwitch(SwitchTree tree, Void nothing) {
                    look(tree.getCases());
                    return super.visitSwitch(tree, nothing);
                }

                @Override
                public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
                    look(tree.getCases());
                    return super.visitSwitchExpression(tree, nothing);
                }

                private void look(List<? extends CaseTree> cases) {
                    var labels = cases.stream()
                            .flatMap(each -> each.getLabels().stream())
                            .toList();
                    if (labels.stream().anyMatch(PatternCaseLabelTree.class::isInstance)) {
                        labels.stream()
                                .filter(DefaultCaseLabelTree.class::isInstance)
                                .forEach(label -> found.add(place(label)));
                    }
                }

                private String place(Tree label) {
                    long at = Trees.instance(task).getSourcePositions().getStartPosition(unit, label);
                    String file = Path.of(unit.getSourceFile().getName())
                            .getFileName()
                            .toString();
                    return file + ":" + unit.getLineMap().getLineNumber(at);
                }
            }.scan(unit, null);
        }
        return found;
    }
}
