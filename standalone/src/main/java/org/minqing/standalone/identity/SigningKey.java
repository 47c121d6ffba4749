package org.minqing.standalone.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import org.minqing.standalone.PrivateFile;

/** The key that signs tokens, made once and kept in {@code identity/signing-key.json}: tokens outlive a restart. */
final class SigningKey {
    /** Every key made here says so in its id, in every token: production services can tell and refuse. */
    static final String MARK = "demonstration-";

    private static final int BITS = 2048;

    private SigningKey() {}

    static RSAKey in(Path directory) throws IOException {
        Path file = directory.resolve("identity").resolve("signing-key.json");
        try {
            if (Files.notExists(file)) {
                PrivateFile.write(file, made().toJSONString());
            }
            return RSAKey.parse(Files.readString(file));
        } catch (JOSEException | ParseException e) {
            throw new IOException("signing key in " + file, e);
        }
    }

    private static RSAKey made() throws JOSEException {
        RSAKey key = new RSAKeyGenerator(BITS)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        return new RSAKey.Builder(key).keyID(MARK + key.computeThumbprint()).build();
    }
}
