package org.minqing.attachment;

import java.io.IOException;
import java.io.InputStream;
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

    /** How many bytes are kept; nothing where it is not kept any more. */
    public Optional<Integer> length(UUID id, String sha256) {
        return jdbc.sql("select octet_length(sealed) from attachment.content where id = ? and sha256 = ?")
                .params(id, HexFormat.of().parseHex(sha256))
                .query(Integer.class)
                .optional();
    }

    /** What is kept, piece by piece, so that no more than one piece is in memory; it ends early where it is dropped meanwhile. */
    public InputStream read(UUID id, String sha256) {
        return new Pieces(id, HexFormat.of().parseHex(sha256));
    }

    private final class Pieces extends InputStream {
        private static final int BYTES = 1 << 18;

        private final UUID id;
        private final byte[] digest;
        private byte[] piece = new byte[0];
        private int from;
        private int next = 1;

        Pieces(UUID id, byte[] digest) {
            this.id = id;
            this.digest = digest;
        }

        @Override
        public int read() {
            return more() ? piece[from++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!more()) {
                return -1;
            }
            int read = Math.min(length, piece.length - from);
            System.arraycopy(piece, from, into, offset, read);
            from += read;
            return read;
        }

        private boolean more() {
            if (from == piece.length) {
                piece = jdbc.sql(
                                "select substring(sealed from ? for ?) from attachment.content where id = ? and sha256 = ?")
                        .params(next, BYTES, id, digest)
                        .query(byte[].class)
                        .optional()
                        .orElse(new byte[0]);
                next += piece.length;
                from = 0;
            }
            return piece.length > 0;
        }
    }

    /** Whether what is kept is what was handed in. */
    public boolean intact(UUID id, String sha256) {
        try (InputStream in = read(id, sha256)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 14];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return MessageDigest.isEqual(HexFormat.of().parseHex(sha256), digest.digest());
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
