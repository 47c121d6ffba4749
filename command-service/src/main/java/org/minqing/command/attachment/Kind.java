package org.minqing.command.attachment;

import org.apache.tika.Tika;
import org.minqing.command.platform.refusal.Refusal;

/** The kinds of file that are taken, told by their content. */
enum Kind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Tika TIKA = new Tika();

    private final String mediaType;

    Kind(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** 415 {@code attachment-kind-not-taken}, 422 {@code attachment-broken}. */
    static Kind of(byte[] content) {
        return switch (TIKA.detect(content)) {
            case "application/pdf" -> PDF;
            case "image/jpeg" -> JPEG;
            case "image/png" -> PNG;
            case "application/zip", "application/x-tika-ooxml" -> OfficeFile.kind(content);
            default -> throw refused();
        };
    }

    static Refusal refused() {
        return Refusal.content(415, "attachment-kind-not-taken");
    }

    static Refusal broken() {
        return Refusal.content(422, "attachment-broken");
    }

    /** The content as it is kept. */
    byte[] cleaned(byte[] content, boolean keepLocation) {
        return switch (this) {
            case PDF -> Pdf.whole(content);
            case JPEG -> Jpeg.cleaned(content, keepLocation);
            case PNG -> Png.cleaned(content, keepLocation);
            case DOCX, XLSX -> OfficeFile.cleaned(content, keepLocation);
        };
    }
}
