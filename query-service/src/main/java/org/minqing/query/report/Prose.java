package org.minqing.query.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Qualifier;
import org.minqing.query.report.Outline.Clause;
import org.minqing.query.report.Outline.Condition;
import org.minqing.query.report.Outline.Each;
import org.minqing.query.report.Outline.Figured;
import org.minqing.query.report.Outline.Piece;
import org.minqing.query.report.Outline.Sentence;
import org.minqing.query.report.Outline.Wording;
import org.minqing.query.report.ReportFigures.Span;
import org.minqing.query.report.ReportFigures.Told;

/**
 * The measures of the programme told in sentences: first what the period brought and what stood on its last day, then, in words
 * that say so, what came together since the programme began. A clause is told only where everything in it has something to print.
 */
final class Prose {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Outline outline;
    private final ReportFigures figures;
    private final Set<String> told = new LinkedHashSet<>();

    private Prose(Outline outline, ReportFigures figures) {
        this.outline = outline;
        this.figures = figures;
    }

    /**
     * @param clauses ids of those told
     * @param missing measure ids the part would have told of the period
     */
    record Part(String title, List<Report.Run> runs, List<String> clauses, Set<String> missing) {
        String text() {
            return Report.text(runs);
        }
    }

    /** A part of which nothing can be told has no runs. */
    static List<Part> parts(Outline outline, ReportFigures figures) {
        Prose prose = new Prose(outline, figures);
        return outline.parts().stream().map(prose::part).toList();
    }

    private Part part(Outline.Part part) {
        List<Report.Run> runs = new ArrayList<>();
        int before = told.size();
        for (List<Sentence> sentences : part.paragraphs()) {
            List<Report.Run> paragraph = new ArrayList<>();
            sentences.forEach(sentence -> sentence(paragraph, sentence));
            append(runs, paragraph);
        }
        append(runs, sinceLaunch(part));
        Set<String> missing = new LinkedHashSet<>();
        clauses(part).forEach(clause -> missing(clause, missing));
        return new Part(part.title(), runs, told.stream().skip(before).toList(), missing);
    }

    private static List<Clause> clauses(Outline.Part part) {
        return part.paragraphs().stream()
                .flatMap(List::stream)
                .flatMap(sentence -> sentence.clauses().stream())
                .toList();
    }

    private static void append(List<Report.Run> runs, List<Report.Run> paragraph) {
        if (!paragraph.isEmpty() && !runs.isEmpty()) {
            runs.add(Report.Run.of(Report.PARAGRAPH));
        }
        runs.addAll(paragraph);
    }

    private void sentence(List<Report.Run> paragraph, Sentence sentence) {
        List<List<Report.Run>> clauses = new ArrayList<>();
        List<@Nullable String> joins = new ArrayList<>();
        for (Clause clause : sentence.clauses()) {
            if (holds(clause.when(), Span.PERIOD)) {
                told(clause, clause.say(), Span.PERIOD).ifPresent(runs -> {
                    told.add(clause.id());
                    clauses.add(runs);
                    joins.add(clause.join());
                });
            }
        }
        if (!clauses.isEmpty()) {
            write(paragraph, sentence.start(), clauses, joins, sentence.join(), sentence.last());
        }
    }

    /** All of a part in one sentence: what the programme brought where that is more than what the period did. */
    private List<Report.Run> sinceLaunch(Outline.Part part) {
        List<List<Report.Run>> clauses = new ArrayList<>();
        List<@Nullable String> joins = new ArrayList<>();
        for (Clause clause : clauses(part)) {
            Wording since = clause.since();
            if (since != null && holds(clause.when(), Span.SINCE_LAUNCH)) {
                told(clause, since, Span.SINCE_LAUNCH).filter(this::more).ifPresent(runs -> {
                    clauses.add(runs);
                    joins.add(null);
                });
            }
        }
        List<Report.Run> sentence = new ArrayList<>();
        if (!clauses.isEmpty()) {
            write(sentence, outline.since(), clauses, joins, outline.join(), outline.last());
        }
        return sentence;
    }

    /** Whether any of the figures is not that of the period too. */
    private boolean more(List<Report.Run> runs) {
        return runs.stream().filter(run -> run.measure() != null).anyMatch(run -> {
            Figured figure = new Figured(String.valueOf(run.measure()), run.kind());
            Optional<String> period = figures.figure(figure, Span.PERIOD).map(Told::text);
            return !period.equals(figures.figure(figure, Span.SINCE_LAUNCH).map(Told::text));
        });
    }

    private void write(
            List<Report.Run> paragraph,
            String start,
            List<List<Report.Run>> clauses,
            List<@Nullable String> joins,
            String join,
            @Nullable String last) {
        List<Report.Run> sentence = new ArrayList<>();
        add(sentence, start);
        for (int i = 0; i < clauses.size(); i++) {
            if (i > 0) {
                String own = joins.get(i);
                String any = last != null && i == clauses.size() - 1 ? last : join;
                add(sentence, own == null ? any : own);
            }
            sentence.addAll(clauses.get(i));
        }
        add(sentence, outline.end());
        Report.Run first = sentence.getFirst();
        if (first.measure() == null && first.language() == null) {
            sentence.set(
                    0,
                    Report.Run.of(first.text().substring(0, 1).toUpperCase(Locale.ROOT)
                            + first.text().substring(1)));
        }
        if (!paragraph.isEmpty()) {
            add(paragraph, outline.next());
        }
        sentence.forEach(run -> add(paragraph, run));
    }

    // ------------------------------------------------------------------ clauses

    private Optional<List<Report.Run>> told(Clause clause, Wording wording, Span span) {
        List<Report.Run> each = new ArrayList<>();
        if (clause.each() != null) {
            each = each(clause.each(), span);
            if (each.isEmpty()) {
                return Optional.empty();
            }
        }
        return runs(wording, null, each, clause.when(), span);
    }

    private List<Report.Run> each(Each each, Span span) {
        List<Report.Run> runs = new ArrayList<>();
        for (String kind : kinds(each, span)) {
            List<Report.Run> items = new ArrayList<>();
            for (Wording item : each.items()) {
                runs(item, kind, List.of(), List.of(), span)
                        .filter(told -> span == Span.PERIOD || more(told))
                        .ifPresent(told -> {
                            if (!items.isEmpty()) {
                                add(items, each.between());
                            }
                            items.addAll(told);
                        });
            }
            if (!items.isEmpty() && !runs.isEmpty()) {
                add(runs, each.between());
            }
            runs.addAll(items);
        }
        return runs;
    }

    /** Days in their order; else what is most first; else as the outline names them. */
    private List<String> kinds(Each each, Span span) {
        Set<String> kinds = new LinkedHashSet<>();
        each.measures()
                .forEach(measure -> figures.kinds(measure, span).entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<String, Told> e) -> day(e.getValue()))
                                .thenComparing(e -> number(e.getValue()).negate())
                                .thenComparing(e -> named(e.getKey())))
                        .forEach(e -> kinds.add(e.getKey())));
        return List.copyOf(kinds);
    }

    private int named(String kind) {
        int at = List.copyOf(outline.names().keySet()).indexOf(kind);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private static LocalDate day(Told told) {
        LocalDate date = told.figure().date();
        return date == null ? LocalDate.EPOCH : date;
    }

    private static BigDecimal number(Told told) {
        BigDecimal number = told.figure().number();
        return number == null ? BigDecimal.ZERO : number;
    }

    /** Nothing where any piece has nothing to print. */
    private Optional<List<Report.Run>> runs(
            Wording wording, @Nullable String kind, List<Report.Run> each, List<Condition> when, Span span) {
        List<Report.Run> runs = new ArrayList<>();
        for (Piece piece : wording.pieces()) {
            List<Report.Run> told = switch (piece) {
                case Outline.Words words -> List.of(Report.Run.of(words.text()));
                case Outline.Number number -> printed(number, of(number.figure(), kind), when, span);
                case Outline.ByNumber words -> byNumber(words, kind, span);
                case Outline.Places places -> places(places);
                case Outline.Named named ->
                    switch (named.what()) {
                        case "each" -> each;
                        case "name" -> name(String.valueOf(kind));
                        default -> figures.named(named.what());
                    };
            };
            if (told.isEmpty()) {
                return Optional.empty();
            }
            runs.addAll(told);
        }
        return Optional.of(runs);
    }

    /** In an item a measure without a kind is that of the item's. */
    private static Figured of(Figured figure, @Nullable String kind) {
        return kind == null || figure.kind() != null ? figure : new Figured(figure.measure(), kind);
    }

    private List<Report.Run> printed(Outline.Number number, Figured what, List<Condition> when, Span span) {
        boolean zero = when.stream()
                .flatMap(condition -> condition.any().stream())
                .anyMatch(new Outline.Present(what)::equals);
        return figures.figure(what, span)
                .filter(told -> zero || told.tells())
                .map(told -> List.of(
                        new Report.Run(counted(number, told), what.measure(), what.kind(), told.evidence(), null)))
                .orElse(List.of());
    }

    /** What is counted exactly may be called by a word that fits the sentence better than its unit. */
    private static String counted(Outline.Number number, Told told) {
        BigDecimal count = told.figure().number();
        if (number.many().isEmpty() || count == null || told.figure().qualifier() != Qualifier.EXACT) {
            return told.text();
        }
        String digits = new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(count);
        return told.text().startsWith(digits)
                ? digits + " " + (count.compareTo(BigDecimal.ONE) == 0 ? number.one() : number.many())
                : told.text();
    }

    private List<Report.Run> byNumber(Outline.ByNumber words, @Nullable String kind, Span span) {
        return figures.figure(of(words.figure(), kind), span)
                .map(told -> number(told).compareTo(BigDecimal.ONE) == 0 ? words.one() : words.many())
                .filter(text -> !text.isEmpty())
                .map(text -> List.of(Report.Run.of(text)))
                .orElse(List.of());
    }

    private List<Report.Run> places(Outline.Places places) {
        List<String> names = figures.places(places.figure(), places.whole());
        List<Report.Run> runs = new ArrayList<>();
        for (String name : names) {
            if (!runs.isEmpty()) {
                runs.add(Report.Run.of(outline.names().getOrDefault("between places", "、")));
            }
            runs.add(Report.Run.name(name));
        }
        return runs;
    }

    /** The outline's words for a code or for what people wrote; else what they call it. */
    private List<Report.Run> name(String kind) {
        String word = outline.names().get(kind);
        if (word != null) {
            return List.of(Report.Run.of(word));
        }
        String label = ID.matcher(kind).matches() ? figures.label(kind) : kind;
        return label == null ? List.of() : List.of(Report.Run.name(label));
    }

    // ------------------------------------------------------------------ conditions

    private boolean holds(List<Condition> when, Span span) {
        return when.stream().allMatch(condition -> condition.any().stream().anyMatch(test -> holds(test, span)));
    }

    private boolean holds(Outline.Test test, Span span) {
        return switch (test) {
            case Outline.Not not -> !holds(not.not(), span);
            case Outline.Something something ->
                figures.figure(something.figure(), span).filter(Told::tells).isPresent();
            case Outline.Present present ->
                figures.figure(present.figure(), span).isPresent();
            case Outline.Same same -> same(same, span);
            case Outline.ToldBefore before -> told.contains(before.clause());
        };
    }

    private boolean same(Outline.Same same, Span span) {
        Optional<Told> one = figures.figure(same.one(), span);
        Optional<Told> other = figures.figure(same.other(), span);
        return one.isPresent() && other.isPresent() && number(one.get()).compareTo(number(other.get())) == 0;
    }

    /** A figure that is not there is a gap; a kind that did not occur, or whose condition does not hold, is none. */
    private void missing(Clause clause, Set<String> missing) {
        if (!holds(clause.when(), Span.PERIOD)) {
            return;
        }
        clause.say().pieces().stream()
                .filter(Outline.Number.class::isInstance)
                .map(piece -> ((Outline.Number) piece).figure())
                .filter(figure -> figure.kind() == null
                        && (clause.each() == null || !clause.each().measures().contains(figure.measure())))
                .filter(figure -> figures.figure(figure, Span.PERIOD).isEmpty())
                .forEach(figure -> missing.add(figure.measure()));
    }

    private static void add(List<Report.Run> runs, String text) {
        if (!text.isEmpty()) {
            add(runs, Report.Run.of(text));
        }
    }

    /** Words after words are one piece. */
    private static void add(List<Report.Run> runs, Report.Run run) {
        Report.Run last = runs.isEmpty() ? null : runs.getLast();
        if (last != null && last.plain() && run.plain()) {
            runs.set(runs.size() - 1, Report.Run.of(last.text() + run.text()));
        } else {
            runs.add(run);
        }
    }
}
