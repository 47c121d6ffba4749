package org.minqing.keys;

import java.util.ArrayList;
import java.util.List;
import org.minqing.log.KeyRows;

/**
 * Keys for what is about to be sealed and appended: those there are, and new ones that stand nowhere until they are appended with
 * it.
 */
public final class DraftedKeys {
    private final KeyRing ring;
    private final List<KeyRows.Key> made;
    private final List<KeyRows.Match> matches = new ArrayList<>();

    DraftedKeys(KeyRing ring, List<KeyRows.Key> made) {
        this.ring = ring;
        this.made = made;
    }

    public KeyRing ring() {
        return ring;
    }

    void add(List<KeyRows.Match> more) {
        matches.addAll(more);
    }

    /** To be appended with the events that are sealed under these keys. */
    public KeyRows rows() {
        return new KeyRows(made, matches);
    }
}
