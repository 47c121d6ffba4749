package org.minqing.command.attachment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minqing.attachment.Contents;
import org.minqing.command.platform.door.UploadDoor;
import org.minqing.keys.SubjectKeys;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Attachments over HTTP: a file comes in and is answered as a command is. */
@RestController
class AttachmentEndpoint {
    private final UploadDoor door;
    private final SubjectKeys keys;
    private final Contents contents;
    private final Quota quota;

    AttachmentEndpoint(UploadDoor door, SubjectKeys keys, Contents contents, Quota quota) {
        this.door = door;
        this.keys = keys;
        this.contents = contents;
        this.quota = quota;
    }

    @PostMapping("/v1/attachments")
    void store(Authentication authentication, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        door.take("StoreAttachment", authentication, request, response, () -> {
            Sending sending = Sending.of(request);
            return FileAside.of(request, file -> new Upload(keys, contents, quota, file, sending));
        });
    }
}
