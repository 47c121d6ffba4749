package org.minqing.edge.share;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Bearer;
import org.minqing.edge.Problems;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Behind the security chain: what somebody who is known asks for is counted, and has a place until its answer has been sent, so that what is
 * kept of answers which nobody reads is bounded too.
 */
public final class ShareFilter extends OncePerRequestFilter {
    private final Shares shares;
    private final Problems problems;
    private final Function<HttpServletRequest, @Nullable String> kind;

    /** @param kind of a request, as {@link Shares} knows it; null: one that is looked after elsewhere */
    public ShareFilter(Shares shares, Problems problems, Function<HttpServletRequest, @Nullable String> kind) {
        this.shares = shares;
        this.problems = problems;
        this.kind = kind;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Bearer bearer = bearer();
        String asked = bearer == null ? null : kind.apply(request);
        if (bearer == null || asked == null) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = Caller.of(bearer);
        Places.Place place;
        try {
            shares.rates(asked).count(caller, response);
            place = shares.places(asked).take(caller);
        } catch (ShareRefusal refusal) {
            problems.write(refusal, request, response);
            return;
        }
        boolean ends = true;
        try {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new Leaving(place));
                ends = false;
            }
        } finally {
            if (ends) {
                place.close();
            }
        }
    }

    /** Nobody where a claim cannot be read: the service refuses that, in its own words. */
    private static @Nullable Bearer bearer() {
        try {
            return Bearer.of(SecurityContextHolder.getContext().getAuthentication(), IllegalArgumentException::new);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private record Leaving(Places.Place place) implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            place.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
