package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Views;

/** The register with its rectangles in memory: folded by the same stories, read by the same rules as the table. */
public final class MemoryRegister extends RegisterReader {
    private final Register register;
    private final Map<List<Object>, Rectangle> rectangles = new LinkedHashMap<>();

    /** @param history all events of the named streams, those of each in order */
    @SuppressWarnings("NullAway") // there is no database to ask
    public MemoryRegister(
            Views views,
            java.util.function.Function<Collection<String>, List<? extends RecordedEvent<?>>> history,
            int remembered) {
        super(null, views.longStories());
        this.register = new Register(views, history, remembered);
    }

    /** Takes the next event, a batch of its own. */
    public Touched take(RecordedEvent<?> recorded) {
        Changes changes = new Changes();
        register.prepare(List.of(recorded));
        Touched touched = register.take(recorded, changes);
        register.trim();
        changes.opened().forEach(each -> rectangles.put(key(each), each));
        changes.closed().forEach(each -> {
            if (rectangles.replace(key(each), each) == null) {
                throw new IllegalStateException("closed and never opened: " + each);
            }
        });
        return touched;
    }

    private static List<Object> key(Rectangle r) {
        return List.of(r.type(), r.id(), r.from(), r.knownFrom());
    }

    /** Every rectangle, in an order of its own. */
    public List<Rectangle> rectangles() {
        return rectangles.values().stream()
                .sorted(Comparator.comparing(Rectangle::type)
                        .thenComparing(Rectangle::id)
                        .thenComparing(Rectangle::knownFrom)
                        .thenComparing(Rectangle::from))
                .toList();
    }

    /** Those of one type, in the order in which they were opened. */
    public Stream<Rectangle> of(String type) {
        return rectangles.values().stream().filter(r -> r.type().equals(type));
    }

    public static boolean valid(Rectangle r, LocalDate asOf) {
        return !r.from().isAfter(asOf) && (r.to() == null || r.to().isAfter(asOf));
    }

    public static boolean known(Rectangle r, long knownAt) {
        return r.knownFrom() <= knownAt && (r.knownTo() == null || r.knownTo() > knownAt);
    }

    /** What was true on the day as known then; before it was known, what was first; earlier than that, what was known first. */
    public static Comparator<Rectangle> called(LocalDate asOf, long knownAt) {
        return Comparator.<Rectangle, Boolean>comparing(r -> !(known(r, knownAt) && valid(r, asOf)))
                .thenComparing(r -> !known(r, knownAt))
                .thenComparing(r -> known(r, knownAt) ? r.from() : LocalDate.MAX)
                .thenComparing(Rectangle::knownFrom)
                .thenComparing(Rectangle::from)
                .thenComparing(Rectangle::type);
    }

    @Override
    public Optional<Item> find(String type, String id, LocalDate asOf, long knownAt) {
        return of(type).filter(r -> r.id().equals(id) && valid(r, asOf) && known(r, knownAt))
                .map(MemoryRegister::item)
                .findFirst();
    }

    @Override
    public Optional<Item> first(String type, String id) {
        return of(type).filter(r -> r.id().equals(id))
                .min(Comparator.comparing(Rectangle::knownFrom).thenComparing(Rectangle::from))
                .map(MemoryRegister::item);
    }

    @Override
    public List<Item> list(Filter filter, long afterPosition, String afterId, int limit) {
        return of(filter.type())
                .filter(r -> valid(r, filter.asOf()) && known(r, filter.knownAt()))
                .filter(r -> r.firstPosition() > afterPosition
                        || (r.firstPosition() == afterPosition && r.id().compareTo(afterId) > 0))
                .filter(r -> fits(r, filter))
                .sorted(Comparator.comparing(Rectangle::firstPosition).thenComparing(Rectangle::id))
                .limit(limit)
                .map(MemoryRegister::item)
                .toList();
    }

    private static boolean fits(Rectangle r, Filter filter) {
        Dimensions of = r.tile().dimensions();
        return (of.division() == null || of.division().startsWith(filter.scope()))
                && (of.organisation() == null || is(filter.scopeOrganisation(), of.organisation()))
                && (filter.division() == null
                        || (of.division() != null && of.division().startsWith(filter.division())))
                && (of.programme() == null || is(filter.programme(), of.programme()))
                && is(filter.organisation(), of.organisation())
                && (filter.cadre() == null || of.cadres().contains(filter.cadre()))
                && is(filter.household(), of.household())
                && (filter.status() == null || filter.status().equals(of.status()))
                && (filter.kind() == null || of.kinds().contains(filter.kind()))
                && (filter.ids() == null || filter.ids().contains(r.id()));
    }

    private static boolean is(@Nullable UUID wanted, @Nullable UUID value) {
        return wanted == null || wanted.equals(value);
    }

    @Override
    public Map<String, String> labels(Collection<String> ids, LocalDate asOf, long knownAt) {
        Map<String, List<Rectangle>> named = new HashMap<>();
        for (Rectangle r : rectangles.values()) {
            if (r.tile().label() != null && ids.contains(r.id())) {
                named.computeIfAbsent(r.id(), id -> new ArrayList<>()).add(r);
            }
        }
        Map<String, String> labels = new HashMap<>();
        named.forEach((id, rows) -> rows.stream()
                .min(called(asOf, knownAt))
                .map(r -> r.tile().label())
                .ifPresent(label -> labels.put(id, label)));
        return labels;
    }

    private static Item item(Rectangle r) {
        Dimensions of = r.tile().dimensions();
        return new Item(
                r.id(),
                r.firstPosition(),
                r.tile().voided(),
                r.tile().state(),
                r.tile().label(),
                of.status(),
                of.division(),
                of.organisation(),
                of.household(),
                of.cadres());
    }
}
