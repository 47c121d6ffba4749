package org.minqing.edge.share;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one kind of request may take of a service.
 *
 * @param places how many are served at the same time
 * @param own how many of them one caller may have; 0: one more than there are processors
 * @param waiting how many requests of one caller may wait for a place
 * @param patience how long each waits at most
 * @param client how many a program may send in a minute, all its people together; 0: as many as it likes
 * @param person the same of one person
 */
public record Share(
        int places,
        @DefaultValue("0") int own,
        @DefaultValue("64") int waiting,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("0") long client,
        @DefaultValue("0") long person) {
    int ownPlaces() {
        return Math.min(places, own > 0 ? own : Runtime.getRuntime().availableProcessors() + 1);
    }
}
