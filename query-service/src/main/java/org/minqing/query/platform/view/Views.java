package org.minqing.query.platform.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.minqing.events.DomainEvent;

/** Every view there is, found by event, by entity and by path. */
public final class Views {
    private final List<View<?>> views;
    private final Map<String, View<?>> byStreamType = new LinkedHashMap<>();
    private final Map<String, Entity<?, ?>> byType = new LinkedHashMap<>();
    private final Map<String, Entity<?, ?>> byPath = new LinkedHashMap<>();

    public Views(List<? extends View<?>> views) {
        this.views = List.copyOf(views);
        for (View<?> view : views) {
            if (byStreamType.put(streamType(view), view) != null) {
                throw new IllegalStateException("two views of " + view.family().getName());
            }
            for (Entity<?, ?> entity : view.entities()) {
                if (byType.put(entity.type(), entity) != null) {
                    throw new IllegalStateException("two entities of type " + entity.type());
                }
                if (entity.path() != null && byPath.put(entity.path(), entity) != null) {
                    throw new IllegalStateException("two entities at " + entity.path());
                }
            }
        }
    }

    /** What stands before the hyphen in the names of its streams. */
    public static String streamType(View<?> view) {
        String name = view.family().getSimpleName();
        return name.substring(0, name.length() - "Event".length());
    }

    public List<View<?>> all() {
        return views;
    }

    public List<TaskRule> taskRules() {
        return views.stream().flatMap(view -> view.taskRules().stream()).toList();
    }

    /** Who tells the events of these streams, if anybody does. */
    @SuppressWarnings("unchecked")
    public Optional<View<DomainEvent>> ofStreamType(String streamType) {
        return Optional.ofNullable((View<DomainEvent>) byStreamType.get(streamType));
    }

    public Optional<Entity<?, ?>> entity(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    public Optional<Entity<?, ?>> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Fields that name entities which people call nothing: {@code visitId}. */
    public Set<String> unnamed() {
        return byType.values().stream()
                .filter(entity -> !entity.named())
                .map(Entity::type)
                .map(type -> Character.toLowerCase(type.charAt(0)) + type.substring(1) + "Id")
                .collect(Collectors.toSet());
    }

    /** Types of entities whose stories are too long to be read. */
    public Set<String> longStories() {
        return byType.values().stream()
                .filter(Entity::longStory)
                .map(Entity::type)
                .collect(Collectors.toSet());
    }

    public List<String> types() {
        return new ArrayList<>(byType.keySet());
    }

    public List<String> paths() {
        return new ArrayList<>(byPath.keySet());
    }
}
