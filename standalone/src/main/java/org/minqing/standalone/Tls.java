package org.minqing.standalone;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * Certificate and private key of all ports people and programs come to, as PEM files; read again when they change.
 *
 * @param certificate the server's own first, then those that lead to a root
 * @param key PKCS#8, not encrypted
 */
record Tls(Path certificate, Path key) {
    private static final String BUNDLE = "minqing";
    private static final byte[] WORDS =
            "whether the key belongs to the certificate".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /** Refuses what would not serve: no file, not readable, no PEM, of another key, expired. */
    void check() {
        X509Certificate own = certificates(certificate).getFirst();
        PrivateKey secret = privateKey();
        Instant now = Instant.now();
        if (now.isAfter(own.getNotAfter().toInstant())
                || now.isBefore(own.getNotBefore().toInstant())) {
            throw new LaunchRefusal(
                    1,
                    "证书 %s 的有效期是 %s 至 %s，现在不能用；换一个有效的证书"
                            .formatted(
                                    certificate,
                                    own.getNotBefore().toInstant(),
                                    own.getNotAfter().toInstant()),
                    "The certificate %s is valid from %s to %s and not now; give one that is valid"
                            .formatted(
                                    certificate,
                                    own.getNotBefore().toInstant(),
                                    own.getNotAfter().toInstant()));
        }
        if (!belongs(secret, own)) {
            throw new LaunchRefusal(
                    1,
                    "私钥 %s 与证书 %s 不是一对；给同一次签发的两个文件".formatted(key, certificate),
                    "The key %s does not belong to the certificate %s; give the two files that do"
                            .formatted(key, certificate));
        }
    }

    /** What a Spring application is told. */
    List<String> settings() {
        return List.of(
                "spring.ssl.bundle.pem." + BUNDLE + ".keystore.certificate=" + certificate.toUri(),
                "spring.ssl.bundle.pem." + BUNDLE + ".keystore.private-key=" + key.toUri(),
                "spring.ssl.bundle.pem." + BUNDLE + ".reload-on-update=true",
                "server.ssl.bundle=" + BUNDLE,
                "server.servlet.session.cookie.secure=true");
    }

    /** Trusts the system's roots, and whoever holds this certificate whatever the name he is called by: our own ports. */
    static SSLContext trusting(Path certificate) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Own(certificate, ofTheSystem())}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509ExtendedTrustManager ofTheSystem() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<X509Certificate> certificates(Path file) {
        try {
            List<X509Certificate> read = PemContent.load(readable(file)).getCertificates();
            if (!read.isEmpty()) {
                return read;
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof LaunchRefusal refusal) {
                throw refusal;
            }
            // told below
        }
        throw new LaunchRefusal(
                1,
                "%s 里没有 PEM 格式的证书（-----BEGIN CERTIFICATE-----）".formatted(file),
                "%s holds no certificate in PEM (-----BEGIN CERTIFICATE-----)".formatted(file));
    }

    private PrivateKey privateKey() {
        try {
            PrivateKey read = PemContent.load(readable(key)).getPrivateKey();
            if (read != null) {
                return read;
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof LaunchRefusal refusal) {
                throw refusal;
            }
            // told below
        }
        throw new LaunchRefusal(
                1,
                "%s 里没有未加密的 PEM 私钥（-----BEGIN PRIVATE KEY-----）".formatted(key),
                "%s holds no private key in PEM without a passphrase (-----BEGIN PRIVATE KEY-----)".formatted(key));
    }

    private static Path readable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchRefusal(1, "读不到文件：" + file, "Cannot read the file " + file);
        }
        return file;
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(WORDS);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certificate.getPublicKey());
            verifying.update(WORDS);
            return verifying.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Knows our own certificate, also after it was renewed, and asks the system about others. */
    private static final class Own extends X509ExtendedTrustManager {
        private final Path file;
        private final X509ExtendedTrustManager others;
        private volatile @Nullable X509Certificate own;

        Own(Path file, X509ExtendedTrustManager others) {
            this.file = file;
            this.others = others;
        }

        private boolean isOwn(X509Certificate[] chain) {
            if (chain.length == 0) {
                return false;
            }
            if (!chain[0].equals(own)) {
                own = certificates(file).getFirst();
            }
            return chain[0].equals(own);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            if (!isOwn(chain)) {
                others.checkServerTrusted(chain, type, socket);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            if (!isOwn(chain)) {
                others.checkServerTrusted(chain, type, engine);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            if (!isOwn(chain)) {
                others.checkServerTrusted(chain, type);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            others.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            others.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            others.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return others.getAcceptedIssuers();
        }
    }
}
