package org.minqing.command.platform.desk;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minqing.command.platform.decision.Likenesses;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.events.Sealed;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;

/** Opens a text for as long as it takes to compare it. */
final class KeyedLikenesses implements Likenesses {
    private static final String PERSON = "person:";

    private final SubjectKeys keys;
    private final KeyRing ring;
    private final LogReferences references;

    /**
     * @param ring of the command, whose keys may be kept nowhere yet
     * @param references of the decision, which note what is claimed
     */
    KeyedLikenesses(SubjectKeys keys, KeyRing ring, LogReferences references) {
        this.keys = keys;
        this.ring = ring;
        this.references = references;
    }

    @Override
    public void claim(String kind, Collection<Sealed> texts) {
        texts.stream()
                .flatMap(text -> open(text).stream())
                .forEach(clear -> references.claim(kind, SubjectKeys.likeness(clear)));
    }

    @Override
    public Set<UUID> persons(String kind, Sealed text) {
        return open(text).stream()
                .flatMap(clear -> keys.findExactly(kind, clear).stream())
                .filter(subject -> subject.startsWith(PERSON))
                .map(subject -> UUID.fromString(subject.substring(PERSON.length())))
                .collect(Collectors.toSet());
    }

    @Override
    public boolean same(Sealed one, Sealed other) {
        return open(one)
                .flatMap(text -> open(other).filter(text2 -> SubjectKeys.alike(text, text2)))
                .isPresent();
    }

    private Optional<String> open(Sealed sealed) {
        KeyRing known = ring.has(sealed.subject()) ? ring : keys.find(Set.of(sealed.subject()));
        return known.open(new SealedText(sealed.v(), sealed.subject(), sealed.alg(), sealed.iv(), sealed.ct()));
    }
}
