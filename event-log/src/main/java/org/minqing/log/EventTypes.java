package org.minqing.log;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/**
 * Logical names of events and their record classes. The family of {@code X} is a sealed interface {@code XEvent}; its
 * record {@code R} is {@code X.R}. A record {@code W} with one type parameter, in a family of its own, is an event about an
 * event, which its first component of that type is: {@code X.R.W}. The log's own {@code log.Opened} and
 * {@code log.SimulationEnded} are always known.
 */
public final class EventTypes {
    private static final int REVISION = 1;

    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<String, Class<?>> wrappers = new TreeMap<>();
    private final Map<Class<?>, RecordComponent> wrapped = new HashMap<>();
    private final Map<String, Type> read = new ConcurrentHashMap<>();

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
            } else if (!member.isRecord()) {
                throw new IllegalStateException("an event is a record: " + member);
            } else if (member.getTypeParameters().length == 1) {
                addWrapper(member);
            } else {
                requireDisjoint(member, member, new HashSet<>());
                put(classes, streamType + "." + member.getSimpleName(), member);
                names.put(member, streamType + "." + member.getSimpleName());
            }
        }
    }

    private void addWrapper(Class<?> wrapper) {
        TypeVariable<?> event = wrapper.getTypeParameters()[0];
        for (RecordComponent component : wrapper.getRecordComponents()) {
            if (component.getGenericType().equals(event)) {
                put(wrappers, wrapper.getSimpleName(), wrapper);
                wrapped.put(wrapper, component);
                return;
            }
        }
        throw new IllegalStateException("an event about an event holds it: " + wrapper);
    }

    private static void put(Map<String, Class<?>> into, String name, Class<?> member) {
        Class<?> other = into.put(name, member);
        if (other != null && other != member) {
            throw new IllegalStateException("two events named " + name + ": " + other + ", " + member);
        }
    }

    /** What is unwrapped stands beside the event's own components, so no two may have one name. */
    private static void requireDisjoint(Class<?> event, Class<?> record, Set<String> seen) {
        for (RecordComponent component : record.getRecordComponents()) {
            if (EventCodec.unwrapped(component.getType())) {
                requireDisjoint(event, component.getType(), seen);
            } else if (!seen.add(component.getName())) {
                throw new IllegalStateException(event.getName() + " has two components " + component.getName());
            }
        }
    }

    /** The logical name of an event. */
    public String name(Object event) {
        RecordComponent inner = wrapped.get(event.getClass());
        if (inner == null) {
            return name(event.getClass());
        }
        try {
            return name(inner.getAccessor().invoke(event)) + "."
                    + event.getClass().getSimpleName();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + inner, e);
        }
    }

    /** The logical name of a class of events that are about no other. */
    public String name(Class<?> event) {
        String name = names.get(event);
        if (name == null) {
            throw new UnknownEventType("no event of a known family: " + event.getName());
        }
        return name;
    }

    /** The revision written now, from 1. */
    public int revision(Object event) {
        name(event);
        return REVISION;
    }

    /** The revision written now, from 1. */
    public int revision(Class<?> event) {
        name(event);
        return REVISION;
    }

    /** The type that reads this name and revision: a record class, or one about another. */
    public Type type(String name, int revision) {
        Type type = revision == REVISION ? read.computeIfAbsent(name, this::typeOf) : null;
        if (type == null) {
            throw new UnknownEventType("this version does not know event " + name + " revision " + revision
                    + "; a newer one has written it");
        }
        return type;
    }

    /** Whether there can be an event of this name. */
    public boolean knows(String name) {
        return read.computeIfAbsent(name, this::typeOf) != null;
    }

    private @Nullable Type typeOf(String name) {
        Class<?> plain = classes.get(name);
        if (plain != null) {
            return plain;
        }
        int last = name.lastIndexOf('.');
        Class<?> wrapper = last < 0 ? null : wrappers.get(name.substring(last + 1));
        Type inner = wrapper == null ? null : typeOf(name.substring(0, last));
        // what is about the same kind again says nothing new: a void of a void, a correction of a correction
        if (wrapper == null || inner == null || inner instanceof ParameterizedType of && of.getRawType() == wrapper) {
            return null;
        }
        return ResolvableType.forClassWithGenerics(wrapper, ResolvableType.forType(inner))
                .getType();
    }

    /** All known names of events that are about no other, sorted, with their classes. */
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
