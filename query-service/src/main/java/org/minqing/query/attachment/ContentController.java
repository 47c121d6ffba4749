package org.minqing.query.attachment;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.minqing.attachment.Contents;
import org.minqing.events.attachment.AttachmentEvent.AttachmentErased;
import org.minqing.log.EventLog;
import org.minqing.query.platform.question.AcceptedParameters;
import org.minqing.query.platform.question.Disclosure;
import org.minqing.query.platform.question.QuestionParameters;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.source.Names;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    ResponseEntity<byte[]> content(@PathVariable String id, QuestionParameters asked) {
        AttachmentState state = disclosure.of(asked, "Attachment", id, AttachmentState.class);
        if (erased(state.of().attachmentId())) {
            throw gone();
        }
        byte[] sealed = contents.find(state.of().attachmentId(), state.sha256()).orElseThrow(ContentController::gone);
        if (!Contents.intact(sealed, state.sha256())) {
            throw Refusal.damaged("content-damaged");
        }
        byte[] clear = names.open(state.sealedUnder(), sealed).orElseThrow(ContentController::gone);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(state.mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .body(clear);
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
