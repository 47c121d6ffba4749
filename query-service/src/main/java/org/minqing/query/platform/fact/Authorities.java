package org.minqing.query.platform.fact;

import java.util.List;

/**
 * What the events behind a figure rest on, as those who entered them said. A figure bears no mark of its own: neither the
 * strongest of its events', for that would lend a printed sum's standing to its parts, nor the weakest, for one event without a
 * document would take it from all. It tells of each authority how many of its events bear it.
 *
 * @param events how many events stand behind the figure; voided and corrected ones do not, what corrects them does
 * @param authorities at most 20, those of most events first; the events left over bear others, or none
 */
public record Authorities(long events, List<Authority> authorities) {
    /** @param authority as it was given with the command */
    public record Authority(String authority, long events) {}
}
