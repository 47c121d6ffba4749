package org.minqing.command.platform.type;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.StreamAggregate;
import org.minqing.command.platform.form.Envelope;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.command.platform.form.ReasonField;
import org.minqing.command.platform.form.Shape;
import org.minqing.events.DomainEvent;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every command there is, found by looking for aggregates: nothing is registered by hand. */
public final class CommandTypes {
    private final List<Class<?>> aggregates;
    private final SortedMap<String, CommandType> byName;
    private final Map<Class<?>, List<CommandType>> makers;

    private CommandTypes(List<Class<?>> aggregates, SortedMap<String, CommandType> byName) {
        this.aggregates = aggregates;
        this.byName = byName;
        this.makers = makers(byName.values());
    }

    public static CommandTypes scan(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(StreamAggregate.class));
        return of(scanner.findCandidateComponents(basePackage).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), CommandTypes.class.getClassLoader()))
                .toList());
    }

    public static CommandTypes of(List<Class<?>> aggregates) {
        List<CommandType> types = new ArrayList<>();
        for (Class<?> aggregate : aggregates) {
            for (Method method : aggregate.getDeclaredMethods()) {
                if (handles(method)) {
                    types.add(type(aggregate, method));
                }
            }
        }
        return new CommandTypes(
                types.stream().<Class<?>>map(CommandType::aggregate).distinct().toList(),
                types.stream().collect(Collectors.toMap(CommandType::name, t -> t, CommandTypes::twice, TreeMap::new)));
    }

    private static boolean handles(Method method) {
        return method.getName().equals("handle")
                && method.getParameterCount() == 2
                && method.getParameterTypes()[1] == DecisionContext.class;
    }

    private static CommandType type(Class<?> aggregate, Method handler) {
        Class<?> record = handler.getParameterTypes()[0];
        if (!record.isRecord()) {
            throw new IllegalStateException("a command is a record: " + record);
        }
        handler.setAccessible(true);
        String name = record.getSimpleName();
        String subject = aggregate.getSimpleName();
        MadeEvents makes = record.getAnnotation(MadeEvents.class);
        if (makes == null) {
            throw new IllegalStateException("a command says what it @MadeEvents: " + record);
        }
        Set<String> enveloped = enveloped(aggregate, record, makes.begins());
        ReasonField reasoned = record.getAnnotation(ReasonField.class);
        return new CommandType(
                name,
                record,
                aggregate,
                handler,
                subject,
                makes.begins(),
                List.of(makes.value()),
                shape(record, enveloped),
                enveloped,
                reasoned != null && reasoned.required(),
                Roles.of(name, subject));
    }

    /** What of the envelope the command may have: what its record does not have itself. */
    private static Set<String> enveloped(Class<?> aggregate, Class<?> record, boolean creating) {
        Set<String> names = new LinkedHashSet<>();
        if (!creating) {
            Class<?> header = header(aggregate);
            names(header)
                    .filter(name -> name.equals("programmeId") || name.equals("organisationId"))
                    .forEach(names::add);
        }
        if (record.isAnnotationPresent(ReasonField.class)) {
            names.add("reason");
            names.add("reasonCode");
        }
        names.add("occurredOn");
        names(record).forEach(names::remove);
        return names;
    }

    /** None where a family has several headers: then a stream moves from one organisation to another. */
    private static Stream<String> names(Class<?> record) {
        return record.isRecord()
                ? Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName)
                : Stream.empty();
    }

    /** The header of the family whose events an aggregate checks. */
    static Class<?> header(Class<?> aggregate) {
        Class<?> family = ResolvableType.forClass(aggregate)
                .as(StreamAggregate.class)
                .getGeneric(0)
                .resolve();
        try {
            return Objects.requireNonNull(family).getMethod("of").getReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(family + " has no header", e);
        }
    }

    static Shape.Composite shape(Class<?> record, Set<String> enveloped) {
        Shape.Composite own = Shape.of(record);
        List<Shape.Member> members = new ArrayList<>(own.members());
        Envelope.SHAPE.members().stream()
                .filter(member -> enveloped.contains(member.name()))
                .forEach(members::add);
        return new Shape.Composite(record, members);
    }

    private static CommandType twice(CommandType a, CommandType b) {
        throw new IllegalStateException("two commands of one name: " + a.record() + " and " + b.record());
    }

    private static Map<Class<?>, List<CommandType>> makers(Collection<CommandType> types) {
        Map<Class<?>, List<CommandType>> makers = new HashMap<>();
        for (CommandType type : types) {
            Class<?> own = type.makes().getFirst();
            List<CommandType> others = makers.computeIfAbsent(own, none -> new ArrayList<>());
            if (others.stream().anyMatch(other -> !other.toldApart(type))) {
                throw new IllegalStateException("two commands make " + own);
            }
            others.add(type);
        }
        return makers;
    }

    /** The command that makes an event, whose rights are those of voiding and correcting it. */
    public Optional<CommandType> maker(DomainEvent event) {
        return makers.getOrDefault(event.getClass(), List.of()).stream()
                .filter(type -> type.made(event))
                .findFirst();
    }

    public List<Class<?>> aggregates() {
        return aggregates;
    }

    /** By name, in order of name. */
    public Collection<CommandType> all() {
        return byName.values();
    }

    public Optional<CommandType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The command a record is sent as. */
    public CommandType of(Class<?> record) {
        return Optional.ofNullable(byName.get(record.getSimpleName()))
                .filter(type -> type.record() == record)
                .orElseThrow(() -> new IllegalStateException("no aggregate handles " + record));
    }
}
