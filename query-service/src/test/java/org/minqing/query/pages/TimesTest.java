package org.minqing.query.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minqing.query.Village.day;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minqing.events.Money;
import org.minqing.events.Sealed;
import org.minqing.events.dispute.DisputeEvent.Case;
import org.minqing.events.dispute.DisputeEvent.DisputeRegistered;
import org.minqing.events.dispute.DisputeEvent.MediationAccepted;
import org.minqing.events.dispute.DisputeKind;
import org.minqing.events.division.DivisionEvent.DivisionRecoded;
import org.minqing.events.division.DivisionEvent.Place;
import org.minqing.events.fund.Donor;
import org.minqing.events.fund.DonorKind;
import org.minqing.events.fund.FundEvent.Account;
import org.minqing.events.fund.FundEvent.DonationRecorded;
import org.minqing.events.fund.FundEvent.Entry;
import org.minqing.events.fund.FundEvent.FundOpened;
import org.minqing.events.visit.VisitEvent.Home;
import org.minqing.events.visit.VisitEvent.VisitRecorded;
import org.minqing.events.visit.VisitKind;
import org.minqing.log.AppendContext.Appended;
import org.minqing.log.LogClock;
import org.minqing.query.QueryServer;
import org.minqing.query.Village;

/** Both times stand on every page and on every link, and nothing is entered into the past. */
class TimesTest {
    private static final String AS_OF = "2012-03-31";
    /** Recording times never fall, and other tests of the same server may have come later: ours begin where it stands. */
    private static final LocalDate BEGUN = begun();

    private static final String KNOWN_ON = BEGUN.plusDays(14).toString();
    private static final String KNOWN = KNOWN_ON + "T23:59:59.999999+08:00";
    private static final Pattern LINK = Pattern.compile("(?:href|action|hx-get|data-board)=\"([^\"]*)\"");
    /** What leaves the view on purpose, and says so. */
    private static final Pattern TO_NOW =
            Pattern.compile("<a [^>]*class=\"[^\"]*to-now[^\"]*\"[^>]*href=\"([^\"]*)\"[^>]*>([^<]*)<");

    private static Village village;
    private static SignedIn pages;
    private static UUID fund;
    private static UUID dispute;
    private static long known;
    private static Appended lateGift;
    private static Appended earlyGift;

    @BeforeAll
    static void a_year_some_of_which_was_entered_late() {
        village = new Village(QueryServer.shared());
        pages = new SignedIn(village.county);
        fund = village.id("fund");
        dispute = village.id("dispute");
        UUID cadre = village.cadre("张示例");
        UUID household = village.household("吴示例");
        put(0, "Fund-" + fund, new FundOpened(account(), village.id, day("01-05")));
        earlyGift = put(0, "Fund-" + fund, gift("early", cadre, "100.00", "03-01"));
        for (int i = 1; i <= 60; i++) {
            visit(1, household, cadre, day("03-01").minusDays(i % 50), i);
        }
        Sealed facts = village.sealed("dispute:" + dispute, "地界（示例）");
        put(
                2,
                "Dispute-" + dispute,
                new DisputeRegistered(
                        dispute(), List.of(village.person("钱示例"), village.person("孙示例")), facts, null, day("03-02")));
        put(2, "Dispute-" + dispute, new MediationAccepted(dispute(), day("03-03")));
        known = village.head();
        lateGift = put(30, "Fund-" + fund, gift("late", cadre, "50.00", "03-15"));
    }

    @AfterAll
    static void close() {
        pages.close();
    }

    private static LocalDate begun() {
        LocalDate stands = QueryServer.shared().log.log().clock().today();
        LocalDate first = LocalDate.of(2012, 3, 6);
        return stands.isBefore(first) ? first : stands.plusDays(1);
    }

    private static Appended put(int daysLater, String stream, org.minqing.events.DomainEvent event) {
        return QueryServer.shared().on(BEGUN.plusDays(daysLater).toString(), stream, event);
    }

    private static Account account() {
        return new Account(fund, village.programme, village.office, village.id, "饮水");
    }

    private static Case dispute() {
        return new Case(dispute, village.programme, village.office, village.id, null, "T7", DisputeKind.WATER);
    }

    private static DonationRecorded gift(String name, UUID cadre, String amount, String on) {
        return new DonationRecorded(
                account(),
                new Entry(village.id(name), null, "T3"),
                new Donor(DonorKind.CADRE, cadre, null),
                Money.yuan(new BigDecimal(amount)),
                day(on));
    }

    private static void visit(int daysLater, UUID household, UUID cadre, LocalDate on, int number) {
        UUID visit = village.id("visit " + number);
        put(
                daysLater,
                "Visit-" + visit,
                new VisitRecorded(
                        village.account(visit),
                        new Home(7, household),
                        null,
                        List.of(cadre),
                        VisitKind.DISPERSED,
                        null,
                        3,
                        village.sealed("household:" + household, "屋顶漏雨（示例）"),
                        null,
                        null,
                        on));
    }

    // ------------------------------------------------------------------ the crawl

    private static String past(String path) {
        return path + (path.contains("?") ? "&" : "?") + "asOf=" + AS_OF + "&knownAt="
                + KNOWN.replace(":", "%3A").replace("+", "%2B");
    }

    private static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        int query = address.indexOf('?');
        if (query >= 0) {
            for (String part : address.substring(query + 1).split("&")) {
                int equals = part.indexOf('=');
                parameters.put(
                        equals < 0 ? part : part.substring(0, equals),
                        equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        LINK.matcher(html).results().map(TimesTest::address).forEach(links::add);
        TO_NOW.matcher(html).results().forEach(now -> {
            assertThat(now.group(2)).as(now.group()).containsAnyOf("现在", "now");
            links.remove(address(now));
        });
        links.removeIf(link -> link.startsWith("#")
                || link.equals("/logout")
                || link.equals("/account")
                || Stream.of(".svg", ".css", ".js").anyMatch(link::endsWith));
        return links;
    }

    private static String address(MatchResult found) {
        return found.group(1).replace("&amp;", "&");
    }

    /** What kind of page an address leads to. */
    private static String kind(String address) {
        String path = address.replaceAll("\\?.*", "");
        return path.replaceAll("/events/\\d+", "/events/N").replaceAll("/[0-9a-f-]{36}", "/ID");
    }

    /** Forms that only ask; their fields are hidden beside what is chosen. */
    private static boolean asks(String html, String action) {
        return html.contains("method=\"get\" action=\"" + action + "\"");
    }

    @Test
    void every_link_of_every_page_carries_both_times_and_every_heading_prints_them() {
        Deque<String> open = new ArrayDeque<>(List.of(past("/?division=" + village.county)));
        Set<String> seen = new LinkedHashSet<>(open);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        Set<String> wrong = new TreeSet<>();
        while (!open.isEmpty()) {
            String address = open.poll();
            String kind = kind(address);
            // five of each kind are as good as five hundred
            if (kinds.merge(kind, 1, Integer::sum) > 5) {
                continue;
            }
            SignedIn.Page page = pages.get(address);
            if (page.status() != 200) {
                wrong.add(page.status() + " " + address);
                continue;
            }
            if (kind.equals("/report")) {
                continue;
            }
            if (!page.html().contains("截至 " + AS_OF) && !page.html().contains("As of " + AS_OF)) {
                wrong.add("no day as of which: " + address);
            }
            if (!page.html().contains("按当时所知 " + KNOWN_ON) && !page.html().contains("As known on " + KNOWN_ON)) {
                wrong.add("no day as known on which: " + address);
            }
            for (String link : links(page.html())) {
                if (asks(page.html(), link)) {
                    continue;
                }
                Map<String, String> carried = parameters(link);
                if (!AS_OF.equals(carried.get("asOf")) || !KNOWN.equals(carried.get("knownAt"))) {
                    wrong.add(kind + " -> " + link);
                } else if (seen.add(link)) {
                    open.add(link);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(kinds)
                .containsKeys("/", "/evidence", "/events/N", "/stories/funds/ID", "/stories/households/ID")
                .allSatisfy((kind, times) -> assertThat(times).isPositive());
    }

    @Test
    void what_is_asked_by_a_form_keeps_both_times_or_offers_them_as_fields() {
        String html = pages.get(past("/?division=" + village.county)).html();

        assertThat(between(html, "id=\"view\"", "</form>"))
                .contains("name=\"asOf\" id=\"asOf\" value=\"" + AS_OF + "\"")
                .contains("name=\"knownAt\" id=\"knownAt\" value=\"" + KNOWN_ON + "\"");
        assertThat(between(html, "id=\"report\"", "</form>"))
                .contains("name=\"asOf\" value=\"" + AS_OF + "\"")
                .contains("name=\"knownAt\" value=\"" + KNOWN + "\"");
    }

    @Test
    void a_position_or_an_instant_stands_in_its_field_as_it_was_given() {
        for (String given : List.of(String.valueOf(known), "2012-03-20T08:00:00+08:00")) {
            String html = pages.get(
                            "/?division=" + village.county + "&asOf=" + AS_OF + "&knownAt=" + given.replace("+", "%2B"))
                    .html();
            assertThat(between(html, "id=\"view\"", "</form>"))
                    .contains("name=\"knownAt\" id=\"knownAt\" value=\"" + given + "\"");
            assertThat(html).contains(given.length() < 12 ? "按当时所知 " + BEGUN.plusDays(2) : "2012-03-20 08:00");
        }
    }

    @Test
    void the_places_to_choose_from_are_those_of_that_day_as_known_then() {
        String before =
                pages.get("/?division=" + village.county + "&asOf=2010-12-31").html();
        assertThat(before).doesNotContain("水田村").contains("selected").contains("to-now");
        assertThat(pages.get("/?asOf=2010-12-31").html())
                .contains("2010-12-31")
                .contains("to-now")
                .doesNotContain("RegisterDivision");
    }

    @Test
    void a_place_asked_for_by_a_later_code_stands_once_among_those_of_an_earlier_day() {
        Village recoded = new Village(QueryServer.shared());
        String later = recoded.county + "203207";
        recoded.put(
                "Division-" + recoded.id,
                new DivisionRecoded(
                        new Place(recoded.id), recoded.county + "202", recoded.id, later, "水田村", "水田社区", day("03-01")));
        recoded.ask("/v1/divisions", "2012-12-31", recoded.head());
        SignedIn there = new SignedIn(recoded.county);
        for (String asOf : List.of("2012-02-01", "2012-12-31")) {
            for (String code : List.of(later, recoded.id)) {
                String choices = between(
                        there.get("/?division=" + code + "&asOf=" + asOf).html(),
                        "<select name=\"division\"",
                        "</select>");
                assertThat(choices.split("水田")).as(asOf + " " + code).hasSize(2);
                assertThat(choices).containsPattern("value=\"" + recoded.id + "\" selected");
            }
        }
        there.close();
    }

    @Test
    void what_was_not_known_then_is_neither_shown_nor_told() {
        String story = pages.get(past("/stories/funds/" + fund)).html();
        assertThat(story).contains("/events/" + earlyGift.position()).doesNotContain("/events/" + lateGift.position());
        assertThat(pages.get(past("/events/" + lateGift.position())).status()).isEqualTo(404);
        assertThat(pages.get(past("/events/" + earlyGift.position())).html()).contains("100");

        village.voids(earlyGift, gift("early", village.id("cadre 张示例"), "100.00", "03-01"));
        assertThat(pages.get("/events/" + earlyGift.position() + "?after=" + village.head())
                        .html())
                .contains("已作废");
        assertThat(pages.get(past("/events/" + earlyGift.position())).html()).doesNotContain("已作废");
    }

    @Test
    void the_next_page_and_the_way_back_ask_for_the_same_figure() {
        String evidence = pages.get(past("/evidence?measure=M20b&division=" + village.county + "&organisation="
                        + village.office + "&programme=" + village.programme))
                .html();
        List<String> next =
                links(evidence).stream().filter(l -> l.contains("cursor=")).toList();
        assertThat(next)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(parameters(link))
                        .containsEntry("organisation", village.office.toString())
                        .containsEntry("programme", village.programme.toString()));
        assertThat(pages.get(next.getFirst()).status()).isEqualTo(200);
        String event = links(evidence).stream()
                .filter(l -> l.startsWith("/events/"))
                .findFirst()
                .orElseThrow();
        String page = pages.get(event).html();
        String back = links(between(page, "class=\"back\"", "</p>")).getFirst();
        assertThat(back).startsWith("/evidence?");
        assertThat(parameters(back))
                .containsEntry("measure", "M20b")
                .containsEntry("organisation", village.office.toString())
                .containsEntry("programme", village.programme.toString());

        String story = links(page).stream()
                .filter(l -> l.startsWith("/stories/"))
                .findFirst()
                .orElseThrow();
        String told = pages.get(story).html();
        String toEvent = links(between(told, "class=\"back\"", "</p>")).getFirst();
        assertThat(kind(toEvent)).isEqualTo("/events/N");
        assertThat(kind(links(between(pages.get(toEvent).html(), "class=\"back\"", "</p>"))
                        .getFirst()))
                .isEqualTo("/evidence");
    }

    @Test
    void an_address_that_is_refused_leads_back_to_the_same_times_and_to_now() {
        for (String address : List.of(
                past("/stories/funds/" + UUID.randomUUID()),
                past("/evidence?measure=M999&division=" + village.county),
                past("/events/999999999"),
                past("/?division=999999"))) {
            SignedIn.Page page = pages.get(address);
            assertThat(page.status()).as(address).isBetween(400, 499);
            List<String> links = links(page.html());
            links.removeIf(link -> asks(page.html(), link));
            assertThat(links)
                    .as(address)
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link.startsWith("/?") || link.contains("lang=en"))
                            .isTrue())
                    .allSatisfy(link -> assertThat(parameters(link))
                            .containsEntry("asOf", AS_OF)
                            .containsEntry("knownAt", KNOWN));
            assertThat(page.html()).contains("to-now", "截至 " + AS_OF, "按当时所知 " + KNOWN_ON);
        }
    }

    @Test
    void where_there_is_no_page_the_way_back_leads_to_the_same_times_and_to_now() {
        SignedIn.Page page = pages.get(past("/missing?division=" + village.id));
        assertThat(page.status()).isEqualTo(404);
        assertThat(links(page.html()))
                .hasSize(3)
                .contains("/missing?division=" + village.id + "&" + past("").substring(1) + "&lang=en")
                .allSatisfy(link -> assertThat(parameters(link))
                        .containsEntry("division", village.id)
                        .containsEntry("asOf", AS_OF)
                        .containsEntry("knownAt", KNOWN));
        assertThat(page.html()).contains("没有这个页面", "to-now", "截至 " + AS_OF, "按当时所知 " + KNOWN_ON);
    }

    @Test
    void where_there_is_no_page_that_is_said_in_the_language_asked_for() {
        String english =
                pages.get(past("/missing?division=" + village.id + "&lang=en")).html();
        pages.speaking(Locale.CHINESE);
        assertThat(english)
                .contains("There is no such page", "lang=\"en\"", "As known on " + KNOWN_ON)
                .contains("lang=zh");
    }

    @Test
    void a_report_tells_both_times_on_the_screen_and_leads_back_to_them_and_to_the_other_language() {
        for (String times : List.of(past("").substring(1), "")) {
            String html = pages.get("/report?year=2012&organisation=" + village.office + "&division=" + village.county
                            + (times.isEmpty() ? "" : "&" + times))
                    .html();
            String way = between(html, "<nav class=\"way\"", "</nav>");
            assertThat(html).contains("@media print { .way { display: none", "</html>");
            assertThat(html.split("<body")).hasSize(2);
            List<String> links = links(way);
            assertThat(links).hasSize(2);
            assertThat(links.getFirst()).startsWith("/?").contains("division=" + village.county);
            assertThat(links.getLast()).startsWith("/report?").contains("lang=en", "organisation=" + village.office);
            if (!times.isEmpty()) {
                assertThat(way).contains("截至 " + AS_OF, "按当时所知 " + KNOWN_ON);
                assertThat(links)
                        .allSatisfy(link -> assertThat(parameters(link))
                                .containsEntry("asOf", AS_OF)
                                .containsEntry("knownAt", KNOWN));
            }
        }
        assertThat(between(pages.get(past("/?division=" + village.county)).html(), "id=\"report\"", "</form>"))
                .contains("name=\"division\" value=\"" + village.county + "\"");
    }

    /** Nobody can read a number of a record as a time. */
    @Test
    void what_was_known_at_a_record_is_told_by_the_time_of_that_record() {
        String at = "asOf=" + AS_OF + "&knownAt=" + known;
        String day = BEGUN.plusDays(2).toString();
        for (String address : List.of(
                "/?division=" + village.county + "&" + at,
                "/evidence?measure=M20b&division=" + village.county + "&" + at,
                "/stories/funds/" + fund + "?" + at,
                "/events/" + earlyGift.position() + "?" + at)) {
            assertThat(pages.get(address).html()).as(address).containsPattern("按当时所知 " + day + " \\d\\d:\\d\\d:\\d\\d");
        }
        assertThat(pages.get("/?division=" + village.county + "&knownAt=999999999")
                        .status())
                .isEqualTo(422);
    }

    /** Where a report's figures lead: whole addresses, since a paper is saved and sent. */
    private List<String> figuresOf(String report) {
        return links(pages.get(report).html()).stream()
                .filter(link -> link.contains("/evidence?"))
                .map(link -> link.substring(link.indexOf("/evidence?")))
                .toList();
    }

    @Test
    void every_figure_of_a_report_leads_to_its_evidence_at_both_times() {
        List<String> links = figuresOf(past("/report?year=2012&organisation=" + village.office));
        assertThat(links).isNotEmpty();
        String evidence = links.getFirst();
        assertThat(links)
                .allSatisfy(link -> assertThat(parameters(link))
                        .containsEntry("asOf", AS_OF)
                        .containsEntry("knownAt", parameters(evidence).get("knownAt")));
        assertThat(pages.get(evidence).html())
                .contains("截至 " + AS_OF)
                .containsPattern("按当时所知 \\d{4}-\\d\\d-\\d\\d \\d\\d:");
    }

    @Test
    void from_the_evidence_of_a_printed_figure_one_comes_back_to_the_report() {
        String report = past("/report?year=2012&organisation=" + village.office);
        List<String> links = figuresOf(report);
        String evidence = pages.get(links.getFirst()).html();
        String back = links(between(evidence, "class=\"back\"", "</p>")).getFirst();
        assertThat(back).startsWith("/report?");
        assertThat(parameters(back))
                .containsEntry("year", "2012")
                .containsEntry("organisation", village.office.toString())
                .containsEntry("asOf", AS_OF)
                .containsEntry("knownAt", parameters(links.getFirst()).get("knownAt"));
        List<String> events = links(evidence);
        events.removeIf(link -> !link.startsWith("/events/"));
        String up = links(between(pages.get(events.getFirst()).html(), "class=\"back\"", "</p>"))
                .getFirst();
        assertThat(links(between(pages.get(up).html(), "class=\"back\"", "</p>")))
                .contains(back);
    }

    @Test
    void the_other_language_is_the_same_page_at_the_same_times() {
        SignedIn english = new SignedIn(village.county).speaking(Locale.ENGLISH);
        String html = english.get(past("/?division=" + village.county)).html();
        assertThat(html)
                .contains("As of " + AS_OF)
                .contains("As known on " + KNOWN_ON)
                .contains("Back to now");
        String other = links(between(html, "id=\"language\"", "</a>")).getFirst();
        assertThat(parameters(other))
                .containsEntry("lang", "zh")
                .containsEntry("asOf", AS_OF)
                .containsEntry("knownAt", KNOWN)
                .containsEntry("division", village.county);
        english.close();
    }

    // ------------------------------------------------------------------ forms

    private static String between(String html, String from, String to) {
        int begin = html.indexOf(from);
        assertThat(begin).as(from).isNotNegative();
        return html.substring(begin, html.indexOf(to, begin));
    }

    private static String today() {
        return LocalDate.now(LogClock.ZONE).toString();
    }

    @Test
    void forms_are_closed_on_a_view_of_the_past_and_say_where_they_are_open() {
        for (String view : List.of("&asOf=2012-03-31", "&knownAt=" + known, past("").replace("?", "&"))) {
            String html = pages.get("/?division=" + village.county + view).html();
            String forms = between(html, "id=\"forms\"", "</section>");
            assertThat(forms)
                    .as(view)
                    .contains("class=\"to-now\"")
                    .contains("href=\"/?division=" + village.county + "\"")
                    .doesNotContain("<details")
                    .doesNotContain("hx-get");
        }
        for (String view : List.of("", "&asOf=" + today(), "&knownAt=" + village.head(), "&knownAt=" + today())) {
            String html = pages.get("/?division=" + village.county + view).html();
            assertThat(between(html, "id=\"forms\"", "</section>"))
                    .as(view)
                    .contains("hx-get=\"/forms/link?")
                    .doesNotContain("to-now");
        }
    }

    @Test
    void a_form_asked_for_or_sent_from_the_past_is_refused_and_nothing_is_sent() {
        String there = "division=" + village.county + "&asOf=2012-03-31";
        for (String form : List.of("link", "donation", "dispute")) {
            assertThat(pages.part("/forms/" + form + "?" + there).html())
                    .doesNotContain("type=\"submit\"")
                    .contains("to-now");
            SignedIn.Page answer = pages.post(
                    "/forms/" + form,
                    "key",
                    UUID.randomUUID().toString(),
                    "division",
                    village.county,
                    "asOf",
                    "2012-03-31");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.html()).contains("2012-03-31").contains("to-now");
        }
        assertThat(pages.sent).isEmpty();
    }

    @Test
    void after_a_submit_board_and_fields_are_asked_for_together_at_the_times_of_the_page() {
        String html =
                pages.get("/?division=" + village.county + "&asOf=" + today()).html();
        String board = between(html, "id=\"board\"", "id=\"forms\"");
        assertThat(board).contains("id=\"asOf\"").contains("id=\"knownAt\"");
        String asked = between(html, "data-board=\"", "\" ")
                .replace("data-board=\"", "")
                .replace("&amp;", "&");
        assertThat(parameters(asked)).containsEntry("asOf", today()).doesNotContainKey("knownAt");
        String after = pages.get(asked + "&after=" + village.head()).html();
        assertThat(between(after, "id=\"view\"", "</form>")).contains("id=\"asOf\" value=\"" + today() + "\"");
        assertThat(after).contains("截至 " + today());
        // what stands above the board is taken from the same answer
        assertThat(after).contains("id=\"brand\"");
        String other = links(between(after, "id=\"language\"", "</a>")).getFirst();
        assertThat(parameters(other))
                .containsEntry("asOf", today())
                .containsEntry("lang", "en")
                .doesNotContainKeys("knownAt", "after");
    }
}
