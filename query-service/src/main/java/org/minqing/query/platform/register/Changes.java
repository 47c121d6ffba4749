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
        }
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
