package org.minqing.query.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Publications.Publication;
import org.minqing.query.platform.answer.Publications.Seal;

/**
 * What stands around the body of a report. A paper with a red head, a number and a signature is one that somebody approved, and that
 * tells all of the days it was approved for; everything else is a draft.
 *
 * @param draft the word for it, 草稿; null: approved, and not sent back since
 * @param reportingPeriodId null: of no reporting period
 * @param status how far it has come, {@code OPEN} to {@code AMENDED}; null: of no reporting period
 * @param organisation its name
 * @param number 发文字号; null: a draft, or approved under none
 * @param date the day of its approval, written out; null: a draft
 * @param recipient 主送机关; null: addressed to nobody
 * @param salutation as it is printed before the body
 * @param imprint 版记: who gets it besides, who gave it out and when; empty: a draft
 */
record Cover(
        @Nullable String draft,
        @Nullable UUID reportingPeriodId,
        @Nullable String status,
        String organisation,
        @Nullable String number,
        @Nullable String date,
        @Nullable String recipient,
        @Nullable String salutation,
        List<String> imprint) {

    /** @param whole whether it tells every day of its period */
    static Cover of(
            Texts texts, Language language, String organisation, @Nullable Publication publication, boolean whole) {
        String draft = texts.text(language, "report.draft");
        if (publication == null) {
            return new Cover(draft, null, null, organisation, null, null, null, null, List.of());
        }
        LocalDate approved = whole ? publication.approvedOn() : null;
        String recipient = publication.recipient();
        return new Cover(
                approved == null ? draft : null,
                publication.reportingPeriodId(),
                publication.status(),
                organisation,
                approved == null ? null : publication.documentNo(),
                approved == null ? null : language.day(approved),
                recipient,
                recipient == null ? null : texts.text(language, "report.recipient", recipient),
                approved == null ? List.of() : imprint(texts, language, organisation, publication));
    }

    private static List<String> imprint(Texts texts, Language language, String organisation, Publication publication) {
        List<String> imprint = new ArrayList<>();
        String copiedTo = publication.copiedTo();
        if (copiedTo != null) {
            imprint.add(texts.text(language, "report.copied", copiedTo));
        }
        Seal seal = publication.seal();
        if (seal != null) {
            imprint.add(texts.text(language, "report.issued", organisation, language.day(seal.sealedOn())));
        }
        return imprint;
    }
}
