package org.minqing.query.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The way a reader came down from a figure, so that they come back to it. Public, as templates ask it.
 *
 * @param measure of the figure; null: they did not come from one
 * @param from first day the figure counts; null: from the beginning
 * @param to last day; null: the day asked for
 * @param organisation whose part it is; null: everybody's
 * @param programme null: of all
 * @param kind of what is counted; null: of every kind
 * @param event position of the event whose page led here; null: none did
 * @param story {@code funds/<id>}: the story that led here; null: none did
 * @param report {@code <organisation>/<year>} or {@code <organisation>/<year>/<half>}: the report that printed the figure; null: the
 *     dashboard showed it
 */
public record Trail(
        @Nullable String measure,
        @Nullable String from,
        @Nullable String to,
        @Nullable String organisation,
        @Nullable String programme,
        @Nullable String kind,
        @Nullable String event,
        @Nullable String story,
        @Nullable String report) {
    private static final Pattern REPORT = Pattern.compile("([0-9a-f-]{36})/(\\d{4})(?:/([12]))?");

    static Trail of(HttpServletRequest request) {
        return new Trail(
                request.getParameter("measure"),
                request.getParameter("from"),
                request.getParameter("to"),
                request.getParameter("organisation"),
                request.getParameter("programme"),
                request.getParameter("kind"),
                request.getParameter("event"),
                request.getParameter("story"),
                request.getParameter("report"));
    }

    /** Another page of the same figure's evidence; without a cursor the first. */
    public String evidence(Viewpoint view, @Nullable String cursor) {
        return figure(view, "/evidence", null, null, cursor);
    }

    /** The page of an event, from the evidence or the story that names it. */
    public String event(Viewpoint view, Object position, @Nullable String fromStory) {
        return figure(view, "/events/" + position, null, fromStory, null);
    }

    /** The story of something, from the page of an event about it. */
    public String story(Viewpoint view, String kindAndId, @Nullable String fromEvent) {
        return figure(view, "/stories/" + kindAndId, fromEvent, null, null);
    }

    /** A further page of the same story. */
    public String further(Viewpoint view, String kindAndId, String cursor) {
        return figure(view, "/stories/" + kindAndId, event, null, cursor);
    }

    /** Up again: to the story, to the event, to the figure's evidence, else to the dashboard. */
    String back(Viewpoint view) {
        if (story != null && story.matches("[a-z-]+/[0-9A-Za-z-]+")) {
            return story(view, story, null);
        }
        if (event != null && event.matches("\\d{1,18}")) {
            return event(view, event, null);
        }
        return measure == null ? whence(view) : evidence(view, null);
    }

    /** Above the evidence: the report that printed the figure, else the dashboard. */
    public String whence(Viewpoint view) {
        Matcher printed = REPORT.matcher(report == null ? "" : report);
        return printed.matches()
                ? view.link(
                        "/report", "organisation", printed.group(1), "year", printed.group(2), "half", printed.group(3))
                : view.home();
    }

    private String figure(
            Viewpoint view,
            String path,
            @Nullable String fromEvent,
            @Nullable String fromStory,
            @Nullable String cursor) {
        return view.link(
                path,
                "measure",
                measure,
                "from",
                from,
                "to",
                to,
                "organisation",
                organisation,
                "programme",
                programme,
                "kind",
                kind,
                "event",
                fromEvent,
                "story",
                fromStory,
                "cursor",
                cursor,
                "report",
                report);
    }
}
