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
        return key(subject).seal(clear);
    }

    /**
     * Seals a file, each time another way: 12 bytes of IV, then ciphertext and tag.
     *
     * @throws IllegalStateException if the ring does not hold the subject's key
     */
    public byte[] seal(String subject, byte[] clear) {
        return key(subject).seal(clear);
    }

    private SubjectKey key(String subject) {
        SubjectKey key = keys.get(subject);
        if (key == null) {
            throw new IllegalStateException("no key for " + subject);
        }
        return key;
    }

    /**
     * Opens a text; nothing where its subject was erased.
     *
     * @throws WrongKey if it was not sealed under this key for this subject, or was changed since
     */
    public Optional<String> open(SealedText text) {
        return Optional.ofNullable(keys.get(text.subject())).map(key -> key.open(text));
    }

    /**
     * Opens a file; nothing where its subject was erased.
     *
     * @throws WrongKey if it was not sealed under this key for this subject, or was changed since
     */
    public Optional<byte[]> open(String subject, byte[] sealed) {
        return Optional.ofNullable(keys.get(subject)).map(key -> key.open(sealed));
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
