package org.minqing.command.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.util.Locale;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.KeyGenerator;
import javax.crypto.spec.IvParameterSpec;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.door.UploadDoor;
import org.minqing.command.platform.refusal.Refusal;

/**
 * A file while it is sent, as the body itself or the first file in a form: it lies aside until all of it is there, so that one that comes
 * slowly takes no memory. It lies there under a key that this object alone has and that goes with it: never on disk in clear.
 */
final class FileAside implements UploadDoor.Arrived {
    private static final int MAX = 20 << 20;
    /** Boundaries and headers of a form. */
    private static final int FRAME = 1 << 16;

    private static final int PIECE = 1 << 14;
    private static final int BLOCK = 16;

    private final Function<SentFile, UploadDoor.Upload> look;
    private final Path aside;
    private final Key key;
    private int length;
    private @Nullable String name;

    private FileAside(Function<SentFile, UploadDoor.Upload> look) throws IOException {
        this.look = look;
        this.aside = Files.createTempFile("minqing-upload", ".sealed");
        this.key = key();
    }

    /**
     * Reads it whole: 413 over 20 MiB, 422 {@code attachment-missing}.
     *
     * @param look what is made of it once it is there
     */
    static FileAside of(HttpServletRequest request, Function<SentFile, UploadDoor.Upload> look) throws IOException {
        String type = request.getContentType();
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        if (request.getContentLengthLong() > MAX + (form ? FRAME : 0)) {
            throw tooLarge();
        }
        FileAside file = new FileAside(look);
        try {
            if (form) {
                file.takeForm(request);
            } else {
                file.take(request.getInputStream());
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void takeForm(HttpServletRequest request) throws IOException {
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    try (InputStream in = part.openStream()) {
                        take(in);
                        name = part.getName();
                        return;
                    }
                }
            }
        } catch (FileUploadException e) {
            throw Refusal.content(400, "attachment-form-malformed");
        }
        throw Refusal.content(422, "attachment-missing");
    }

    private void take(InputStream in) throws IOException {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = new CipherOutputStream(Files.newOutputStream(aside), cipher(Cipher.ENCRYPT_MODE))) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                length += read;
                if (length > MAX) {
                    throw tooLarge();
                }
                out.write(piece, 0, read);
            }
        }
        if (length == 0) {
            throw Refusal.content(422, "attachment-missing");
        }
    }

    @Override
    public UploadDoor.Upload open() throws IOException {
        try (InputStream in = new CipherInputStream(Files.newInputStream(aside), cipher(Cipher.DECRYPT_MODE))) {
            byte[] content = new byte[length];
            if (in.readNBytes(content, 0, length) < length) {
                throw new IOException("what was laid aside is not there whole");
            }
            return look.apply(new SentFile(content, name));
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(aside);
    }

    private static Key key() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("AES");
            keys.init(256);
            return keys.generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** The key seals one file, so that its counter may begin at nothing. */
    private Cipher cipher(int mode) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[BLOCK]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in counter mode", e);
        }
    }

    private static Refusal tooLarge() {
        return Refusal.content(413, "attachment-too-large", MAX >> 20);
    }
}
