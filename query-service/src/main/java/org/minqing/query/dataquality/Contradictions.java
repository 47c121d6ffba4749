package org.minqing.query.dataquality;

import org.minqing.query.platform.source.Names;

/** Finds sealed texts that contradict what stands beside them, which is what the candidate is {@code within}. */
final class Contradictions extends SealedTexts {
    private final Contradiction contradiction;

    Contradictions(Names names, Contradiction contradiction) {
        super(names);
        this.contradiction = contradiction;
    }

    @Override
    void opened(Candidate candidate, String text) {
        if (candidate.asked() && contradiction.between(candidate.within(), text)) {
            found(candidate.record());
        }
    }
}
