package org.minqing.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The numbered master keys, from a file that its owner alone can read: one line {@code <number>=<base64 of 32 bytes>} a
 * key. New keys are wrapped by the one of the highest number. What they are used for is derived from them, so that no two
 * uses share a key.
 */
public final class MasterKeys {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final NavigableMap<Integer, byte[]> keys;
    private final Map<Use, byte[]> derived = new ConcurrentHashMap<>();

    /** What a master key is used for: of these there are a handful. */
    private record Use(int number, String purpose) {}

    private MasterKeys(NavigableMap<Integer, byte[]> keys) {
        this.keys = keys;
    }

    /** Reads the file; refuses one that others may read. */
    public static MasterKeys read(Path file) {
        try {
            if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException(
                        "others may read the master keys in " + file + ": make it yours alone with chmod 600");
            }
            NavigableMap<Integer, byte[]> keys = new TreeMap<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    put(keys, line, file);
                }
            }
            if (keys.isEmpty()) {
                throw new IllegalStateException("no master key in " + file);
            }
            return new MasterKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("the master keys cannot be read", e);
        }
    }

    /** Makes a file with one key, readable by its owner alone; leaves one alone that is there already. */
    public static boolean make(Path file) {
        String content = "# Master keys of the personal data of this installation. Losing them loses every name.\n1="
                + Base64.getEncoder().encodeToString(Crypto.random(BYTES)) + "\n";
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
            try {
                write(draft, content);
                Files.createLink(file, draft);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file of master keys cannot be made", e);
        }
    }

    private static void write(Path draft, String content) throws IOException {
        FileAttribute<?>[] attributes = posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            channel.write(ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static void put(NavigableMap<Integer, byte[]> keys, String line, Path file) {
        int at = line.indexOf('=');
        try {
            byte[] key = Base64.getDecoder().decode(line.substring(at + 1).strip());
            if (at < 1
                    || key.length != BYTES
                    || keys.put(Integer.valueOf(line.substring(0, at).strip()), key) != null) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("a line of " + file + " is no master key: <number>=<base64 of 32 bytes>");
        }
    }

    /** Number of the key that new ones are wrapped by. */
    public int current() {
        return keys.lastKey();
    }

    public boolean has(int number) {
        return keys.containsKey(number);
    }

    Set<Integer> numbers() {
        return keys.keySet();
    }

    byte[] checkValue(int number) {
        return derived(number, "check");
    }

    byte[] wrap(String subject, byte[] key) {
        byte[] iv = Crypto.random(Crypto.IV_BYTES);
        byte[] sealed = Crypto.encrypt(derived(current(), "wrap"), iv, associated(subject), key);
        return ByteBuffer.allocate(iv.length + sealed.length)
                .put(iv)
                .put(sealed)
                .array();
    }

    byte[] unwrap(int number, String subject, byte[] wrapped) {
        ByteBuffer buffer = ByteBuffer.wrap(wrapped);
        byte[] iv = new byte[Crypto.IV_BYTES];
        buffer.get(iv);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return Crypto.decrypt(derived(number, "wrap"), iv, associated(subject), sealed);
    }

    /**
     * An HMAC-SHA-256 under a key of its own for each purpose.
     *
     * @param number which master key, one that {@link #has} knows
     */
    public byte[] hmac(int number, String purpose, byte[] message) {
        return Crypto.hmac(derived(number, "hmac " + purpose), message);
    }

    private byte[] derived(int number, String purpose) {
        byte[] master = keys.get(number);
        if (master == null) {
            throw new IllegalStateException("master key " + number + " is not in the file of master keys");
        }
        return derived.computeIfAbsent(
                new Use(number, purpose),
                use -> Crypto.hmac(master, ("minqing " + purpose).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] associated(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MasterKeys" + keys.keySet();
    }
}
