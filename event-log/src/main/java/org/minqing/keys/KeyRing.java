package org.minqing.keys;

import java.util.Map;
import java.util.Optional;

/** The keys of some subjects, in the clear: for the length of a request, never kept. */
public final class KeyRing {
    private final Map<String, SubjectKey> keys;

    KeyRing(Map<String, SubjectKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Whether the subject has a key; an erased one has none. */
    public boolean has(String subject) {
        return keys.containsKey(subject);
    }

    /**
     * Seals a text, each time another way.
     *
     * @throws IllegalStateException if the ring does not hold the subject's key
     */
    public SealedText seal(String subject, String clear) {
        SubjectKey key = keys.get(subject);
        if (key == null) {
            throw new IllegalStateException("no key for " + subject);
        }
        return key.seal(clear);
    }

    /**
     * Opens a text; nothing where its subject was erased.
     *
     * @throws WrongKey if it was not sealed under this key for this subject, or was changed since
     */
    public Optional<String> open(SealedText text) {
        return Optional.ofNullable(keys.get(text.subject())).map(key -> key.open(text));
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
