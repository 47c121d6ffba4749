package org.minqing.standalone.language;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.minqing.command.platform.Makes;
import org.minqing.command.platform.Never;
import org.minqing.command.platform.Transitions;
import org.minqing.events.Voids;
import org.minqing.query.platform.View;

/** Through whose hands an event goes, as the compiled code tells. */
final class Hands {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.minqing.command", "org.minqing.query");

    /** Commands whose handlers come, by whatever way inside their package, to where the event is made. */
    Set<String> commands(Class<?> event) {
        Set<String> commands = making(event);
        if (commands.isEmpty()) {
            commands = handlersReaching(made(event));
        }
        if (commands.isEmpty() && Voids.class.isAssignableFrom(event)) {
            commands = handlersReaching(
                    calls(Never.class, "of").filter(unit -> feature(unit).equals(feature(event))));
        }
        return commands;
    }

    /** Commands that say so themselves. */
    private Set<String> making(Class<?> event) {
        Set<String> commands = new TreeSet<>();
        for (JavaClass each : classes) {
            if (each.isAnnotatedWith(Makes.class)
                    && List.of(each.getAnnotationOfType(Makes.class).value()).contains(event)) {
                commands.add(each.getSimpleName());
            }
        }
        return commands;
    }

    /** Views, policies and references that know the event by name. */
    Set<String> readers(Class<?> event) {
        Set<String> readers = new TreeSet<>();
        for (JavaClass user : classes) {
            boolean knows = user.getDirectDependenciesFromSelf().stream()
                    .anyMatch(d -> d.getTargetClass().getName().equals(event.getName()));
            if (knows && (user.getPackageName().startsWith("org.minqing.query") || elsewhere(user, event))) {
                readers.add(top(user).getName().replace("org.minqing.", ""));
            }
        }
        return readers;
    }

    /** Every view of the query side, made as Spring would. */
    Stream<View<?>> views() {
        return classes.stream()
                .filter(c -> c.isAssignableTo(View.class) && !c.isInterface())
                .map(Hands::made);
    }

    /** What an aggregate that is a process goes by, held by it as a constant. */
    Optional<Transitions<?>> table(String streamType) {
        return classes.stream()
                .filter(c -> c.getPackageName().startsWith("org.minqing.command.")
                        && c.getSimpleName().equals(streamType))
                .flatMap(c -> c.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Transitions.class))
                .<Transitions<?>>map(field -> read(field.reflect()))
                .findFirst();
    }

    private static Transitions<?> read(Field field) {
        try {
            field.setAccessible(true);
            return (Transitions<?>) Objects.requireNonNull(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static View<?> made(JavaClass view) {
        try {
            var constructor = view.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (View<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean elsewhere(JavaClass user, Class<?> event) {
        return !user.getPackageName().endsWith("." + feature(event))
                || user.getSimpleName().startsWith("When");
    }

    private static JavaClass top(JavaClass c) {
        return c.getEnclosingClass().map(Hands::top).orElse(c);
    }

    private Stream<JavaCodeUnit> made(Class<?> event) {
        return classes.stream()
                .filter(c -> c.getPackageName().startsWith("org.minqing.command"))
                .flatMap(c -> c.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals(event.getName()))
                .map(call -> call.getOrigin());
    }

    private Stream<JavaCodeUnit> calls(Class<?> owner, String method) {
        return classes.stream()
                .flatMap(c ->
                        Stream.concat(c.getMethodCallsFromSelf().stream(), c.getMethodReferencesFromSelf().stream()))
                .filter(call -> call.getTargetOwner().getName().equals(owner.getName())
                        && call.getName().equals(method))
                .map(call -> call.getOrigin());
    }

    private Set<String> handlersReaching(Stream<JavaCodeUnit> from) {
        Set<String> commands = new TreeSet<>();
        Set<JavaCodeUnit> seen = new HashSet<>();
        Deque<JavaCodeUnit> open = new ArrayDeque<>(from.toList());
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (!seen.add(unit)) {
                continue;
            }
            if (unit.isAnnotatedWith(CommandHandler.class)) {
                commands.add(unit.getRawParameterTypes().getFirst().getSimpleName());
                continue;
            }
            unit.getAccessesToSelf().stream()
                    .map(access -> access.getOrigin())
                    .filter(caller -> feature(caller).equals(feature(unit)))
                    .forEach(open::push);
        }
        return commands;
    }

    private static String feature(JavaCodeUnit unit) {
        return last(unit.getOwner().getPackageName());
    }

    private static String feature(Class<?> event) {
        return last(event.getPackageName());
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
