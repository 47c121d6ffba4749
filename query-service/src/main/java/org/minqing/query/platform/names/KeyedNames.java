package org.minqing.query.platform.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Sealed;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;
import org.minqing.keys.WrongKey;
import org.minqing.query.platform.source.Names;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Opens names with the subjects' keys: one query for all of an answer, nothing kept. */
@Component
final class KeyedNames implements Names {
    private static final Logger LOG = LoggerFactory.getLogger(KeyedNames.class);

    private final DataSource dataSource;
    private final Path file;
    private @Nullable SubjectKeys keys;
    private boolean missed;

    /** @param file the master keys, made by command-service when it first starts; until then nothing is sealed either */
    KeyedNames(DataSource dataSource, @Value("${minqing.keys-file}") Path file) {
        this.dataSource = dataSource;
        this.file = file;
    }

    private synchronized Optional<SubjectKeys> keys() {
        if (keys == null && Files.exists(file)) {
            keys = SubjectKeys.openToRead(dataSource, file);
        } else if (keys == null && !missed) {
            missed = true;
            LOG.warn("There is no file of master keys at {}: names are masked whole until there is.", file);
        }
        return Optional.ofNullable(keys);
    }

    @Override
    public Map<Sealed, String> open(Collection<Sealed> sealed) {
        Map<Sealed, String> clear = new HashMap<>();
        if (sealed.isEmpty()) {
            return clear;
        }
        KeyRing ring = keys().map(found -> found.find(
                        new TreeSet<>(sealed.stream().map(Sealed::subject).toList())))
                .orElse(null);
        if (ring == null) {
            return clear;
        }
        for (Sealed each : sealed) {
            try {
                ring.open(new SealedText(each.v(), each.subject(), each.alg(), each.iv(), each.ct()))
                        .ifPresent(text -> clear.put(each, text));
            } catch (WrongKey e) {
                // what does not open stays masked
            }
        }
        return clear;
    }

    @Override
    public Optional<Sealed> seal(Collection<String> subjects, String text) {
        return keys().flatMap(found -> {
            KeyRing ring = found.find(new TreeSet<>(subjects));
            return subjects.stream()
                    .filter(ring::has)
                    .findFirst()
                    .map(subject -> ring.seal(subject, text))
                    .map(closed -> new Sealed(closed.v(), closed.subject(), closed.alg(), closed.iv(), closed.ct()));
        });
    }

    @Override
    public Optional<InputStream> open(String subject, InputStream sealed) throws IOException {
        Optional<SubjectKeys> known = keys();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        try {
            return known.get().find(List.of(subject)).open(subject, sealed);
        } catch (WrongKey e) {
            return Optional.empty();
        }
    }
}
