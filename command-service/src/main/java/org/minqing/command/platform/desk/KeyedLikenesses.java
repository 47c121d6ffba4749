package org.minqing.command.platform.desk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.minqing.command.platform.decision.Likenesses;
import org.minqing.events.Sealed;
import org.minqing.keys.KeyRing;
import org.minqing.keys.SealedText;
import org.minqing.keys.SubjectKeys;

/** Opens a text for as long as it takes to compare it. */
final class KeyedLikenesses implements Likenesses {
    private static final String PERSON = "person:";
    /** Texts that fall on one lock wait for each other for no reason; they are few. */
    private static final List<ReentrantLock> ALONE =
            IntStream.range(0, 256).mapToObj(i -> new ReentrantLock()).toList();

    private final SubjectKeys keys;
    private final KeyRing ring;

    /** @param ring of the command, whose keys may be kept nowhere yet */
    KeyedLikenesses(SubjectKeys keys, KeyRing ring) {
        this.keys = keys;
        this.ring = ring;
    }

    @Override
    public void alone(String kind, Collection<Sealed> texts) {
        if (!CurrentUnitOfWork.isStarted()) {
            return;
        }
        texts.stream()
                .flatMap(text -> open(text).stream())
                .map(clear -> Math.floorMod((kind + SubjectKeys.likeness(clear)).hashCode(), ALONE.size()))
                .distinct()
                .sorted() // whoever waits for several waits for them in one order
                .map(ALONE::get)
                .forEach(lock -> {
                    lock.lock();
                    CurrentUnitOfWork.get().root().onCleanup(done -> lock.unlock());
                });
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
