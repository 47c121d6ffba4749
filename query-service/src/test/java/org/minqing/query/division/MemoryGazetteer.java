package org.minqing.query.division;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.Rectangle;
import org.minqing.query.platform.source.Gazetteer;
import tools.jackson.databind.json.JsonMapper;

/** Codes and names of divisions out of a register in memory. */
public final class MemoryGazetteer implements Gazetteer {
    private final MemoryRegister register;

    public MemoryGazetteer(MemoryRegister register) {
        this.register = register;
    }

    private record Candidate(String id, int rank, long away) {}

    private Stream<Rectangle> divisions() {
        return register.of("Division");
    }

    private static String field(Rectangle r, String field) {
        return JsonMapper.shared().readTree(r.tile().state()).path(field).asString("");
    }

    @Override
    public Optional<String> find(String codeOrId, LocalDate asOf) {
        Stream<Candidate> byCode = divisions()
                .filter(r -> field(r, "code").equals(codeOrId))
                .map(r -> new Candidate(r.id(), rank(r, asOf), Math.abs(ChronoUnit.DAYS.between(r.from(), asOf))));
        Stream<Candidate> byId = divisions()
                .filter(r -> r.id().equals(codeOrId))
                .map(r -> new Candidate(r.id(), r.tile().voided() || r.knownTo() != null ? 3 : 1, 0));
        return Stream.concat(byCode, byId)
                .min(Comparator.comparing(Candidate::rank)
                        .thenComparing(Candidate::away)
                        .thenComparing(Candidate::id))
                .map(Candidate::id);
    }

    private static int rank(Rectangle r, LocalDate asOf) {
        if (r.tile().voided()) {
            return 4;
        }
        if (r.knownTo() != null) {
            return 3;
        }
        return MemoryRegister.valid(r, asOf) ? 0 : 2;
    }

    @Override
    public boolean above(String divisionId) {
        return divisions().findAny().isEmpty() || divisions().anyMatch(r -> r.id().startsWith(divisionId));
    }

    @Override
    public Map<String, Place> places(Collection<String> divisionIds, LocalDate asOf, long knownAt) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (String id : divisionIds) {
            divisions()
                    .filter(r -> r.id().equals(id))
                    .min(MemoryRegister.called(asOf, knownAt))
                    .ifPresent(r -> places.put(id, new Place(id, field(r, "code"), field(r, "name"))));
        }
        return places;
    }
}
