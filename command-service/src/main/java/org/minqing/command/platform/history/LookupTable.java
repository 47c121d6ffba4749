package org.minqing.command.platform.history;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one index has found, as far as it was written down. Several processes write the same. */
final class LookupTable {
    private final JdbcClient jdbc;
    private final String index;

    /** @param jdbc connects as minqing_command */
    LookupTable(JdbcClient jdbc, String index) {
        this.jdbc = jdbc;
        this.index = index;
    }

    /** Everything up to here is written down. */
    long position() {
        return jdbc.sql("select coalesce(max(position), 0) from lookup.checkpoint where index = ?")
                .param(index)
                .query(Long.class)
                .single();
    }

    /** The bare ids of the streams that one of the keys was seen at, and perhaps some more. */
    Set<String> find(Collection<String> keys) {
        return jdbc.sql("select id from lookup.entry where index = ? and key = any (?)")
                .params(index, keys.stream().map(LookupTable::hash).toArray(Long[]::new))
                .query(String.class)
                .set();
    }

    /**
     * In one statement, so that the checkpoint never tells of what is not there.
     *
     * @param ids of streams by key
     */
    void write(Map<String, Set<String>> ids, long position) {
        List<Long> hashes = new ArrayList<>();
        List<String> streams = new ArrayList<>();
        ids.forEach((key, found) -> found.forEach(id -> {
            hashes.add(hash(key));
            streams.add(id);
        }));
        jdbc.sql("""
                        with written as (
                            insert into lookup.entry (index, key, id)
                            select ?, e.key, e.id from unnest(?::bigint[], ?::text[]) as e (key, id)
                            order by e.key, e.id
                            on conflict do nothing)
                        insert into lookup.checkpoint (index, position) values (?, ?)
                        on conflict (index) do update set position = greatest(checkpoint.position, excluded.position)
                        """)
                .params(index, hashes.toArray(Long[]::new), streams.toArray(String[]::new), index, position)
                .update();
    }

    private static long hash(String key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
