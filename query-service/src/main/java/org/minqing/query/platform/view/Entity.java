package org.minqing.query.platform.view;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entity the register keeps. Its state on day D as known at position N is the fold of {@link #evolve} over its
 * events with {@code occurredOn <= D} and {@code position <= N}, by (occurredOn, position).
 *
 * @param type {@code Household}; an entity inside a stream has a type of its own, {@code Link}
 * @param path {@code households}: served at /v1/households, /v1/households/{id} and /v1/households/{id}/timeline; null: not served
 * @param state class of the state, whose component {@code status}, if it has one, is the status it is found by: a record of JDK values, {@code Sealed}, enums, lists and records, which Jackson can write and
 *     read back unchanged. Its components become the fields of the item
 * @param begunBy the event records that begin such an entity; whatever comes before the first of them in the fold is passed over
 * @param touched ids of the entities of this kind that an event belongs to; none for events about others. For a void or
 *     correction the machine adds those its target touched, so this may answer none for them
 * @param evolve the next state
 * @param voided what is left of an event that was voided: the state as it was, unless something of it stays
 * @param dimensions by what it is found
 * @param label what people call it
 * @param waiting statuses in which it may have tasks; none: it never has
 * @param tasks what its state asks somebody to do, looked at on a day; their cadres are among those of its dimensions
 */
public record Entity<E, S>(
        String type,
        @Nullable String path,
        Class<S> state,
        Set<Class<? extends E>> begunBy,
        BiFunction<E, EventMeta, List<String>> touched,
        Evolve<E, S> evolve,
        Evolve<E, S> voided,
        Function<S, Dimensions> dimensions,
        Function<S, Label> label,
        Set<String> waiting,
        BiFunction<S, LocalDate, Stream<Task>> tasks) {

    public Entity {
        begunBy = Set.copyOf(begunBy);
        waiting = Set.copyOf(waiting);
    }

    /** What its status can be, if its state has one. */
    public List<String> statuses() {
        return Stream.of(state.getRecordComponents())
                .filter(component -> component.getName().equals("status"))
                .map(RecordComponent::getType)
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Object::toString)
                .toList();
    }

    /** Begins to describe an entity; by default it is the aggregate itself, whose id is the stream's. */
    public static <E, S> Described<E, S> of(Class<E> family, String type, @Nullable String path, Class<S> state) {
        return new Described<>(type, path, state);
    }

    /** An entity being described. */
    public static final class Described<E, S> {
        private final String type;
        private final @Nullable String path;
        private final Class<S> state;
        private Set<Class<? extends E>> begunBy = Set.of();
        private BiFunction<E, EventMeta, List<String>> touched = (event, meta) -> List.of(meta.streamId());
        private Function<S, Dimensions> dimensions = s -> Dimensions.NONE;
        private Function<S, Label> label = s -> new Label(null, null);
        private Set<String> waiting = Set.of();
        private BiFunction<S, LocalDate, Stream<Task>> tasks = (s, asOf) -> Stream.empty();
        private Evolve<E, S> voided = (state, event, id, meta) -> state;

        private Described(String type, @Nullable String path, Class<S> state) {
            this.type = type;
            this.path = path;
            this.state = state;
        }

        /** Event records, or sealed interfaces among them, which stand for all of theirs. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Described<E, S> begunBy(Class<? extends E>... events) {
            this.begunBy = Stream.of(events).flatMap(Described::records).collect(Collectors.toUnmodifiableSet());
            return this;
        }

        private static <T> Stream<Class<? extends T>> records(Class<? extends T> type) {
            return type.isSealed()
                    ? Stream.of(type.getPermittedSubclasses()).flatMap(member -> records(member.asSubclass(type)))
                    : Stream.of(type);
        }

        public Described<E, S> touchedBy(BiFunction<E, EventMeta, List<String>> ids) {
            this.touched = ids;
            return this;
        }

        public Described<E, S> dimensions(Function<S, Dimensions> of) {
            this.dimensions = of;
            return this;
        }

        public Described<E, S> label(Function<S, Label> of) {
            this.label = of;
            return this;
        }

        /** What is to be done about it while it has one of the statuses. */
        public Described<E, S> tasks(Set<? extends Enum<?>> statuses, Function<S, Stream<Task>> of) {
            return tasks(statuses, (state, asOf) -> of.apply(state));
        }

        /** The same where more is to be done the later it is looked at. */
        public Described<E, S> tasks(Set<? extends Enum<?>> statuses, BiFunction<S, LocalDate, Stream<Task>> of) {
            this.waiting = statuses.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
            this.tasks = of;
            return this;
        }

        /** The next state after an event that was voided, where something of it stays: a number that is never given again. */
        public Described<E, S> voided(Evolve<E, S> left) {
            this.voided = left;
            return this;
        }

        public Entity<E, S> evolve(Evolve<E, S> evolve) {
            return new Entity<>(type, path, state, begunBy, touched, evolve, voided, dimensions, label, waiting, tasks);
        }
    }
}
