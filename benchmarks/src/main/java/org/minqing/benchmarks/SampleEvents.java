package org.minqing.benchmarks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.minqing.log.AppendRequest;
import org.minqing.log.Appender;
import org.minqing.log.EventCodec;
import org.minqing.log.EventTypes;
import org.minqing.log.Frontier;
import org.minqing.log.KeyRows;
import org.minqing.log.LogTail;
import org.minqing.log.NewEvent;
import org.minqing.log.PostgresEventLog;
import org.minqing.log.ReadSet;

/** Commands of one event each: 373 bytes of payload, 200 bytes of metadata, a key and a body's HMAC, as a link of a cadre makes. */
final class SampleEvents {
    static final int PAYLOAD_BYTES = 373;
    static final int METADATA_BYTES = 200;
    static final UUID PROGRAMME = UUID.fromString("3f1c1c1e-5a0e-5c55-9a51-0a6f6a1c7d10");
    static final String DIVISION = "530328202207";
    static final LocalDate DAY = LocalDate.of(2012, 3, 1);
    static final byte[] PAYLOAD = payload();
    private static final String TYPE = "LinkPoint.CadreAssignedToHousehold";
    private static final String CLIENT = "provincial-system1";
    private static final int ACTORS = 52;

    private SampleEvents() {}

    private static byte[] payload() {
        String json = "{\"linkPointId\":\"6f1f2b9c-9d3b-5b7e-8f0a-2b1d4c3e5f60\",\"programmeId\":\"" + PROGRAMME
                + "\",\"organisationId\":\"0b7d9a52-1c4e-4f7b-a1d2-3c4b5a697887\",\"villageId\":\"" + DIVISION
                + "\",\"householdId\":\"5d3c2b1a-0f9e-4d8c-b7a6-95847362514f\",\"cadreId\":"
                + "\"c0ffee00-1234-4567-89ab-cdef01234567\",\"rankCode\":\"141\",\"quota\":3,\"occurredOn\":\"" + DAY
                + "\",\"note\":\"";
        return (json + "x".repeat(PAYLOAD_BYTES - json.length() - 2) + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** A random version 4 UUID, as clients send for a key; quicker to make than UUID.randomUUID. */
    static UUID uuid(Random random) {
        return new UUID(
                random.nextLong() & 0xFFFFFFFFFFFF0FFFL | 0x4000L, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    static Random random() {
        return new Random(new SecureRandom().nextLong());
    }

    static Map<String, String> metadata(UUID commandId, int actor) {
        return Map.of(
                "commandId", commandId.toString(),
                "actor", new UUID(0x4000L, 0x8000000000000000L | actor % ACTORS).toString(),
                "role", "office",
                "client", CLIENT,
                "correlationId", commandId.toString());
    }

    static Appender appender(DataSource command, LogTail tail) {
        var codec = new EventCodec();
        var log = new PostgresEventLog(command, EventTypes.scan("org.minqing.events"), codec, tail);
        return new Appender(command, codec, tail, new Frontier(log, tail));
    }

    static AppendRequest command(Random random, String stream, long sequence) {
        UUID commandId = uuid(random);
        byte[] hmac = new byte[18]; // as the command side makes it: the key's number and 128 bits
        random.nextBytes(hmac);
        var event = new NewEvent(
                stream,
                sequence,
                uuid(random),
                TYPE,
                1,
                PROGRAMME,
                DIVISION,
                DAY,
                PAYLOAD,
                PAYLOAD,
                metadata(commandId, random.nextInt(ACTORS)));
        return new AppendRequest(CLIENT, commandId, hmac, null, ReadSet.NONE, KeyRows.NONE, List.of(event));
    }
}
