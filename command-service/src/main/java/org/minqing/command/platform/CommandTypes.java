package org.minqing.command.platform;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Every command there is, found by looking for aggregates: nothing is registered by hand. */
final class CommandTypes {
    private final List<Class<?>> aggregates;
    private final SortedMap<String, CommandType> byName;

    private CommandTypes(List<Class<?>> aggregates, SortedMap<String, CommandType> byName) {
        this.aggregates = aggregates;
        this.byName = byName;
    }

    static CommandTypes scan(String basePackage) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return of(scanner.findCandidateComponents(basePackage).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), CommandTypes.class.getClassLoader()))
                .toList());
    }

    static CommandTypes of(List<Class<?>> aggregates) {
        List<CommandType> types = new ArrayList<>();
        for (Class<?> aggregate : aggregates) {
            for (Method method : aggregate.getDeclaredMethods()) {
                if (method.isAnnotationPresent(CommandHandler.class)) {
                    types.add(type(aggregate, method));
                }
            }
        }
        return new CommandTypes(
                types.stream().<Class<?>>map(CommandType::aggregate).distinct().toList(),
                types.stream().collect(Collectors.toMap(CommandType::name, t -> t, CommandTypes::twice, TreeMap::new)));
    }

    private static CommandType type(Class<?> aggregate, Method handler) {
        Class<?> record = handler.getParameterTypes()[0];
        if (!record.isRecord()) {
            throw new IllegalStateException("a command is a record: " + record);
        }
        String name = record.getSimpleName();
        String subject = aggregate.getSimpleName();
        return new CommandType(
                name,
                record,
                aggregate,
                subject,
                handler.isAnnotationPresent(CreationPolicy.class),
                Shape.of(record),
                Roles.of(name, subject));
    }

    private static CommandType twice(CommandType a, CommandType b) {
        throw new IllegalStateException("two commands of one name: " + a.record() + " and " + b.record());
    }

    List<Class<?>> aggregates() {
        return aggregates;
    }

    /** By name, in order of name. */
    Collection<CommandType> all() {
        return byName.values();
    }

    Optional<CommandType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The command a record is sent as. */
    CommandType of(Class<?> record) {
        return Optional.ofNullable(byName.get(record.getSimpleName()))
                .filter(type -> type.record() == record)
                .orElseThrow(() -> new IllegalStateException("no aggregate handles " + record));
    }
}
