package org.minqing.command.household;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.RegisteredPersons;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.reference.CadreRef;
import org.springframework.stereotype.Component;

/** Members of households, by all they ever belonged to, and cadres, whose id is their person's. */
@Component
final class HouseholdsOfPersons implements RegisteredPersons {
    @Override
    public Set<String> streams(UUID personId, DecisionContext situation) {
        Stream<String> households =
                situation.references().having(Persons.BY_PERSON, Set.of(personId.toString())).keySet().stream()
                        .map(household -> StreamName.of("Household", household));
        Stream<String> cadre = situation.references().find(CadreRef.KIND, personId).stream()
                .map(known -> StreamName.of("Cadre", personId));
        return Stream.concat(households, cadre).collect(Collectors.toSet());
    }
}
