package org.minqing.query.attachment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.minqing.attachment.Contents;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.keys.KeyRing;
import org.minqing.log.EventLog;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Disclosure;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.source.Names;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was attached, in clear: its reading is logged first. */
@RestController
class ContentController {
    private final Disclosure disclosure;
    private final Contents contents;
    private final Names names;
    private final EventLog log;

    ContentController(Disclosure disclosure, DataSource dataSource, Names names, EventLog log) {
        this.disclosure = disclosure;
        this.contents = new Contents(dataSource);
        this.names = names;
        this.log = log;
    }

    @AcceptedParameters(reveals = true)
    @GetMapping("/v1/attachments/{id}/content")
    void content(@PathVariable String id, QuestionParameters asked, HttpServletResponse response) throws IOException {
        AttachmentState state = disclosure.of(asked, "Attachment", id, AttachmentState.class);
        if (erased(state.of().attachmentId())) {
            throw gone();
        }
        UUID kept = state.of().attachmentId();
        int sealed = contents.length(kept, state.sha256()).orElseThrow(ContentController::gone);
        // all of it is looked at before any of it is given out, and read once more then: it is never in memory as a
        // whole
        if (!contents.intact(kept, state.sha256())) {
            throw Refusal.damaged("content-damaged");
        }
        try (InputStream clear = names.open(state.sealedUnder(), contents.read(kept, state.sha256()))
                .orElseThrow(ContentController::gone)) {
            response.setContentType(state.mediaType());
            response.setContentLength(sealed - KeyRing.OVERHEAD);
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            // by no name of the sender's
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + kept + "\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            clear.transferTo(response.getOutputStream());
        }
    }

    /** Whatever day and position was asked for: what is erased is so for all of them. */
    private boolean erased(UUID attachmentId) {
        return log.readStreams(Map.of("Attachment-" + attachmentId, 0L)).stream()
                .anyMatch(event -> event.payload() instanceof AttachmentErased);
    }

    private static Refusal gone() {
        return Refusal.gone("content-gone");
    }
}
