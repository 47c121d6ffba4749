package org.minqing.query.platform.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minqing.log.EventCodec;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.Task;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** States into JSON, the same state always into the same text. */
final class States {
    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(EventCodec.introspector())
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private States() {}

    static <S> Tile tile(Entity<?, S> entity, S state, boolean voided) {
        Dimensions dimensions = entity.dimensions().apply(state);
        return new Tile(
                voided,
                JSON.writeValueAsString(state),
                label(entity.label().apply(state)),
                voided ? dimensions.status(Tile.VOIDED) : dimensions,
                tasks(entity, state, voided ? null : dimensions.status()));
    }

    private static <S> List<Task> tasks(Entity<?, S> entity, S state, @Nullable String status) {
        return status != null && entity.waiting().contains(status)
                ? entity.tasks().apply(state).toList()
                : List.of();
    }

    static <S> S read(Entity<?, S> entity, String state) {
        return JSON.readValue(state, entity.state());
    }

    private static @Nullable String label(Label label) {
        return label.text() == null && label.name() == null ? null : JSON.writeValueAsString(label);
    }
}
