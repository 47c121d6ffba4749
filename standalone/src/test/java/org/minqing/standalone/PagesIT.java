package org.minqing.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.minqing.log.LogClock;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages as people use them, in a browser, on the demonstration year. {@code -Dminqing.picture=FILE} draws the picture of the
 * dashboard for the README.
 */
@ExtendWith(RunningYear.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PagesIT {
    private static final String VILLAGE = "530303202207";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration BLINK = Duration.ofMillis(50);

    static Installation minqing;
    static ChromeDriver browser;

    @BeforeAll
    static void start(RunningYear year) throws Exception {
        Browser.needed();
        minqing = year.another(Path.of("target/it/pages").toAbsolutePath());
        Shell.Said said = minqing.up();
        assertThat(said.status()).as(said.toString()).isZero();
        browser = Browser.open(Files.createTempDirectory("minqing-browser"), 1280, 1000);
    }

    /** All households of the demonstration are linked and all disputes settled: one more of each to work on. */
    private static void prepare() throws Exception {
        String office = minqing.token("office");
        JsonNode point = items(office, "/v1/link-points?village=" + VILLAGE).get(0);
        String organisation = point.get("organisationId").asString();
        command(
                office,
                "RegisterHousehold",
                Map.of(
                        "villageCode",
                        VILLAGE,
                        "group",
                        7,
                        "householdNo",
                        "07-900",
                        "head",
                        Map.of("name", "尹示例"),
                        "occurredOn",
                        "2012-01-05"));
        String cadre = command(
                office,
                "RegisterCadre",
                Map.of(
                        "name",
                        "付示例",
                        "sex",
                        "2",
                        "rankCode",
                        "150",
                        "organisationId",
                        organisation,
                        "occurredOn",
                        "2012-01-05"));
        command(
                office,
                "EnrolCadre",
                Map.of("linkPointId", point.get("id").asString(), "cadreId", cadre, "occurredOn", "2012-02-01"));
        command(
                office,
                "RegisterDispute",
                Map.of(
                        "villageCode",
                        VILLAGE,
                        "kind",
                        "WATER",
                        "facts",
                        "用水先后（示例）",
                        "parties",
                        List.of(Map.of("name", "甲示例"), Map.of("name", "乙示例")),
                        "occurredOn",
                        "2013-05-06"));
    }

    private static String command(String token, String name, Object body) throws Exception {
        HttpResponse<String> done = minqing.command(token, UUID.randomUUID(), name, body);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
        return JsonMapper.shared()
                .readTree(done.body())
                .get("subject")
                .get("id")
                .asString();
    }

    private static JsonNode items(String token, String path) throws Exception {
        return JsonMapper.shared()
                .readTree(minqing.question(token, path).body())
                .get("items");
    }

    @AfterAll
    static void stop() throws Exception {
        if (browser != null) {
            browser.quit();
        }
        if (minqing != null) {
            minqing.minqing("down");
        }
    }

    @Test
    @Order(1)
    void signs_in_with_the_right_password_alone() throws Exception {
        go("/?division=" + VILLAGE);
        signIn("wrong");
        shows(".refused", "用户名或密码不对");
        signIn(password());

        until(() -> at("/?division=" + VILLAGE) && text("#place").equals("水田村委会"));
        reads("#M05 .value", "214 户");
        reads("#M04 .value", "52 名");
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("zh");
        for (String chart : List.of("#visits-chart canvas", "#money-chart canvas")) {
            until(() -> browser.findElement(By.cssSelector(chart)).getSize().getWidth() > 300);
        }
        shows("#visits-table tbody tr", "2012-03", "214");
        shows("#money-table", "饮水", "41,000.00");
        picture();
    }

    private static void picture() throws Exception {
        String file = System.getProperty("minqing.picture");
        if (file != null) {
            view("2012-12-31", "2013-05-05");
            browser.executeScript("document.querySelector('details.table').open = false");
            browser.manage().window().setSize(new Dimension(1280, 1900));
            until(() ->
                    !browser.findElements(By.cssSelector("#money-chart canvas")).isEmpty());
            Files.write(Path.of(file), browser.getScreenshotAs(OutputType.BYTES));
            browser.manage().window().setSize(new Dimension(1280, 1000));
        }
    }

    @Test
    @Order(2)
    void says_beside_the_form_why_a_household_cannot_be_linked_and_keeps_what_was_chosen() throws Exception {
        prepare();
        go("/?division=" + VILLAGE);
        open("link");
        choose("#link-household", "01-008");
        choose("#link-cadre", "付");
        send("link");

        until(() -> text("#link-outcome").contains("农户已有结对干部"));
        assertThat(text("#link-outcome"))
                .contains("“01-008 ")
                .doesNotContainPattern("[0-9a-f]{8}-")
                .doesNotContain("HandOverHousehold");
        assertThat(chosen("#link-household")).contains("01-008");
        assertThat(chosen("#link-cadre")).startsWith("付** · 科员 · 0/3");
        reads("#M05 .value", "214 户");
        until(() -> text("#link-form-householdId-wrong").contains("“01-008 "));
        until(() -> invalid().equals(List.of("householdId")));
        until(() -> "householdId".equals(focused()));
    }

    private static Object focused() {
        return browser.executeScript("return document.activeElement.name");
    }

    private static List<?> invalid() {
        return (List<?>) browser.executeScript("return [...document.querySelectorAll('[aria-invalid=true]')]"
                + ".filter(field => document.getElementById(field.getAttribute('aria-describedby').split(' ')[0]))"
                + ".map(field => field.name)");
    }

    @Test
    @Order(3)
    void links_a_household_and_the_figures_follow() {
        choose("#link-household", "07-900");
        day("link-day", "2012-12-20");
        send("link");

        until(() -> text("#link-outcome").contains("已记入"));
        shows("#link-outcome", "付**与07-900 尹**结对联系");
        until(() -> text("#M05 .value").equals("215 户"));
        until(() -> chosen("#link-cadre").equals("请选择"));
        shows("#link-cadre", "付** · 科员 · 1/3");
    }

    @Test
    @Order(4)
    void shows_the_figures_of_another_day_and_as_they_were_known_on_another_day() {
        view("2012-12-19", "");
        reads("#M05 .value", "214 户");
        view("2012-12-20", "");
        reads("#M05 .value", "215 户");
        view("2012-12-20", "2012-12-31");
        // linked later than it was known
        reads("#M05 .value", "214 户");
        shows(".stands", "截至 2012-12-20", "按当时所知 2012-12-31");
        shows("#forms", "截至 2012-12-20", "只能看，不能办理");
        assertThat(browser.findElements(By.cssSelector("#forms button, #forms details")))
                .isEmpty();
        click("#now");
        until(() -> text("#M05 .value").equals("215 户"));
    }

    @Test
    @Order(5)
    void opens_a_figure_down_to_an_event_and_comes_back() {
        view("2012-12-20", "");
        click("#M05");
        until(() -> at("/evidence") && text("#value").equals("215 户"));
        while (!browser.findElements(By.id("next")).isEmpty()) {
            String page = browser.getCurrentUrl();
            click("#next");
            until(() -> !Objects.equals(page, browser.getCurrentUrl()));
        }
        shows("#evidence tbody tr:last-child", "2012-12-20", "付**与07-900 尹**结对联系");
        click("#evidence tbody tr:last-child a");
        until(() -> at("/events/"));
        reads("#sentence", "付**与07-900 尹**结对联系");
        click("#inspection summary");
        assertThat(text("#event"))
                .contains("LinkPoint.CadreAssignedToHousehold")
                .contains("\"actor\" : \"office\"")
                .doesNotContain("尹");
        click(".back a");
        until(() -> at("/evidence"));
        click(".back a");
        until(() -> at("/?division=") && text("#M05 .value").equals("215 户"));
        assertThat(browser.findElement(By.id("asOf")).getDomProperty("value")).isEqualTo("2012-12-20");
    }

    @Test
    @Order(6)
    void records_a_donation_after_mending_the_amount() {
        go("/?division=" + VILLAGE);
        open("donation");
        select("#donor-kind", "个人");
        type("#donation-person", "热心人示例");
        type("#donation-amount", "abc");
        send("donation");
        until(() -> text("#donation-outcome").contains("金额：请填数字，如 100.00。"));
        until(() -> text("#donation-form-amount-wrong").equals("请填数字，如 100.00。"));
        until(() -> invalid().equals(List.of("amount")));
        until(() -> "amount".equals(focused()));

        browser.findElement(By.id("donation-amount")).clear();
        type("#donation-amount", "0.001");
        send("donation");
        until(() -> text("#donation-outcome").contains("没有办成")
                || text("#donation-outcome").contains("金额必须恰好是若干分"));
        assertThat(browser.findElement(By.id("donation-person")).getDomProperty("value"))
                .isEqualTo("热心人示例");

        browser.findElement(By.id("donation-amount")).clear();
        type("#donation-amount", "０.25");
        select("#donation-form select[name=unit]", "万元");
        send("donation");
        until(() -> text("#donation-outcome").contains("已记入"));
        assertThat(text("#donation-outcome")).contains("捐款2,500.00元").doesNotContain("热心人示例");
        until(() -> text("#money-table").contains("43,500.00"));
        assertThat(text(".stands")).startsWith("截至 " + LocalDate.now(LogClock.ZONE));
        assertThat(browser.findElement(By.id("asOf")).getDomProperty("value")).isEmpty();
        assertThat(browser.findElement(By.id("knownAt")).getDomProperty("value"))
                .isEmpty();
    }

    @Test
    @Order(7)
    void takes_a_dispute_on_by_the_steps_it_may_take_alone() {
        open("dispute");
        assertThat(chosen("#dispute-id")).contains("水事 · 甲**、乙** · 已登记");
        assertThat(steps()).containsExactly("受理调解");
        day("dispute-day", "2013-05-05");
        send("dispute");
        until(() -> text("#dispute-outcome").contains("日期倒退"));

        day("dispute-day", "2013-05-07");
        step("受理调解", "开展一次调解");
        step("开展一次调解", "达成调解协议", "调解未成", "开展一次调解");
        select("#dispute-step", "达成调解协议");
        type("#dispute-form textarea[name=terms]", "轮流用水，每户一天（示例）");
        step("达成调解协议", "办结：调解和好", "协议已全部履行", "协议部分履行", "协议没有履行", "申请司法确认", "回访当事人");
    }

    private static void step(String step, String... next) {
        select("#dispute-step", step);
        send("dispute");
        until(() -> text("#dispute-outcome").contains("已记入") && steps().equals(List.of(next)));
    }

    private static List<String> steps() {
        return new Select(browser.findElement(By.id("dispute-step")))
                .getOptions().stream().map(WebElement::getText).toList();
    }

    @Test
    @Order(8)
    void changes_the_language_and_stays_where_it_was() {
        view("2012-04-30", "");
        String before = text("#M20b .value");
        click("#language");
        until(() -> text("#show").equals("Show"));
        assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                .isEqualTo("en");
        reads("#M20b .name", "Household-visits");
        assertThat(before).startsWith(text("#M20b .value").replace(" household-visits", ""));
        assertThat(browser.findElement(By.id("asOf")).getDomProperty("value")).isEqualTo("2012-04-30");
        click("#now");
        until(() -> !browser.findElements(By.cssSelector("#dispute summary")).isEmpty());
        open("dispute");
        assertThat(chosen("#dispute-id")).contains("Water");
    }

    @Test
    @Order(9)
    void says_what_is_wrong_with_a_question() {
        go("/?asOf=abc");
        shows(".problem", "2012-12-31");
        go("/?division=999999");
        shows(".problem", "no such division");
        go("/no-such-page");
        shows(".problem", "no such page");
    }

    @Test
    @Order(10)
    void keeps_what_was_typed_when_the_session_has_ended() {
        go("/?lang=zh&division=" + VILLAGE);
        open("donation");
        select("#donor-kind", "个人");
        type("#donation-person", "热心人示例");
        type("#donation-amount", "1");
        browser.manage().deleteCookieNamed("minqing-query");
        send("donation");
        until(() -> text("#donation-outcome").contains("登录已过期"));

        String form = browser.getWindowHandle();
        click("#donation-outcome a");
        until(() -> browser.getWindowHandles().size() == 2);
        browser.getWindowHandles().stream()
                .filter(w -> !w.equals(form))
                .forEach(other -> browser.switchTo().window(other));
        until(() -> !browser.findElements(By.id("board")).isEmpty());
        browser.close();
        browser.switchTo().window(form);
        send("donation");
        until(() -> text("#donation-outcome").contains("捐款1.00元"));
    }

    @Test
    @Order(11)
    void fetches_nothing_from_elsewhere_and_breaks_no_rule_of_its_own() {
        go("/?division=" + VILLAGE);
        until(() -> !browser.findElements(By.cssSelector("#money-chart canvas")).isEmpty());
        Object fetched = browser.executeScript("return performance.getEntriesByType('resource').map(e => e.name)");
        assertThat((List<?>) fetched)
                .isNotEmpty()
                .allMatch(address -> address.toString().startsWith("http://127.0.0.1:" + minqing.port + "/"));
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .filteredOn(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .extracting(LogEntry::getMessage)
                .filteredOn(message -> !message.contains("Failed to load resource"))
                .isEmpty();
    }

    @Test
    @Order(12)
    void fits_a_phone() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        for (String page :
                List.of("/?division=" + VILLAGE, "/evidence?measure=M05&division=" + VILLAGE, "/events/900")) {
            go(page);
            fits(page);
        }
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    @Test
    @Order(13)
    void opens_the_report_from_the_dashboard_for_whoever_is_signed_in() {
        go("/?division=" + VILLAGE + "&knownAt=2013-05-06");
        String office = browser.findElement(By.cssSelector("#report-organisation option"))
                .getDomAttribute("value");
        go("/report?organisation=" + office + "&year=2012");
        reads("h1", "2012年工作总结（2011年12月26日至2012年12月31日）");
        shows("table", "M05", "215 户");
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        go("/report?organisation=" + office + "&year=2012");
        fits("/report");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        go("/report?organisation=" + office + "&year=12");
        shows("#main", "请求有误");
    }

    @Test
    @Order(14)
    void asks_for_the_password_again_after_sign_out() {
        go("/");
        click("#sign-out");
        until(() -> at("/sign-in"));
        go("/?division=" + VILLAGE);
        until(() -> at("/sign-in"));
    }

    // ------------------------------------------------------------------ hands and eyes

    private static String password() throws Exception {
        JsonNode users = JsonMapper.shared()
                .readTree(Files.readString(minqing.data.resolve("credentials.json")))
                .get("users");
        for (JsonNode user : users) {
            if (user.get("username").asString().equals("office")) {
                return user.get("password").asString();
            }
        }
        throw new AssertionError("no user called office");
    }

    private static void signIn(String password) {
        type("#username", "office");
        type("#password", password);
        click("main button");
    }

    private static void go(String path) {
        browser.get("http://127.0.0.1:" + minqing.port + path);
    }

    private static boolean at(String address) {
        return Objects.requireNonNullElse(browser.getCurrentUrl(), "").contains(address);
    }

    private static void view(String asOf, String knownAt) {
        go("/?division=" + VILLAGE);
        day("asOf", asOf);
        day("knownAt", knownAt);
        click("#show");
        until(() -> at("asOf=" + asOf + "&knownAt=" + knownAt)
                && !browser.findElements(By.id("M05")).isEmpty());
    }

    private static void open(String form) {
        click("#" + form + " summary");
        until(() -> !browser.findElements(By.id(form + "-form")).isEmpty());
        settled();
    }

    /** A form that has just come is bound to its script some moments later: before that a click would leave the page. */
    private static void settled() {
        until(() -> browser.findElements(By.cssSelector(".htmx-request, .htmx-swapping, .htmx-settling"))
                .isEmpty());
    }

    private static void send(String form) {
        settled();
        browser.executeScript("document.getElementById(arguments[0]).replaceChildren()", form + "-outcome");
        click("#" + form + "-form button[type=submit]");
    }

    /** Types into the search field above a list until one is left, which is then chosen. */
    private static void choose(String list, String words) {
        settled();
        WebElement search = browser.findElement(By.cssSelector("input[data-filter=" + list.substring(1) + "]"));
        search.clear();
        search.sendKeys(words);
        until(() -> chosen(list).contains(words));
    }

    private static void select(String list, String text) {
        settled();
        new Select(browser.findElement(By.cssSelector(list))).selectByVisibleText(text);
    }

    private static String chosen(String list) {
        return new Select(browser.findElement(By.cssSelector(list)))
                .getFirstSelectedOption()
                .getText();
    }

    /** A date field takes keys in the order of the machine's language, so its value is set. */
    private static void day(String field, String day) {
        browser.executeScript("document.getElementById(arguments[0]).value = arguments[1]", field, day);
    }

    private static void type(String field, String text) {
        browser.findElement(By.cssSelector(field)).sendKeys(text);
    }

    private static void click(String what) {
        settled();
        WebElement element = browser.findElement(By.cssSelector(what));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    private static String text(String what) {
        return browser.findElement(By.cssSelector(what)).getText();
    }

    /** Once all of it is laid out. */
    private static void fits(String page) {
        waiting()
                .withMessage(() -> page + " is wider than a phone")
                .until(b -> (Long) browser.executeScript("return document.documentElement.scrollWidth") <= 390);
    }

    /** As soon as it does: what a page asks for by itself comes when it comes. */
    private static void reads(String what, String text) {
        waiting()
                .withMessage(() -> what + " reads " + text(what) + " and not " + text)
                .until(b -> text(what).equals(text));
    }

    /** As soon as all of them are to be read there. */
    private static void shows(String what, String... words) {
        waiting()
                .withMessage(() -> what + " shows " + text(what) + " and not " + List.of(words))
                .until(b -> List.of(words).stream().allMatch(text(what)::contains));
    }

    private interface Condition {
        boolean holds();
    }

    /** Parts of a page are exchanged while it is looked at: then it is looked at again. */
    private static void until(Condition condition) {
        waiting().until(b -> condition.holds());
    }

    private static FluentWait<WebDriver> waiting() {
        return new WebDriverWait(browser, PATIENCE, BLINK)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.NoSuchElementException.class);
    }
}
