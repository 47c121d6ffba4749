package org.minqing.query.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Sealed;
import org.minqing.events.document.DocumentEvent.DocumentHandedIn;
import org.minqing.events.document.DocumentEvent.DocumentRequired;
import org.minqing.events.document.DocumentEvent.Place;
import org.minqing.events.document.DocumentKind;
import org.minqing.events.document.Duty;
import org.minqing.events.document.OwedBy;
import org.minqing.query.platform.ReadSide;

class DocumentRebuildTest {
    @Test
    void told_again_from_nothing_it_is_the_same_row_for_row() throws InterruptedException {
        Papers at = new Papers("530328");
        Sealed words = new Sealed(1, "document:" + at.document("words"), "A256GCM", "AAAAAAAAAAAAAAAA", "b3BhcXVl");
        try (ReadSide side = ReadSide.of(new DocumentView()).tailing()) {
            Duty duty = at.reflection();
            DocumentRequired owed = at.required("r", duty);
            UUID required = append(side, owed);
            DocumentHandedIn paper = at.handedIn("r", duty, "心得", null, "2012-02-01");
            UUID handedIn = append(side, paper);
            append(side, at.sentBack("r", duty, words, "2012-02-05"));
            UUID again = append(side, at.handedIn("r", duty, "二稿", null, "2012-02-09"));
            append(side, at.accepted("r", "2012-02-08"));
            Duty member = at.duty(DocumentKind.REFLECTION, OwedBy.SERVING_PARTY_MEMBER);
            append(side, at.corrected(required, owed, at.required("r", member), words));
            append(side, at.corrected(handedIn, paper, at.handedIn("r", member, "一稿", null, "2012-02-01"), words));
            append(side, at.voided(again, at.handedIn("r", duty, "二稿", null, "2012-02-09"), words));
            DocumentRequired never = at.required("never", duty);
            append(side, at.voided(append(side, never), never, words));
            side.settled();
            assertThat(side.jdbc
                            .sql("select count(*) from read.fact")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(side.rebuild().run(2).same()).isTrue();
            assertThat(side.rebuild().run(1).same()).isTrue();
        }
    }

    private static UUID append(ReadSide side, DomainEvent event) {
        return side.append("Document-" + ((Place) event.of()).documentId(), event)
                .eventId();
    }
}
