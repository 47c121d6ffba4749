package org.minqing.query.platform.view;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
 * @param named whether people call it anything
 * @param label what people call it
 * @param longStory whether one of few has a state for nearly each day and each later knowledge of it, so that its story is too long to be read:
 *     what stood once is then found by an index of its own in the register's table, over {@code (valid, known)} of what is not last
 * @param waiting statuses in which it may have tasks; none: it never has
 * @param tasks what its state asks somebody to do; their cadres are among those of its dimensions
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
        boolean named,
        Function<S, Label> label,
        boolean longStory,
        Set<String> waiting,
        Function<S, Stream<Task>> tasks) {

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

    /** Begins to describe an entity; by default it is the aggregate itself, told by every event of its stream, whose id is its own. */
    public static <E, S> Described<E, E, S> of(Class<E> family, String type, @Nullable String path, Class<S> state) {
        return new Described<>(family, (event, meta) -> List.of(meta.streamId()), type, path, state);
    }

    /**
     * An entity being described.
     *
     * @param <E> the event family
     * @param <F> those of its events that tell such an entity
     */
    public static final class Described<E, F extends E, S> {
        private final Class<F> events;
        private final BiFunction<F, EventMeta, List<String>> ids;
        private final String type;
        private final @Nullable String path;
        private final Class<S> state;
        private final Map<Class<?>, Function<F, S>> first = new HashMap<>();
        private final Set<Class<? extends E>> begun = new HashSet<>();
        private Function<S, Dimensions> dimensions = s -> Dimensions.NONE;
        private boolean named;
        private Function<S, Label> label = s -> new Label(null, null);
        private boolean longStory;
        private Set<String> waiting = Set.of();
        private Function<S, Stream<Task>> tasks = s -> Stream.empty();
        private Evolve<F, S> voided = (state, event, id, meta) -> state;

        private Described(
                Class<F> events,
                BiFunction<F, EventMeta, List<String>> ids,
                String type,
                @Nullable String path,
                Class<S> state) {
            this.events = events;
            this.ids = ids;
            this.type = type;
            this.path = path;
            this.state = state;
        }

        /**
         * It lives inside the stream and is told by some of the family's events alone; to be said first.
         *
         * @param some one of its records, or a sealed interface among them, over which its fold can be exhaustive
         * @param told which of these entities such an event is about; null: none
         */
        public <G extends E> Described<E, G, S> toldBy(Class<G> some, Function<G, Stream<@Nullable UUID>> told) {
            return new Described<>(
                    some,
                    (event, meta) -> told.apply(event)
                            .filter(Objects::nonNull)
                            .map(Object::toString)
                            .toList(),
                    type,
                    path,
                    state);
        }

        /** The first state, after this event record or any of this sealed interface. */
        public <G extends F> Described<E, F, S> begunBy(Class<G> event, Function<G, S> first) {
            records(event).forEach(each -> {
                begun.add(each);
                this.first.put(each, e -> first.apply(event.cast(e)));
            });
            return this;
        }

        private static <T> Stream<Class<? extends T>> records(Class<? extends T> type) {
            return type.isSealed()
                    ? Stream.of(type.getPermittedSubclasses()).flatMap(member -> records(member.asSubclass(type)))
                    : Stream.of(type);
        }

        /** Event records after which {@link #evolve(Evolve)} makes the first state. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final Described<E, F, S> begunBy(Class<? extends F>... events) {
            begun.addAll(List.of(events));
            return this;
        }

        public Described<E, F, S> dimensions(Function<S, Dimensions> of) {
            this.dimensions = of;
            return this;
        }

        public Described<E, F, S> label(Function<S, Label> of) {
            this.named = true;
            this.label = of;
            return this;
        }

        /** There are few, and each has a state for nearly each day: a donation that is told late makes another of each day after. */
        public Described<E, F, S> longStory() {
            this.longStory = true;
            return this;
        }

        /** What is to be done about it while it has one of the statuses; one task of a name and month at a time. */
        public Described<E, F, S> tasks(Set<? extends Enum<?>> statuses, Function<S, Stream<Task>> of) {
            this.waiting = statuses.stream().map(Enum::name).collect(Collectors.toUnmodifiableSet());
            this.tasks = of;
            return this;
        }

        /** The next state after an event that was voided, where something of it stays: a number that is never given again. */
        public Described<E, F, S> voided(Evolve<F, S> left) {
            this.voided = left;
            return this;
        }

        /** The next state, after an event that does not begin it. */
        public Entity<E, S> evolve(BiFunction<S, F, S> next) {
            return evolve((state, event, id, meta) -> state == null ? first(event) : next.apply(state, event));
        }

        private S first(F event) {
            return Objects.requireNonNull(first.get(event.getClass())).apply(event);
        }

        /** The same where id or meta say something, the first state too. */
        public Entity<E, S> evolve(Evolve<F, S> evolve) {
            return new Entity<>(
                    type,
                    path,
                    state,
                    begun,
                    (event, meta) -> events.isInstance(event) ? ids.apply(events.cast(event), meta) : List.of(),
                    only(evolve),
                    only(voided),
                    dimensions,
                    named,
                    label,
                    longStory,
                    waiting,
                    tasks);
        }

        /** No other event touches it: one that did would be a fault of this class. */
        private Evolve<E, S> only(Evolve<F, S> next) {
            return (state, event, id, meta) -> next.evolve(state, events.cast(event), id, meta);
        }
    }
}
