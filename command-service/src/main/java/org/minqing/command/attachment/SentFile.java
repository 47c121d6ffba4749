package org.minqing.command.attachment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.refusal.Refusal;

/**
 * A file as it is sent: the body itself, or the first file in a form. Never held beyond what may be sent, never on disk.
 *
 * @param name as the form says
 */
record SentFile(byte[] content, @Nullable String name) {
    static final int MAX = 20 << 20;
    /** Boundaries and headers of a form. */
    private static final int FRAME = 1 << 16;

    /** 413 over 20 MiB, 422 {@code attachment-missing}. */
    static SentFile of(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        boolean form = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        if (request.getContentLengthLong() > MAX + (form ? FRAME : 0)) {
            throw tooLarge();
        }
        return form ? inForm(request) : new SentFile(whole(request.getInputStream()), null);
    }

    private static SentFile inForm(HttpServletRequest request) throws IOException {
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    try (InputStream in = part.openStream()) {
                        return new SentFile(whole(in), part.getName());
                    }
                }
            }
        } catch (FileUploadException e) {
            throw Refusal.content(400, "attachment-form-malformed");
        }
        throw Refusal.content(422, "attachment-missing");
    }

    private static byte[] whole(InputStream in) throws IOException {
        byte[] content = in.readNBytes(MAX + 1);
        if (content.length > MAX) {
            throw tooLarge();
        }
        if (content.length == 0) {
            throw Refusal.content(422, "attachment-missing");
        }
        return content;
    }

    private static Refusal tooLarge() {
        return Refusal.content(413, "attachment-too-large", MAX >> 20);
    }

    @Override
    public String toString() {
        return "SentFile[" + content.length + "]";
    }
}
