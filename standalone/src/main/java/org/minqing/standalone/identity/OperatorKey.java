package org.minqing.standalone.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.PrivateFile;
import org.minqing.standalone.account.Secrets;

/** Whoever can read {@code identity/operator.key}, made anew at every start, keeps the accounts: {@code ./minqing user}, {@code client}. */
public record OperatorKey(String value) {
    /** The header in which it comes. */
    public static final String HEADER = "Minqing-Operator";

    static OperatorKey make(Path directory) throws IOException {
        var key = new OperatorKey(Secrets.secret());
        PrivateFile.write(file(directory), key.value);
        return key;
    }

    public static OperatorKey read(Path directory) throws IOException {
        return new OperatorKey(Files.readString(file(directory)).strip());
    }

    boolean is(@Nullable String said) {
        return said != null
                && MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
    }

    private static Path file(Path directory) {
        return directory.resolve("identity").resolve("operator.key");
    }

    @Override
    public String toString() {
        return "OperatorKey[...]";
    }
}
