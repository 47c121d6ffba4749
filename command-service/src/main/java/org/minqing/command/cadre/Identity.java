package org.minqing.command.cadre;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.Likenesses;
import org.minqing.command.platform.history.Reference;
import org.minqing.command.platform.history.References;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.reference.CadreRef;
import org.minqing.events.DomainEvent;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;

/**
 * By what a cadre is told from another: the name, and the telephone or the organisation.
 *
 * @param registered null where nothing of it stands
 * @param posts by day
 */
record Identity(@Nullable CadreRegistered registered, CadreRef posts) {
    private static final Reference<Identity> KIND =
            new Reference<>("Cadre", new Identity(null, CadreRef.KIND.start()), Identity::after);

    /**
     * Refuses a cadre with the name of one in service who has the same telephone or serves in the same organisation, unless
     * that was seen.
     *
     * @throws Refusal 409 {@code duplicate-cadre}, naming the other
     */
    static void refuseKnown(UUID cadreId, CadreCommand.RegisterCadre said, DecisionContext situation) {
        Likenesses likenesses = situation.likenesses();
        likenesses.claim("name", List.of(said.name()));
        Set<UUID> namesakes = new HashSet<>(likenesses.persons("name", said.name()));
        namesakes.remove(cadreId);
        if (Boolean.TRUE.equals(said.confirmDuplicate())) {
            return;
        }
        References references = situation.references();
        references.prefetch(namesakes.stream().map(id -> "Cadre-" + id).toArray(String[]::new));
        namesakes.stream()
                .filter(other -> references
                        .find(KIND, other)
                        .filter(found -> found.resembles(said, likenesses, situation.day()))
                        .isPresent())
                .map(UUID::toString)
                .sorted()
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.conflict("duplicate-cadre", other);
                });
    }

    private boolean resembles(CadreCommand.RegisterCadre said, Likenesses likenesses, LocalDate day) {
        return registered != null
                && (posts.withdrawnOn() == null || posts.withdrawnOn().isAfter(day))
                && likenesses.same(said.name(), registered.name())
                && (posts.postOn(day)
                                .filter(post -> post.organisationId().equals(said.organisationId()))
                                .isPresent()
                        || said.phone() != null
                                && registered.phone() != null
                                && likenesses.same(said.phone(), registered.phone()));
    }

    private Identity after(DomainEvent event) {
        return new Identity(
                event instanceof CadreRegistered e ? e : registered,
                CadreRef.KIND.evolve().apply(posts, event));
    }
}
