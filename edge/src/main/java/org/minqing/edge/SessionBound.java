package org.minqing.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * How many sessions are kept, of one person and of all: with each sign-in beyond, the one that began longest ago ends. So neither a program
 * that signs in for each question nor a forgotten browser takes the memory of the others.
 */
public final class SessionBound implements SessionAuthenticationStrategy {
    private final int ofOne;
    private final int ofAll;
    /** In the order in which they began. */
    private final Map<HttpSession, String> open = new LinkedHashMap<>();

    public SessionBound(int ofOne, int ofAll) {
        this.ofOne = ofOne;
        this.ofAll = ofAll;
    }

    @Override
    public void onAuthentication(Authentication who, HttpServletRequest request, HttpServletResponse response) {
        begun(who.getName(), request.getSession()).forEach(SessionBound::end);
    }

    private synchronized List<HttpSession> begun(String who, HttpSession session) {
        open.keySet().removeIf(each -> !alive(each));
        open.remove(session);
        open.put(session, who);
        Deque<HttpSession> ending = new ArrayDeque<>();
        long own = open.values().stream().filter(who::equals).count();
        Iterator<Map.Entry<HttpSession, String>> oldest = open.entrySet().iterator();
        while (oldest.hasNext() && (own > ofOne || open.size() > ofAll)) {
            Map.Entry<HttpSession, String> each = oldest.next();
            boolean mine = each.getValue().equals(who);
            if (open.size() > ofAll || mine) {
                ending.add(each.getKey());
                own -= mine ? 1 : 0;
                oldest.remove();
            }
        }
        return List.copyOf(ending);
    }

    private static boolean alive(HttpSession session) {
        try {
            session.getCreationTime();
            return true;
        } catch (IllegalStateException ended) {
            return false;
        }
    }

    private static void end(HttpSession session) {
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // by itself, or by its owner
            return;
        }
    }
}
