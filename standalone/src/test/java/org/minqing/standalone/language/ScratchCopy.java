package org.minqing.standalone.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.View;

/** The sources of events, commands and views, copied, to be changed, compiled and run beside the ones at hand. */
final class ScratchCopy {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final List<String> MODULES = List.of("shared-events", "command-service", "query-service");
    /** What a trial may use of the tests of the command side: its fixture. */
    private static final Path FIXTURES = ROOT.resolve("command-service/src/test/java");

    private final Path folder;

    ScratchCopy(Path folder) throws IOException {
        this.folder = folder;
        for (String module : MODULES) {
            copy(
                    ROOT.resolve(module).resolve("src/main"),
                    folder.resolve(module).resolve("src/main"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path copied = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copied.getParent());
            Files.copy(file, copied);
        }
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    void apply(Template template) throws IOException {
        for (var piece : template.files().entrySet()) {
            Path file = folder.resolve(piece.getKey());
            Files.createDirectories(file.getParent());
            String before = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(file, piece.getValue().after(before));
        }
    }

    /** Its classes, and what tries them, in a loader that knows nothing of the classes at hand. */
    URLClassLoader compiled(Path trials) throws IOException {
        List<Path> sources = new ArrayList<>(files(trials));
        for (String module : MODULES) {
            sources.addAll(files(folder.resolve(module).resolve("src/main/java")));
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        List<Path> libraries = libraries();
        assertThat(errors(sources, classes, libraries))
                .as("what does not compile once the template is applied: another file is needed")
                .isEmpty();
        List<URL> path = new ArrayList<>(List.of(url(classes)));
        for (String module : MODULES) {
            path.add(url(Files.createDirectories(folder.resolve(module).resolve("src/main/resources"))));
        }
        for (Path library : libraries) {
            path.add(url(library));
        }
        return new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static List<String> errors(List<Path> sources, Path classes, List<Path> libraries) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(found, Locale.ROOT, StandardCharsets.UTF_8)) {
            String path = libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            List<String> options = List.of(
                    "--release",
                    "21",
                    "-parameters",
                    "-proc:none",
                    "-nowarn",
                    "-Xmaxerrs",
                    "20",
                    "-implicit:class",
                    "-d",
                    classes.toString(),
                    "-sourcepath",
                    FIXTURES.toString(),
                    "-classpath",
                    path);
            compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return found.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.toString())
                .toList();
    }

    /** The class path at hand, without the modules that are copied. */
    private static List<Path> libraries() {
        Set<Path> copied = Stream.of(DomainEvent.class, StreamAggregate.class, View.class)
                .map(ScratchCopy::place)
                .collect(Collectors.toSet());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(entry -> !copied.contains(entry.toAbsolutePath().normalize()))
                .toList();
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(Path entry) throws MalformedURLException {
        return entry.toUri().toURL();
    }
}
