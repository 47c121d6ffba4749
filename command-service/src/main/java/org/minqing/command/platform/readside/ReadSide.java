package org.minqing.command.platform.readside;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.minqing.command.platform.refusal.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The read side, asked at one explicit position: for the few decisions that rest on what only it can tell (sealing a period,
 * drawing a sample). Asked there again it answers the same bytes, so whoever doubts the decision can ask too.
 */
public interface ReadSide {
    /** The log's last position now, for who names none. */
    long head();

    /**
     * A question's answer.
     *
     * @param path {@code /v1/...}
     * @param parameters beside {@code knownAt}
     * @throws Refusal 503 {@code read-side-away} while it cannot be asked or does not stand there; 409 {@code not-answered} with
     *     its status and code where it refuses the question
     */
    Answer ask(String path, Map<String, String> parameters, long position);

    /** An answer as it came. */
    record Answer(byte[] bytes) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(bytes);
        }

        /** Of its bytes, in hexadecimal digits. */
        public String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }
    }
}
