package org.minqing.query.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.QueryServer.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minqing.events.DomainEvent;
import org.minqing.events.Voided;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.posting.InstructorRole;
import org.minqing.events.posting.PostingEvent.Assignment;
import org.minqing.events.posting.PostingEvent.PostingBegun;
import org.minqing.events.posting.PostingEvent.PostingEnded;
import org.minqing.events.posting.PostingKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.MemoryServer;
import org.minqing.query.QueryServer;
import org.minqing.query.QuerySide;
import tools.jackson.databind.JsonNode;

class PostingViewTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final QuerySide server = new MemoryServer();
    private final String village = "5306%02d".formatted(COUNT.incrementAndGet());
    private final UUID programme = id("programme " + village);
    private final UUID organisation = id("office " + village);
    private final UUID cadre = id("cadre " + village);

    @BeforeEach
    void register() {
        server.on(
                "2012-01-05",
                "Division-" + village,
                new DivisionRegistered(new Place(village), "5306", village, "示例", LocalDate.of(2011, 1, 1)));
    }

    private Appended put(DomainEvent event) {
        return server.on("2012-06-05", "Posting-" + ((Assignment) event.of()).postingId(), event);
    }

    private PostingBegun begun(String name, PostingKind kind) {
        return begun(name, kind, cadre);
    }

    private PostingBegun begun(String name, PostingKind kind, UUID cadre) {
        List<InstructorRole> roles = kind == PostingKind.INSTRUCTOR ? List.of(InstructorRole.PUBLICIST) : List.of();
        return new PostingBegun(
                new Assignment(id(village + name), programme, organisation, village),
                kind,
                cadre,
                roles,
                null,
                null,
                null,
                LocalDate.of(2012, 1, 10));
    }

    private PostingEnded ended(PostingBegun of) {
        return new PostingEnded(of.of(), of.kind(), cadre, null, LocalDate.of(2012, 3, 10));
    }

    private JsonNode ask(String path, String... parameters) {
        QueryServer.Answer answer = server.ask(QueryServer.office(village), path, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private int figure(String measure, String asOf) {
        return ask("/v1/figures", "measure", measure, "division", village, "asOf", asOf)
                .path("value")
                .asInt();
    }

    @Test
    void instructors_count_until_their_end_and_their_village_once() {
        PostingBegun one = begun("one", PostingKind.INSTRUCTOR);
        put(one);
        put(begun("two", PostingKind.INSTRUCTOR, id("another cadre " + village)));
        put(begun("twice", PostingKind.INSTRUCTOR, id("another cadre " + village)));
        put(ended(one));
        assertThat(figure("M14", "2012-01-09")).isZero();
        assertThat(figure("M14", "2012-03-09")).isEqualTo(2);
        assertThat(figure("M15", "2012-03-09")).isEqualTo(1);
        assertThat(figure("M14", "2012-03-10")).isEqualTo(1);
        assertThat(figure("M15", "2012-03-10")).isEqualTo(1);
        assertThat(figure("M16", "2012-03-09")).isZero();
    }

    @Test
    void each_office_has_its_own_figure() {
        put(begun("secretary", PostingKind.STANDING_SECRETARY));
        put(begun("correspondent", PostingKind.CORRESPONDENT));
        assertThat(figure("M16", "2012-03-09")).isEqualTo(1);
        assertThat(figure("M16C", "2012-03-09")).isEqualTo(1);
        assertThat(figure("M14", "2012-03-09")).isZero();
    }

    @Test
    void a_voided_end_and_a_voided_posting_take_their_facts_back() {
        PostingBegun one = begun("one", PostingKind.INSTRUCTOR);
        PostingEnded over = ended(one);
        UUID begunId = put(one).eventId();
        UUID endId = put(over).eventId();
        assertThat(ask("/v1/postings/" + one.of().postingId(), "asOf", "2012-12-31")
                        .path("status")
                        .asString())
                .isEqualTo("ENDED");
        put(new Voided<>(endId, over, server.seal("posting:" + one.of().postingId(), "示例"), null));
        assertThat(figure("M14", "2012-12-31")).isEqualTo(1);
        put(new Voided<>(begunId, one, server.seal("posting:" + one.of().postingId(), "示例"), null));
        assertThat(figure("M14", "2012-12-31")).isZero();
        assertThat(figure("M15", "2012-12-31")).isZero();
    }
}
