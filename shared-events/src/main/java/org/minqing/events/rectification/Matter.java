package org.minqing.events.rectification;

import java.time.LocalDate;
import java.util.List;
import org.minqing.events.Source;

/**
 * What is to be put right, without its words.
 *
 * @param about what it was found about: of a hazard the safety check and the enterprise, of a finding its inspection
 */
public record Matter(RectificationSource source, Aspect aspect, List<Source> about, LocalDate dueOn) {
    public Matter {
        about = List.copyOf(about);
    }
}
