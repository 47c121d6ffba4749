package org.minqing.command.platform.door;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.readside.HttpReadSide;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the command side.
 *
 * @param queryUrl where the query side answers, for {@code Location}
 * @param keysFile the numbered master keys of all personal data
 * @param cachedAggregates how many events of streams that commands change are kept
 * @param cachedEvents how many events of streams that commands refer to are kept
 * @param readSide how the read side is asked where a decision rests on it; left out, such commands are refused
 * @param owner the database role that brings the schemas up to date; left out, somebody else does
 */
@ConfigurationProperties("minqing")
public record CommandProperties(
        @DefaultValue("http://127.0.0.1:8080") String queryUrl,
        @DefaultValue(".minqing/master.key") Path keysFile,
        @DefaultValue("50000") long cachedAggregates,
        @DefaultValue("150000") long cachedEvents,
        HttpReadSide.@Nullable Settings readSide,
        @DefaultValue Policies policies,
        @Nullable Owner owner) {
    /**
     * @param on whether this process answers events with policies
     * @param claim after so long without a sign of the process that does, another takes over
     */
    record Policies(
            @DefaultValue("true") boolean on,
            @DefaultValue("5s") Duration claim) {}

    record Owner(String username, @DefaultValue("") String password) {
        @Override
        public String toString() {
            return "Owner[" + username + "]";
        }
    }
}
