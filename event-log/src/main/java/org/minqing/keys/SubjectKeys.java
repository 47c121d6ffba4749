package org.minqing.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.log.KeyRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keys of subjects: one query for all of a request, in the clear only for as long as the request needs them. */
public final class SubjectKeys {
    private static final Logger LOGGER = LoggerFactory.getLogger(SubjectKeys.class);
    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final MasterKeys masters;

    private SubjectKeys(JdbcClient jdbc, MasterKeys masters) {
        this.jdbc = jdbc;
        this.masters = masters;
    }

    /**
     * Opens the keys with the master keys of a file. The first start of an installation makes the file; once there are
     * keys, a file that is missing or is another stops the start, since going on would hide that every name is lost.
     *
     * @param command connects as minqing_command or as owner
     */
    public static SubjectKeys open(DataSource command, Path file) {
        JdbcClient jdbc = JdbcClient.create(command);
        Map<Integer, byte[]> used = used(jdbc);
        if (used.isEmpty() && !Files.exists(file) && MasterKeys.make(file)) {
            LOGGER.warn(
                    "Made the master key of all personal data in {}. Keep a copy apart from the database's backups:"
                            + " losing this file loses every name in the log.",
                    file);
        }
        if (!Files.exists(file)) {
            throw new IllegalStateException("master key " + used.keySet() + " is missing: bring " + file
                    + " back from its copy; without it no name in the log can be read");
        }
        SubjectKeys keys = new SubjectKeys(jdbc, MasterKeys.read(file));
        keys.check(used);
        keys.introduce();
        return keys;
    }

    /** Opens the keys for reading alone, as query-service does: the file must be there. */
    public static SubjectKeys openToRead(DataSource query, Path file) {
        JdbcClient jdbc = JdbcClient.create(query);
        SubjectKeys keys = new SubjectKeys(jdbc, MasterKeys.read(file));
        keys.check(used(jdbc));
        return keys;
    }

    private static Map<Integer, byte[]> used(JdbcClient jdbc) {
        Map<Integer, byte[]> used = new HashMap<>();
        jdbc.sql("select number, check_value from keys.master").query(row -> {
            used.put(row.getInt(1), row.getBytes(2));
        });
        return used;
    }

    private void check(Map<Integer, byte[]> used) {
        used.forEach((number, checkValue) -> {
            if (masters.has(number) && !MessageDigest.isEqual(checkValue, masters.checkValue(number))) {
                throw new IllegalStateException(
                        "master key " + number + " in the file is not the one the names were sealed with");
            }
            if (!masters.has(number)) {
                LOGGER.warn("Master key {} is not in the file: what was sealed under it stays closed.", number);
            }
        });
    }

    private void introduce() {
        for (int number : masters.numbers()) {
            jdbc.sql("insert into keys.master (number, check_value) values (?, ?) on conflict do nothing")
                    .params(number, masters.checkValue(number))
                    .update();
        }
    }

    /** For HMACs under a master key. */
    public MasterKeys masters() {
        return masters;
    }

    /** Keys of the subjects, made where there is none yet; an erased subject has none and is left out. */
    public KeyRing ensure(Collection<String> subjects) {
        Map<String, SubjectKey> keys = new HashMap<>();
        Set<String> open = new TreeSet<>(subjects);
        // a key that another request makes at the same moment is found the second time
        for (int attempt = 0; attempt < 3 && !open.isEmpty(); attempt++) {
            String[] names = open.toArray(String[]::new);
            byte[][] wrapped = new byte[names.length][];
            for (int i = 0; i < names.length; i++) {
                wrapped[i] = masters.wrap(names[i], Crypto.random(KEY_BYTES));
            }
            collect(jdbc.sql("""
                                    with made as (
                                        insert into keys.subject_key (subject, master, wrapped)
                                        select g.subject, ?, g.wrapped
                                        from unnest(?::text[], ?::bytea[]) as g (subject, wrapped)
                                        where not exists (select from keys.subject_key k where k.subject = g.subject)
                                        on conflict do nothing
                                        returning subject, master, wrapped)
                                    select subject, master, wrapped from made
                                    union all
                                    select k.subject, k.master, k.wrapped from keys.subject_key k where k.subject = any (?)
                                    """).params(masters.current(), names, wrapped, names), open, keys);
        }
        return new KeyRing(keys);
    }

    /** Keys of the subjects, of those that have none a new one each; an erased subject has none and is left out. Nothing is written. */
    public DraftedKeys draft(Collection<String> subjects) {
        Map<String, SubjectKey> keys = new HashMap<>();
        Set<String> open = new TreeSet<>(subjects);
        if (!open.isEmpty()) {
            collect(known(subjects), open, keys);
        }
        List<KeyRows.Key> made = new ArrayList<>();
        for (String subject : open) {
            byte[] key = Crypto.random(KEY_BYTES);
            keys.put(subject, new SubjectKey(subject, key));
            made.add(new KeyRows.Key(subject, masters.current(), masters.wrap(subject, key)));
        }
        return new DraftedKeys(new KeyRing(keys), made);
    }

    private StatementSpec known(Collection<String> subjects) {
        return jdbc.sql("select subject, master, wrapped from keys.subject_key where subject = any (?)")
                .param(subjects.toArray(String[]::new));
    }

    /** Keys of the subjects that have one; erased and unknown subjects are left out. */
    public KeyRing find(Collection<String> subjects) {
        Map<String, SubjectKey> keys = new HashMap<>();
        if (!subjects.isEmpty()) {
            collect(known(subjects), new TreeSet<>(subjects), keys);
        }
        return new KeyRing(keys);
    }

    private void collect(StatementSpec statement, Set<String> open, Map<String, SubjectKey> keys) {
        statement.query(row -> {
            String subject = row.getString(1);
            int master = row.getInt(2);
            byte @Nullable [] wrapped = row.getBytes(3);
            open.remove(subject);
            if (wrapped != null && masters.has(master)) {
                keys.put(subject, new SubjectKey(subject, masters.unwrap(master, subject, wrapped)));
            }
        });
    }

    /** Destroys the subjects' keys and every way to find them; what was sealed under them stays closed for ever. */
    public void erase(Collection<String> subjects) {
        String[] names = new TreeSet<>(subjects).toArray(String[]::new);
        jdbc.sql("select keys.erase(?)").params((Object) names).query(row -> {});
    }

    /**
     * A text by which a subject may be found.
     *
     * @param kind {@code citizen-number}, {@code name}, ...
     */
    public record Findable(String kind, String subject, String clear) {
        @Override
        public String toString() {
            return "Findable[" + kind + ", " + subject + "]";
        }
    }

    /** Lets subjects be found by the whole of a text, once the keys are appended. */
    public void index(DraftedKeys keys, List<Findable> texts) {
        int master = masters.current();
        keys.add(texts.stream()
                .map(text -> new KeyRows.Match(
                        text.kind(), master, exact(master, text.kind(), text.clear()), text.subject()))
                .toList());
    }

    /** The subjects whose text of this kind is this one, in wide letters or narrow ones, small or capital. */
    public Set<String> findExactly(String kind, String clear) {
        byte[][] hmacs = masters.numbers().stream()
                .map(number -> exact(number, kind, clear))
                .toArray(byte[][]::new);
        return jdbc.sql("select distinct subject from keys.exact_match where kind = ? and hmac = any (?)")
                .params(kind, hmacs)
                .query(String.class)
                .set();
    }

    /**
     * The subjects of whom any of the texts of this kind was said, by the text.
     *
     * @return without the texts that were said of nobody
     */
    public Map<String, Set<String>> findAny(String kind, Collection<String> clear) {
        Map<ByteBuffer, String> texts = new HashMap<>();
        for (int number : masters.numbers()) {
            clear.forEach(text -> texts.put(ByteBuffer.wrap(exact(number, kind, text)), text));
        }
        Map<String, Set<String>> found = new HashMap<>();
        if (!texts.isEmpty()) {
            jdbc.sql("select hmac, subject from keys.exact_match where kind = ? and hmac = any (?)")
                    .params(kind, texts.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                    .query(row -> {
                        String text = Objects.requireNonNull(texts.get(ByteBuffer.wrap(row.getBytes(1))));
                        found.computeIfAbsent(text, t -> new HashSet<>()).add(row.getString(2));
                    });
        }
        return found;
    }

    /** Whether two texts are one, in wide letters or narrow ones, small or capital. */
    public static boolean alike(String one, String other) {
        return likeness(one).equals(likeness(other));
    }

    /** What a text is compared by: in narrow capital letters, blanks as one. */
    public static String likeness(String clear) {
        return Normalizer.normalize(clear, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private byte[] exact(int master, String kind, String clear) {
        return masters.hmac(master, "exact " + kind, likeness(clear).getBytes(StandardCharsets.UTF_8));
    }
}
