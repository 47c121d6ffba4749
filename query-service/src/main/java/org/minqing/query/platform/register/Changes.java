package org.minqing.query.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rectangles opened and closed. One opened and closed in the same go is written once, closed. */
public final class Changes {
    private final Map<Key, Rectangle> opened = new LinkedHashMap<>();
    private final List<Rectangle> closed = new ArrayList<>();
    private int ended;

    private record Key(String type, String id, LocalDate from, long knownFrom) {
        static Key of(Rectangle r) {
            return new Key(r.type(), r.id(), r.from(), r.knownFrom());
        }
    }

    void open(Rectangle rectangle) {
        if (opened.put(Key.of(rectangle), rectangle) != null) {
            throw new IllegalStateException("opened twice: " + rectangle);
        }
    }

    void close(Rectangle rectangle) {
        if (opened.replace(Key.of(rectangle), rectangle) == null) {
            closed.add(rectangle);
        } else {
            ended++;
        }
    }

    /** How many of the new rows are closed: nothing more will come of them. */
    public int ended() {
        return ended;
    }

    /** Takes these away. */
    public List<Rectangle> takeEnded() {
        List<Rectangle> taken =
                opened.values().stream().filter(r -> r.knownTo() != null).toList();
        opened.values().removeIf(r -> r.knownTo() != null);
        ended = 0;
        return taken;
    }

    /** New rows. */
    public Collection<Rectangle> opened() {
        return opened.values();
    }

    /** Rows that stand, and how they end. */
    public List<Rectangle> closed() {
        return closed;
    }
}
