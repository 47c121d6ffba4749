package org.minqing.query.wellrepair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minqing.events.wellrepair.WellRepairEvent;
import org.minqing.events.wellrepair.WellRepairEvent.RepairChecked;
import org.minqing.events.wellrepair.WellRepairEvent.RepairDone;
import org.minqing.events.wellrepair.WellRepairEvent.RepairOrdered;
import org.minqing.events.wellrepair.WellRepairEvent.Well;
import org.minqing.events.wellrepair.WellRepairEvent.WellReported;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.View;
import org.minqing.query.platform.view.Views;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** The repair is found by its status at its own path, step by step. */
public class WellRepairViewTrial implements Runnable {
    private static final Well OF = new Well(new UUID(3, 1), new UUID(1, 1), new UUID(2, 1), "530328");

    @Override
    public void run() {
        Views views = new Views(found());
        assertThat(views.ofStreamType("WellRepair")).get().isInstanceOf(WellRepairView.class);
        Entity<?, ?> entity = views.at("well-repairs").orElseThrow();
        assertThat(entity.statuses()).containsExactly("REPORTED", "ORDERED", "DONE", "CHECKED");
        @SuppressWarnings("unchecked")
        Entity<WellRepairEvent, Object> repair = (Entity<WellRepairEvent, Object>) entity;
        WellRepairEvent first = new WellReported(OF, "村口", march(1));
        assertThat(repair.begunBy()).containsExactly(WellReported.class);
        Object state = null;
        int told = 0;
        for (WellRepairEvent event : List.of(
                first,
                new RepairOrdered(OF, march(2)),
                new RepairDone(OF, march(3)),
                new RepairChecked(OF, march(4)))) {
            state = repair.evolve().evolve(state, event, OF.wellRepairId().toString(), meta());
            Dimensions dimensions = repair.dimensions().apply(state);
            assertThat(dimensions.status()).isEqualTo(entity.statuses().get(told++));
            assertThat(dimensions.division()).isEqualTo("530328");
        }
        assertThat(repair.label().apply(state).text()).isEqualTo("村口");
    }

    /** Every view, by its interface and its annotation alone, as Spring finds them. */
    private static List<View<?>> found() {
        var scanner = new ClassPathScanningCandidateComponentProvider(true);
        scanner.addExcludeFilter((reader, readers) -> !new AssignableTypeFilter(View.class).match(reader, readers));
        return scanner.findCandidateComponents("org.minqing.query").stream()
                .<View<?>>map(found -> made(found.getBeanClassName()))
                .toList();
    }

    private static View<?> made(String name) {
        try {
            var constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (View<?>) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EventMeta meta() {
        return new EventMeta(
                1,
                new UUID(0, 1),
                "WellRepair-" + OF.wellRepairId(),
                0,
                "WellRepair.WellReported",
                Instant.parse("2012-03-01T00:00:00Z"),
                Map.of());
    }

    private static LocalDate march(int day) {
        return LocalDate.of(2012, 3, day);
    }
}
