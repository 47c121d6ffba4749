package org.minqing.query.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.fact.Catalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The outlines of all languages, read once at the start: {@code outline_zh.yaml} and {@code outline_en.yaml} of the installation's
 * own directory ({@code minqing.report.outlines}), where it names one; else those that come with the product. In its directory a
 * language may be missing: then that of the product is taken.
 */
@Component
class Outlines {
    private final Map<Language, Outline> outlines = new EnumMap<>(Language.class);

    Outlines(Catalogue catalogue, Texts texts, @Value("${minqing.report.outlines:}") String directory) {
        for (Language language : Language.values()) {
            String name = "outline_" + language.tag() + ".yaml";
            Path own = directory.isBlank() ? null : Path.of(directory, name);
            try (Reader reader = own != null && Files.exists(own) ? Files.newBufferedReader(own) : packed(name)) {
                outlines.put(language, OutlineFile.read(own == null ? name : own.toString(), reader, catalogue, texts));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Reader packed(String name) {
        InputStream in = Objects.requireNonNull(Outlines.class.getResourceAsStream("/report/" + name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    Outline of(Language language) {
        return Objects.requireNonNull(outlines.get(language));
    }
}
