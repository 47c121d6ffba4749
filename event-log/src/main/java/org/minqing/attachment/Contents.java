package org.minqing.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sealed contents by the attachment's id and the SHA-256 of what is kept. */
public final class Contents {
    private final JdbcClient jdbc;

    /** @param dataSource connects as minqing_command, or to read alone as minqing_query */
    public Contents(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Keeps it and gives its SHA-256 in hexadecimal. */
    public String keep(UUID id, byte[] sealed) {
        byte[] digest = sha256(sealed);
        jdbc.sql("insert into attachment.content (id, sha256, sealed) values (?, ?, ?) on conflict do nothing")
                .params(id, digest, sealed)
                .update();
        return HexFormat.of().formatHex(digest);
    }

    /** What is kept, if it still is. */
    public Optional<byte[]> find(UUID id, String sha256) {
        return jdbc.sql("select sealed from attachment.content where id = ? and sha256 = ?")
                .params(id, HexFormat.of().parseHex(sha256))
                .query(byte[].class)
                .optional();
    }

    /** Whether what is kept is what was handed in. */
    public static boolean intact(byte[] sealed, String sha256) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), sha256(sealed));
    }

    /** Drops one that no event will name. */
    public void drop(UUID id, String sha256) {
        drop(id, HexFormat.of().parseHex(sha256));
    }

    /** Drops all there is of an attachment. */
    public void drop(UUID id) {
        drop(id, (byte[]) null);
    }

    private void drop(UUID id, byte @Nullable [] digest) {
        jdbc.sql("select attachment.drop(:id, :digest::bytea)")
                .param("id", id)
                .param("digest", digest, Types.BINARY)
                .query(row -> {});
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
