package org.minqing.log;

import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Logical names of events and their record classes. The family of {@code X} is a sealed interface {@code XEvent}; its
 * record {@code R} is {@code X.R}. The log's own {@code log.Opened} and {@code log.SimulationEnded} are always known.
 */
public final class EventTypes {
    private static final int REVISION = 1;

    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();

    private EventTypes() {
        add("log", LogEvent.class);
    }

    /** Every sealed interface whose name ends with {@code Event} in the package or below. */
    public static EventTypes scan(String basePackage) {
        EventTypes types = new EventTypes();
        var resolver = new PathMatchingResourcePatternResolver();
        var readers = new CachingMetadataReaderFactory(resolver);
        try {
            String pattern =
                    "classpath*:" + ClassUtils.convertClassNameToResourcePath(basePackage) + "/**/*Event.class";
            for (Resource resource : resolver.getResources(pattern)) {
                String name =
                        readers.getMetadataReader(resource).getClassMetadata().getClassName();
                types.addIfFamily(ClassUtils.resolveClassName(name, EventTypes.class.getClassLoader()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot look for events below " + basePackage, e);
        }
        return types;
    }

    /** Just these families, for tests and tools. */
    public static EventTypes of(Class<?>... families) {
        EventTypes types = new EventTypes();
        for (Class<?> family : families) {
            types.addIfFamily(family);
        }
        return types;
    }

    private void addIfFamily(Class<?> family) {
        if (family.isInterface() && family.isSealed() && family != LogEvent.class) {
            String name = family.getSimpleName();
            add(name.substring(0, name.length() - "Event".length()), family);
        }
    }

    private void add(String streamType, Class<?> family) {
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (member.isSealed()) {
                add(streamType, member);
            } else if (member.isRecord()) {
                String name = streamType + "." + member.getSimpleName();
                Class<?> other = classes.put(name, member);
                if (other != null && other != member) {
                    throw new IllegalStateException("two events named " + name + ": " + other + ", " + member);
                }
                names.put(member, name);
            } else {
                throw new IllegalStateException("an event is a record: " + member);
            }
        }
    }

    /** The logical name of an event's class. */
    public String name(Class<?> event) {
        String name = names.get(event);
        if (name == null) {
            throw new UnknownEventType("no event of a known family: " + event.getName());
        }
        return name;
    }

    /** The revision written now, from 1. */
    public int revision(Class<?> event) {
        name(event);
        return REVISION;
    }

    /** The record class that reads this name and revision. */
    public Class<?> type(String name, int revision) {
        Class<?> type = classes.get(name);
        if (type == null || revision != REVISION) {
            throw new UnknownEventType("this version does not know event " + name + " revision " + revision
                    + "; a newer one has written it");
        }
        return type;
    }

    /** All known names, sorted, with their classes. */
    public Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(classes);
    }

    /** An event was written by a newer version, or by none: nothing may go on as if it were not there. */
    public static final class UnknownEventType extends RuntimeException {
        UnknownEventType(String message) {
            super(message);
        }
    }
}
