package org.minqing.standalone;

import java.time.Instant;
import org.springframework.context.ApplicationContext;

/**
 * Fills an empty log with the demonstration year, through the command side's own path. Found by
 * {@link java.util.ServiceLoader}.
 */
public interface DemonstrationLoader {
    /** Where the simulated clock of a new log starts. */
    Instant beginsAt();

    /**
     * Loads the year, or the rest of it: called while the log is empty or its simulation has not ended, so a load cut
     * short is taken up by its deterministic command ids. When this returns the simulation has ended.
     *
     * @param commandSide the running command side, whose REST answers 503 until then
     */
    void load(ApplicationContext commandSide);
}
