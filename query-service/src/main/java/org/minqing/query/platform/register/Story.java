package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minqing.events.DomainEvent;
import org.minqing.query.platform.view.Entity;

/**
 * The story of one entity: its events in the world's order, the states between them, and the rectangles that stand open. What
 * lies before the day of a change is left as it is; from that day on all is folded anew and compared.
 */
final class Story<E extends DomainEvent, S> {
    private final Entity<E, S> entity;
    private final String id;
    private final Moment<E> first;
    private final List<Moment<E>> moments = new ArrayList<>();
    /** The state after each moment that is folded. */
    private final List<@Nullable S> states = new ArrayList<>();
    /** By day. */
    private final List<Rectangle> open = new ArrayList<>();

    Story(Entity<E, S> entity, String id, Moment<E> first) {
        this.entity = entity;
        this.id = id;
        this.first = first;
    }

    String type() {
        return entity.type();
    }

    String id() {
        return id;
    }

    void add(Moment<E> moment) {
        int at = moments.size();
        while (at > 0 && moments.get(at - 1).compareTo(moment) > 0) {
            at--;
        }
        moments.add(at, moment);
        forgetFrom(at);
    }

    /** The moment is told otherwise now. */
    void changed(Moment<E> moment) {
        forgetFrom(moments.indexOf(moment));
    }

    private void forgetFrom(int index) {
        while (states.size() > index) {
            states.removeLast();
        }
    }

    /** Folds what is not folded; rectangles that are no longer true are closed at the position, and others opened from it on. */
    void settle(long position, Changes changes) {
        int from = states.size();
        if (from == moments.size()) {
            return;
        }
        LocalDate day = moments.get(from).day();
        // the state before the day, also where earlier moments of the same day are folded already
        while (from > 0 && moments.get(from - 1).day().equals(day)) {
            from--;
        }
        fold();
        int kept = open.size();
        while (kept > 0 && endsAfter(open.get(kept - 1), day)) {
            kept--;
        }
        List<Rectangle> old = new ArrayList<>(open.subList(kept, open.size()));
        open.subList(kept, open.size()).clear();
        replace(old, spans(old, day, from), position, changes);
    }

    private static boolean endsAfter(Rectangle rectangle, LocalDate day) {
        return rectangle.to() == null || !rectangle.to().isBefore(day);
    }

    private void fold() {
        S state = states.isEmpty() ? null : states.getLast();
        for (Moment<E> moment : moments.subList(states.size(), moments.size())) {
            boolean begins = !moment.voided && entity.begunBy().contains(moment.told.getClass());
            if (state != null || begins) {
                state = (moment.voided ? entity.voided() : entity.evolve()).evolve(state, moment.told, id, moment.meta);
            }
            states.add(state);
        }
    }

    private record Span(LocalDate from, @Nullable Tile tile) {}

    /** What holds from each day on, equal neighbours as one; null where there is nothing. */
    private List<Span> spans(List<Rectangle> old, LocalDate day, int from) {
        List<Span> spans = new ArrayList<>();
        if (!old.isEmpty() && old.getFirst().from().isBefore(day)) {
            spans.add(new Span(old.getFirst().from(), old.getFirst().tile()));
        }
        for (int i = from; i < moments.size(); i++) {
            LocalDate today = moments.get(i).day();
            if (i + 1 < moments.size() && moments.get(i + 1).day().equals(today)) {
                continue;
            }
            Tile tile = tile(states.get(i), today);
            Tile before = spans.isEmpty() ? null : spans.getLast().tile;
            if (!Objects.equals(tile, before)) {
                spans.add(new Span(today, tile));
            }
        }
        return spans;
    }

    private @Nullable Tile tile(@Nullable S state, LocalDate day) {
        if (state != null) {
            return States.tile(entity, state, false);
        }
        if (!first.voided || first.day().isAfter(day) || !entity.begunBy().contains(first.told.getClass())) {
            return null;
        }
        S was = entity.evolve().evolve(null, first.told, id, first.meta);
        return was == null ? null : States.tile(entity, was, true);
    }

    private void replace(List<Rectangle> old, List<Span> spans, long position, Changes changes) {
        int next = 0;
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            LocalDate to = i + 1 < spans.size() ? spans.get(i + 1).from : null;
            while (next < old.size() && old.get(next).from().isBefore(span.from)) {
                changes.close(old.get(next++).knownUntil(position));
            }
            Rectangle standing = next < old.size() && old.get(next).from().equals(span.from) ? old.get(next++) : null;
            if (standing != null && standing.tile().equals(span.tile) && Objects.equals(standing.to(), to)) {
                open.add(standing);
                continue;
            }
            if (standing != null) {
                changes.close(standing.knownUntil(position));
            }
            if (span.tile != null) {
                Rectangle made = new Rectangle(
                        entity.type(), id, span.from, to, position, null, first.meta.position(), span.tile);
                changes.open(made);
                open.add(made);
            }
        }
        while (next < old.size()) {
            changes.close(old.get(next++).knownUntil(position));
        }
    }
}
