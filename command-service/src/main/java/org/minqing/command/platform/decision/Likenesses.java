package org.minqing.command.platform.decision;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.minqing.events.Sealed;

/** Who else a sealed text was ever said of: told by its keyed mark, so that a decision reads no text. */
public interface Likenesses {
    /** Where nobody is compared. */
    Likenesses NONE = new Likenesses() {
        @Override
        public void claim(String kind, Collection<Sealed> texts) {}

        @Override
        public Set<UUID> persons(String kind, Sealed text) {
            return Set.of();
        }

        @Override
        public boolean same(Sealed one, Sealed other) {
            return false;
        }
    };

    /**
     * Of two decisions that say one of these texts, the later is taken again once the earlier is entered, and so
     * finds it. To be asked before anybody is looked for.
     */
    void claim(String kind, Collection<Sealed> texts);

    /**
     * Ids of the persons of whom this text was ever entered, its own among them; nobody where its key was destroyed.
     *
     * @param kind {@code citizen-number}, {@code name}, {@code phone}
     */
    Set<UUID> persons(String kind, Sealed text);

    /** Whether both say the same; not where one of them can be read no longer. */
    boolean same(Sealed one, Sealed other);
}
