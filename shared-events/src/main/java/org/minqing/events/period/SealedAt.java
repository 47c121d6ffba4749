package org.minqing.events.period;

import java.util.List;

/**
 * By what a period was judged when it was sealed. Whoever asks for its assessment at the position gets the same bytes.
 *
 * @param position of the log at which its figures stand
 * @param rules edition of the data-quality rules
 * @param findings how many there were, all of them waived
 * @param assessmentSha256 of the assessment's bytes, in hexadecimal digits
 */
public record SealedAt(long position, String rules, int findings, String assessmentSha256, List<Waiver> waivers) {
    public SealedAt {
        waivers = List.copyOf(waivers);
    }
}
