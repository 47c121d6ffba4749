package org.minqing.query.platform.question;

import java.util.function.Supplier;
import org.minqing.edge.share.Caller;
import org.minqing.edge.share.Places;
import org.minqing.edge.share.Shares;

/**
 * Whose question is answered next. What an answer costs are the processors and a connection to the database, so few are worked on at a time,
 * and of one caller no more than leave the others theirs; of the heavy ones fewer still.
 */
final class Turns {
    private final Places answering;
    private final Places heavy;

    Turns(Shares shares) {
        this.answering = shares.places("answering");
        this.heavy = shares.places("answering-heavy");
    }

    /** Does it when its turn has come. */
    <T> T inTurn(QuestionParameters asked, Supplier<T> work) {
        Caller caller = Caller.of(asked.asker().client(), asked.asker().actor());
        if (asked.kind() != Kind.HEAVY) {
            return answered(caller, work);
        }
        try (Places.Place place = heavy.take(caller)) {
            return answered(caller, work);
        }
    }

    private <T> T answered(Caller caller, Supplier<T> work) {
        try (Places.Place place = answering.take(caller)) {
            return work.get();
        }
    }
}
