package org.minqing.standalone.language;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.minqing.command.platform.decision.Transitions;
import org.minqing.command.platform.form.MadeEvents;
import org.minqing.query.platform.view.View;

/** Through whose hands an event goes, as the compiled code tells. */
final class Hands {
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.minqing.command", "org.minqing.query");

    /** Commands that say that they make it. */
    Set<String> commands(Class<?> event) {
        return commands(made -> made.contains(event));
    }

    /** Commands whose own event it is: whoever may send one of them may void it. */
    Set<String> owners(Class<?> event) {
        return commands(made -> made.getFirst() == event);
    }

    private Set<String> commands(Predicate<List<Class<?>>> made) {
        Set<String> commands = new TreeSet<>();
        for (JavaClass each : classes) {
            if (each.isAnnotatedWith(MadeEvents.class)
                    && made.test(
                            List.of(each.getAnnotationOfType(MadeEvents.class).value()))) {
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

    private static String feature(Class<?> event) {
        String name = event.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
