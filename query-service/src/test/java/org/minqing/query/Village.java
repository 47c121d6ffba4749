package org.minqing.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.minqing.events.Corrected;
import org.minqing.events.DomainEvent;
import org.minqing.events.LinkMode;
import org.minqing.events.Person;
import org.minqing.events.Sealed;
import org.minqing.events.Voided;
import org.minqing.events.cadre.CadreEvent.CadreRegistered;
import org.minqing.events.cadre.CadreEvent.Membership;
import org.minqing.events.division.DivisionEvent.DivisionRegistered;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.household.HouseholdEvent.HouseholdRegistered;
import org.minqing.events.household.HouseholdEvent.Residence;
import org.minqing.events.organisation.OrganisationEvent.OrganisationRegistered;
import org.minqing.events.organisation.OrganisationEvent.Seat;
import org.minqing.events.organisation.OrganisationKind;
import org.minqing.events.programme.ProgrammeEvent.ProgrammeLaunched;
import org.minqing.events.programme.ProgrammeEvent.Sphere;
import org.minqing.events.visit.VisitEvent.Account;
import org.minqing.log.AppendContext.Appended;
import org.minqing.query.platform.projection.Rebuild;
import org.minqing.query.platform.register.Filter;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.minqing.query.platform.view.Entity;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A village of a test's own, in a county of its own, with an office and a programme launched on 2011-12-26: in memory, unless it is
 * to lie on a server.
 * What a test asks of it is checked on the way: a figure against its evidence, a state over HTTP against the register, a sentence
 * for anything no reader should see.
 */
public final class Village {
    public static final LocalDate LAUNCH = LocalDate.of(2011, 12, 26);
    private static final AtomicInteger COUNT = new AtomicInteger(1001);
    private static final String RECORDED = "2012-03-05";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final Pattern RAW = Pattern.compile(
            "\\{|\\}|event\\.|value\\.|[A-Z]{4,}|[A-Z]+_[A-Z]+|[0-9a-f]{8}-[0-9a-f]{4}-|\\b(true|false|null)\\b");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private static final List<MemoryServer> IN_MEMORY = new ArrayList<>();

    public final QuerySide side;
    public final String county = "53" + COUNT.getAndIncrement();
    public final String id = county + "202207";
    public final String other = county + "202208";
    public final UUID programme = id("programme");
    public final UUID office = id("office");
    private final RegisterReader register;

    public Village() {
        this(new MemoryServer());
    }

    public Village(QuerySide side) {
        this.side = side;
        this.register = side.register();
        if (side instanceof MemoryServer memory) {
            IN_MEMORY.add(memory);
        }
        division(county, null, "沾益县");
        division(county + "202", county, "播乐乡");
        division(id, county + "202", "水田村");
        division(other, county + "202", "偏山村");
        put(
                "Organisation-" + office,
                new OrganisationRegistered(
                        new Seat(office, county), "市人大办（示例）", OrganisationKind.OFFICE, null, LAUNCH));
        put("Programme-" + programme, new ProgrammeLaunched(sphere(), "「四群」教育", LinkMode.EXACTLY_ONE, LAUNCH));
    }

    /** The server it lies on. */
    public QueryServer server() {
        return (QueryServer) side;
    }

    private void division(String division, @Nullable String parent, String name) {
        put(
                "Division-" + division,
                new DivisionRegistered(new Place(division), parent, division, name, LocalDate.of(2011, 1, 1)));
    }

    /** The id of something of this name here. */
    public UUID id(String name) {
        return QueryServer.id(county + " " + name);
    }

    /** Its programme. */
    public Sphere sphere() {
        return new Sphere(programme, office, county);
    }

    /** Of a cadre of its office. */
    public Membership membership(UUID cadre) {
        return new Membership(cadre, office, county);
    }

    /** Of a household of the seventh villagers' group. */
    public Residence residence(UUID household) {
        return new Residence(household, id, 7);
    }

    /** Of a visit of its office for the first task. */
    public Account account(UUID visit) {
        return new Account(visit, programme, office, id, null, "T1");
    }

    public static LocalDate day(String day) {
        return LocalDate.parse("2012-" + day);
    }

    public Appended put(String stream, DomainEvent event) {
        return side.on(RECORDED, stream, event);
    }

    /** Voids an event that stands in the stream. */
    public Appended voids(Appended target, DomainEvent before) {
        return put(target.stream(), new Voided<>(target.eventId(), before, reason(), null));
    }

    /** Corrects an event that stands in the stream. */
    public Appended corrects(Appended target, DomainEvent before, DomainEvent after) {
        return put(target.stream(), new Corrected<>(target.eventId(), before, after, reason(), null));
    }

    public Sealed sealed(String subject, String text) {
        return side.seal(subject, text);
    }

    public Sealed reason() {
        return sealed("household:" + id("reasons"), "记错了（示例）");
    }

    public Person person(String name) {
        UUID person = id("person " + name);
        return new Person(person, sealed("person:" + person, name), null, "1", null, null, null);
    }

    /** A cadre of the office, of section level. */
    public UUID cadre(String name) {
        UUID cadre = id("cadre " + name);
        put(
                "Cadre-" + cadre,
                new CadreRegistered(
                        membership(cadre),
                        null,
                        sealed("person:" + cadre, name),
                        "1",
                        "141",
                        null,
                        null,
                        null,
                        LAUNCH));
        return cadre;
    }

    /** A household of the seventh villagers' group. */
    public UUID household(String headName) {
        UUID household = id("household " + headName);
        put(
                "Household-" + household,
                new HouseholdRegistered(
                        residence(household), headName.charAt(0) + "家", person(headName), List.of(), null, LAUNCH));
        return household;
    }

    // ------------------------------------------------------------------ states

    /**
     * The fields of an entity's state on a day as known at a position, one after the other; {@code VOIDED}; {@code -} where there
     * is none. Where people may ask for it over HTTP, the answer must say the same.
     */
    public String state(String type, Object entity, String asOf, long knownAt, String... fields) {
        settle();
        Item item = register.find(type, entity.toString(), LocalDate.parse(asOf), knownAt)
                .orElse(null);
        JsonNode state = item == null ? JSON.createObjectNode() : JSON.readTree(item.state());
        String told = item == null ? "-" : item.voided() ? "VOIDED" : told(state, fields);
        String path = side.views().entity(type).map(Entity::path).orElse(null);
        if (path != null) {
            QueryServer.Answer answer = ask("/v1/" + path + "/" + entity, asOf, knownAt);
            assertThat(answer.status()).as(answer.body()).isEqualTo(item == null ? 404 : 200);
            if (item != null) {
                assertThat(answer.json().path("status").asString(""))
                        .isEqualTo(item.status() == null ? "" : item.status());
            }
        }
        return told;
    }

    /** How many entities of a type are found on a day by one of {@code village, programme, organisation, cadre, household, status, kind}. */
    public int found(String type, String asOf, long knownAt, String by, Object value) {
        settle();
        UUID id = value instanceof UUID given ? given : null;
        Filter filter = new Filter(
                type,
                LocalDate.parse(asOf),
                knownAt,
                county,
                null,
                by.equals("village") ? value.toString() : null,
                by.equals("programme") ? id : null,
                by.equals("organisation") ? id : null,
                by.equals("cadre") ? id : null,
                by.equals("household") ? id : null,
                by.equals("status") ? value.toString() : null,
                by.equals("kind") ? value.toString() : null,
                null);
        return (int) register.list(filter, 0, "", 1000).stream()
                .filter(item -> item.division() == null || item.division().startsWith(county))
                .filter(item -> item.division() != null
                        || item.organisation() == null
                        || item.organisation().equals(office))
                .count();
    }

    /** What an entity is called, as JSON. */
    public String label(String type, Object entity, String asOf, long knownAt) {
        settle();
        return register.find(type, entity.toString(), LocalDate.parse(asOf), knownAt)
                .map(Item::label)
                .orElse("-");
    }

    private static String told(JsonNode state, String... fields) {
        List<String> told = new ArrayList<>();
        for (String field : fields) {
            JsonNode value = state.at("/" + field.replace('.', '/'));
            told.add(value.isMissingNode() || value.isValueNode() ? value.asString("") : String.valueOf(value.size()));
        }
        return String.join(" ", told);
    }

    // ------------------------------------------------------------------ figures

    /** The county's figure on a day as known at a position; it must be its aggregation over its evidence. */
    public String figure(String measure, String asOf, long knownAt, String... more) {
        return figureIn(county, measure, asOf, knownAt, more);
    }

    /** As {@link #figure}, there and below. */
    public String figureIn(String division, String measure, String asOf, long knownAt, String... more) {
        List<String> asked = new ArrayList<>(List.of("measure", measure, "division", division));
        asked.addAll(List.of(more));
        String[] parameters = asked.toArray(String[]::new);
        JsonNode figure = ask("/v1/figures", asOf, knownAt, parameters).json();
        String value = Recomputed.plain(figure.path("value"));
        assertThat(Recomputed.of(figure.path("aggregation").asString(), evidence(asOf, knownAt, parameters)))
                .as("%s on %s at %d from its evidence", measure, asOf, knownAt)
                .isEqualTo(value);
        return value;
    }

    /** The evidence of the county's figure. */
    public List<JsonNode> evidence(String measure, String asOf, long knownAt) {
        return evidence(asOf, knownAt, "measure", measure, "division", county);
    }

    private List<JsonNode> evidence(String asOf, long knownAt, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("limit", "1000"));
        JsonNode answer = ask("/v1/figures/evidence", asOf, knownAt, all.toArray(String[]::new))
                .json();
        assertThat(answer.path("next").isNull()).isTrue();
        List<JsonNode> items = new ArrayList<>();
        answer.path("items").forEach(items::add);
        return items;
    }

    // ------------------------------------------------------------------ sentences

    /** An entity's timeline in Chinese; neither that nor the English one may show what is meant for machines. */
    public List<String> timeline(String path, Object entity) {
        List<String> zh = sentences(path, entity, "zh");
        List<String> en = sentences(path, entity, "en");
        assertThat(en).hasSameSizeAs(zh);
        assertThat(zh).allSatisfy(s -> assertThat(s).containsPattern(HAN).doesNotContainPattern(RAW));
        assertThat(en).allSatisfy(s -> assertThat(s).matches(".*[a-z]{3}.*").doesNotContainPattern(RAW));
        return zh;
    }

    /** In English. */
    public List<String> timelineInEnglish(String path, Object entity) {
        return sentences(path, entity, "en");
    }

    private List<String> sentences(String path, Object entity, String language) {
        QueryServer.Answer answer = side.get(
                QueryServer.office(county),
                "/v1/" + path + "/" + entity + "/timeline?limit=1000&after=" + head(),
                language);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<String> sentences = new ArrayList<>();
        answer.json()
                .path("items")
                .forEach(item -> sentences.add(item.path("sentence").asString()));
        return sentences;
    }

    // ------------------------------------------------------------------ questions

    public QueryServer.Answer ask(String path, String asOf, long knownAt, String... parameters) {
        List<String> all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("asOf", asOf, "knownAt", String.valueOf(knownAt)));
        return side.ask(QueryServer.office(county), path, all.toArray(String[]::new));
    }

    public long head() {
        return side.head();
    }

    private void settle() {
        assertThat(side.ask(QueryServer.office(county), "/v1/measures").status())
                .isEqualTo(200);
    }

    /** Tells every stream again, each event after all before it was forgotten: row for row the same. */
    public static void replay() {
        IN_MEMORY.forEach(MemoryServer::replay);
        IN_MEMORY.clear();
    }

    /** Tells every stream of the shared server again, beside the first telling: row for row the same, and of each day one state. */
    public static void rebuild() {
        QueryServer server = QueryServer.shared();
        server.ask(QueryServer.office("5304"), "/v1/measures");
        try {
            Rebuild.Outcome outcome = server.context.getBean(Rebuild.class).run(2);
            assertThat(outcome.differences()).containsKeys("register", "fact", "audit_entry", "event");
            assertThat(outcome.differences().values()).containsOnly(0L);
            assertThat(outcome.rows().get("register")).isPositive();
            assertThat(twice(server, "register", "")).isZero();
            assertThat(twice(server, "task", "and a.name = b.name and a.month = b.month"))
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many rectangles lie on another of the same entity. */
    private static long twice(QueryServer server, String table, String of) {
        return JdbcClient.create(server.database.query())
                .sql("select count(*) from read." + table + " a join read." + table
                        + " b on a.type = b.type and a.id = b.id"
                        + " and a.ctid < b.ctid and a.valid && b.valid and a.known && b.known " + of)
                .query(Long.class)
                .single();
    }
}
