package org.minqing.query.fund;

import java.util.List;
import java.util.stream.Stream;
import org.minqing.events.fund.FundEvent;
import org.minqing.events.fund.FundEvent.FundEntry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.fund.FundEvent.FundUsePublished;
import org.minqing.events.fund.FundEvent.ReceiptIssued;
import org.minqing.query.platform.view.Dimensions;
import org.minqing.query.platform.view.Entity;
import org.minqing.query.platform.view.EventMeta;
import org.minqing.query.platform.view.Fact;
import org.minqing.query.platform.view.Label;
import org.minqing.query.platform.view.View;
import org.springframework.stereotype.Component;

/** Feeds M09, M10, M22, M23, A12, A13 and A14. */
@Component
class FundView implements View<FundEvent> {
    @Override
    public List<Entity<FundEvent, ?>> entities() {
        return List.of(fund(), entry());
    }

    private static Entity<FundEvent, FundState> fund() {
        return Entity.of(FundEvent.class, "Fund", "funds", FundState.class)
                .begunBy(FundOpened.class, FundState::opened)
                .dimensions(s -> Dimensions.of(s.of()).kind(s.of().earmark()))
                .label(s -> Label.of(s.of().earmark()))
                .longStory()
                .voided((state, event, id, meta) -> state == null ? null : state.voided(event))
                .evolve(FundState::after);
    }

    private static Entity<FundEvent, EntryState> entry() {
        return Entity.of(FundEvent.class, "FundEntry", null, EntryState.class)
                .toldBy(FundEntry.class, e -> Stream.of(EntryState.of(e).entryId()))
                .begunBy(FundEntry.class, EntryState::of)
                .dimensions(EntryState::dimensions)
                .evolve((state, entry) -> EntryState.of(entry));
    }

    @Override
    public Stream<Fact> facts(FundEvent event, EventMeta meta) {
        return switch (event) {
            case FundEntry e -> EntryState.facts(e);
            case FundOpened e -> Stream.empty();
            case ReceiptIssued e -> Stream.empty();
            case FundUsePublished e -> Stream.empty();
        };
    }
}
