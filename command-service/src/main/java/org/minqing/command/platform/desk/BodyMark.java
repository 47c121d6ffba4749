package org.minqing.command.platform.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.minqing.keys.MasterKeys;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells one body from another without keeping either: an HMAC of command and body, with the number of the master key
 * before it.
 */
record BodyMark(MasterKeys masters, byte[] message, byte[] bytes) {
    /** 128 bits tell bodies apart, and every command of every year pays for them. */
    private static final int MARK_BYTES = 16;

    static BodyMark of(CommandRequest order, MasterKeys masters) {
        ObjectNode body = order.asSent() == null ? order.body() : order.asSent();
        byte[] message = (order.command() + "\n" + CanonicalJson.of(body)).getBytes(StandardCharsets.UTF_8);
        return new BodyMark(masters, message, mark(masters, masters.current(), message));
    }

    private static byte[] mark(MasterKeys masters, int number, byte[] message) {
        byte[] hmac = masters.hmac(number, "body", message);
        byte[] mark = new byte[MARK_BYTES + 2];
        mark[0] = (byte) (number >> 8);
        mark[1] = (byte) number;
        System.arraycopy(hmac, 0, mark, 2, MARK_BYTES);
        return mark;
    }

    /** A mark under a master key that was destroyed since tells nothing: the key alone decides then. */
    boolean sameAs(byte[] recorded) {
        int number = (recorded[0] & 0xff) << 8 | recorded[1] & 0xff;
        return Arrays.equals(recorded, bytes)
                || !masters.has(number)
                || MessageDigest.isEqual(recorded, mark(masters, number, message));
    }

    @Override
    public String toString() {
        return "BodyMark";
    }
}
