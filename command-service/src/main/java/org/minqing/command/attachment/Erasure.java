package org.minqing.command.attachment;

import java.util.List;
import java.util.UUID;
import org.minqing.attachment.Contents;
import org.minqing.command.platform.desk.AcceptanceListener;
import org.minqing.command.platform.desk.Receipt;
import org.minqing.keys.SubjectKeys;
import org.springframework.stereotype.Component;

/** An erased attachment's content and own key are destroyed once the log says so. */
@Component
class Erasure implements AcceptanceListener {
    private final Contents contents;
    private final SubjectKeys keys;

    Erasure(Contents contents, SubjectKeys keys) {
        this.contents = contents;
        this.keys = keys;
    }

    @Override
    public void accepted(String command, Receipt receipt) {
        if (command.equals("EraseAttachment")) {
            UUID id = UUID.fromString(receipt.subject().id());
            keys.erase(List.of(Subjects.own(id)));
            contents.drop(id);
        }
    }
}
