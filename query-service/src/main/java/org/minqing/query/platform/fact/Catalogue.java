package org.minqing.query.platform.fact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minqing.query.platform.view.Measure;
import org.minqing.query.platform.view.Measure.Aggregation;
import org.minqing.query.platform.view.Measure.Key;
import org.minqing.query.platform.view.Measure.Style;
import org.minqing.query.platform.view.Measure.Window;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;

/** Every measure, whether anybody feeds it or not: those of {@code measures.csv}, then those that views bring. */
public final class Catalogue {
    private final Map<String, Measure> measures = new LinkedHashMap<>();

    public Catalogue(Views views) {
        read().forEach(this::add);
        for (View<?> view : views.all()) {
            view.measures().forEach(this::add);
        }
    }

    private void add(Measure measure) {
        if (measures.put(measure.id(), measure) != null) {
            throw new IllegalStateException("two measures " + measure.id());
        }
    }

    public Collection<Measure> all() {
        return measures.values();
    }

    public Optional<Measure> find(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    private static List<Measure> read() {
        try (var in = Catalogue.class.getResourceAsStream("/measures.csv")) {
            if (in == null) {
                throw new IllegalStateException("measures.csv is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replaceFirst("#.*", ""))
                    .map(Catalogue::measure)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Measure measure(String line) {
        String[] field = line.split(",", 9);
        for (int i = 0; i < field.length; i++) {
            field[i] = field[i].trim();
        }
        return new Measure(
                field[0],
                Aggregation.valueOf(field[1]),
                field[2].isEmpty() ? null : Key.valueOf(field[2]),
                Window.valueOf(field[3]),
                field[4],
                field[5].equals("wide"),
                Style.valueOf(field[6]),
                field[7],
                field[8]);
    }
}
