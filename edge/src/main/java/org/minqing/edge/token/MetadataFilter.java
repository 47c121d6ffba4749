package org.minqing.edge.token;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Tells anybody what this service is to OAuth2 (RFC 9728). */
final class MetadataFilter extends OncePerRequestFilter {
    private final byte[] told;

    MetadataFilter(ProtectedResource resource) {
        this.told = JsonMapper.shared().writeValueAsBytes(resource.metadata());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            chain.doFilter(request, response);
            return;
        }
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setContentLength(told.length);
        response.getOutputStream().write(told);
    }
}
