package org.minqing.command.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the command side.
 *
 * @param queryUrl where the query side answers, for {@code Location}
 * @param keysFile the numbered master keys of all personal data
 * @param concurrent how many requests are taken at once; the next one is told to come again
 * @param cachedAggregates how many aggregates are kept
 * @param cachedEvents how many events of streams that commands refer to are kept
 * @param owner the database role that brings the schemas up to date; left out, somebody else does
 */
@ConfigurationProperties("minqing")
record CommandProperties(
        @DefaultValue("http://127.0.0.1:8080") String queryUrl,
        @DefaultValue(".minqing/master.key") Path keysFile,
        @DefaultValue("256") int concurrent,
        @DefaultValue("10000") long cachedAggregates,
        @DefaultValue("200000") long cachedEvents,
        @Nullable Owner owner) {
    record Owner(String username, @DefaultValue("") String password) {
        @Override
        public String toString() {
            return "Owner[" + username + "]";
        }
    }
}
