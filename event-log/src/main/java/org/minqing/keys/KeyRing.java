package org.minqing.keys;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** The keys of some subjects, in the clear: for the length of a request, never kept. */
public final class KeyRing {
    /** By how many bytes a sealed file is longer than it is in clear. */
    public static final int OVERHEAD = Crypto.IV_BYTES + Crypto.TAG_BYTES;

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

    /**
     * Opens a file as it is read, whose digest the caller has compared with the log's; nothing where its subject was erased.
     *
     * @throws WrongKey if it is too short to have been sealed
     */
    public Optional<InputStream> open(String subject, InputStream sealed) throws IOException {
        SubjectKey key = keys.get(subject);
        return key == null ? Optional.empty() : Optional.of(key.open(sealed));
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
