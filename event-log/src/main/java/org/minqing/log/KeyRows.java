package org.minqing.log;

import java.util.List;

/**
 * What must be durable with the events that need it: keys made for their subjects, and by what the subjects are found. Rows of
 * schema {@code keys}, committed with the events and never after them; where one of the subjects has got another key meanwhile,
 * the request is refused as {@link ReadSet stale}.
 */
public record KeyRows(List<Key> keys, List<Match> matches) {
    public static final KeyRows NONE = new KeyRows(List.of(), List.of());

    /** @param wrapped by the master key of that number */
    public record Key(String subject, int master, byte[] wrapped) {
        @Override
        public String toString() {
            return "Key[" + subject + "]";
        }
    }

    /** @param hmac of the whole text, under the master key of that number */
    public record Match(String kind, int master, byte[] hmac, String subject) {
        @Override
        public String toString() {
            return "Match[" + kind + ", " + subject + "]";
        }
    }

    public KeyRows {
        keys = List.copyOf(keys);
        matches = List.copyOf(matches);
    }

    boolean isEmpty() {
        return keys.isEmpty() && matches.isEmpty();
    }
}
