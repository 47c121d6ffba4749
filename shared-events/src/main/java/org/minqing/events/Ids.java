package org.minqing.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identifiers that follow from what they name: UUIDv5 (RFC 9562) in one fixed namespace. Whoever knows the parts can
 * compute the id, in any language and at any time; so neither the namespace nor the order of parts may ever change.
 */
public final class Ids {
    /** Of every identifier made here. */
    public static final UUID NAMESPACE = UUID.fromString("6f0d7c1e-3b5a-5c7e-9a54-2d1f6b8c4e90");

    private Ids() {}

    /** What a command makes. */
    public static UUID made(String client, UUID commandId) {
        return named("made", client, commandId);
    }

    /** What a command makes beside: a person it names at this JSON pointer without an id. */
    public static UUID made(String client, UUID commandId, String pointer) {
        return named("made", client, commandId, pointer);
    }

    /** The {@code ordinal}th event (from 0) of a command. */
    public static UUID event(String client, UUID commandId, int ordinal) {
        return named("event", client, commandId, ordinal);
    }

    /** An event as other systems are told of it: no two installations tell of one under the same id. */
    public static UUID told(UUID installation, UUID eventId) {
        return named("told", installation, eventId);
    }

    /** The {@code ordinal}th command (from 0) that a policy gives upon an event. */
    public static UUID policyCommand(UUID eventId, String policy, int ordinal) {
        return named("policy", eventId, policy, ordinal);
    }

    /** The one link point of a programme in a village. */
    public static UUID linkPoint(UUID programmeId, String villageId) {
        return named("LinkPoint", programmeId, villageId);
    }

    /** The one fund of an organisation for an earmark, by its {@link Likeness}, in a programme, for one village or for none. */
    public static UUID fund(UUID programmeId, UUID organisationId, @Nullable String villageId, String earmark) {
        return named("Fund", programmeId, organisationId, villageId == null ? "" : villageId, Likeness.of(earmark));
    }

    /** The one reporting period of this name, by its {@link Likeness}, of an organisation in a programme. */
    public static UUID reportingPeriod(UUID programmeId, UUID organisationId, String name) {
        return named("ReportingPeriod", programmeId, organisationId, Likeness.of(name));
    }

    /** The one rectification that follows from a finding of an inspection. */
    public static UUID rectification(UUID findingId) {
        return named("Rectification", findingId);
    }

    /** UUIDv5 of the parts, each in its text form, one to a line. */
    public static UUID named(Object... parts) {
        StringBuilder name = new StringBuilder();
        for (Object part : parts) {
            name.append(part).append('\n');
        }
        byte[] hash = sha1(NAMESPACE, name.toString().getBytes(StandardCharsets.UTF_8));
        hash[6] = (byte) (hash[6] & 0x0f | 0x50);
        hash[8] = (byte) (hash[8] & 0x3f | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] sha1(UUID namespace, byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return digest.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
