package org.minqing.query.platform.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.minqing.events.Sealed;

/** Opens what is sealed, for as long as an answer takes: to mask it, or to show it to somebody whose reading has been logged. */
@FunctionalInterface
public interface Names {
    /** The clear text of each; what was erased, or cannot be opened here, is missing. */
    Map<Sealed, String> open(Collection<Sealed> sealed);

    /** Sealed under the key of the first subject that has one; nothing where none has. */
    default Optional<Sealed> seal(Collection<String> subjects, String text) {
        return Optional.empty();
    }

    /** A file in clear, as it is read; nothing where it was erased or cannot be opened here. Its digest has been compared with the log's. */
    default Optional<InputStream> open(String subject, InputStream sealed) throws IOException {
        return Optional.empty();
    }
}
