package org.minqing.query.platform.web;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.query.platform.Gazetteer;
import org.minqing.query.platform.Names;
import org.minqing.query.platform.RecordedEvent;
import org.minqing.query.platform.ReportingPeriods;
import org.minqing.query.platform.Subject;
import org.minqing.query.platform.Views;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.MemoryFigures;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.RegisterTasks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * The questions the platform answers, by its own controllers, of what lies in memory: figures and their evidence, entities, timelines, the
 * tasks that follow from the state of one entity. Nothing that is written down or read in full.
 */
public final class MemoryWeb {
    private static final Texts TEXTS = new Texts();

    private final MemoryTimelines timelines;
    private final MockMvc mvc;

    /** What lies in memory. */
    public record Memory(
            Views views,
            Catalogue catalogue,
            MemoryLog log,
            MemoryRegister register,
            MemoryFigures figures,
            Gazetteer gazetteer,
            ReportingPeriods periods,
            Names names) {}

    /** An answer as it goes over the wire. */
    public record Reply(int status, String body, Map<String, List<String>> headers) {}

    @SuppressWarnings("NullAway") // nobody reads in full here
    public MemoryWeb(Memory m) {
        Snapshots snapshots = new MemorySnapshots(m.log, m.gazetteer);
        Lookups lookups = new Lookups(m.register, m.gazetteer, m.names);
        RegisterTasks tasks = new RegisterTasks(m.views, m.register);
        Items items = new Items(lookups, tasks);
        FigureQuestions questions = new FigureQuestions(m.periods);
        MeasureAnswers measured = new MeasureAnswers(questions, m.figures, new Display(TEXTS));
        this.timelines = new MemoryTimelines(m.log, lookups, new Sentences(TEXTS));
        this.mvc = MockMvcBuilders.standaloneSetup(
                        new EntityController(snapshots, m.register, items, timelines, null, null),
                        new FigureController(
                                snapshots, m.catalogue, m.figures, questions, m.gazetteer, lookups, measured, TEXTS),
                        new TaskController(List.of(tasks), snapshots, items, TEXTS))
                .setCustomArgumentResolvers(new QuestionParametersResolver(), new EntityResolver(m.views))
                .setControllerAdvice(new Refusals())
                .build();
    }

    @ControllerAdvice
    static final class Refusals {
        private final Problems problems = new Problems(TEXTS, new RefusalWording(), Duration.ofSeconds(1));

        @ExceptionHandler
        ResponseEntity<Map<String, Object>> refused(Refusal refusal, HttpServletRequest request) {
            return problems.answer(refusal, request);
        }
    }

    public void take(RecordedEvent<?> recorded, Set<Subject> subjects) {
        timelines.take(recorded, subjects);
    }

    /** Every event in whose trail it stands. */
    public List<RecordedEvent<?>> trail(Subject subject) {
        return timelines.trail(subject);
    }

    /** @param path with its query string */
    public Reply get(@Nullable String token, String path, String language) {
        try {
            if (token != null) {
                SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(read(token)));
            }
            MockHttpServletResponse response = mvc.perform(
                            MockMvcRequestBuilders.get(URI.create(path)).header(HttpHeaders.ACCEPT_LANGUAGE, language))
                    .andReturn()
                    .getResponse();
            Map<String, List<String>> headers = new HashMap<>();
            response.getHeaderNames().forEach(name -> headers.put(name, response.getHeaders(name)));
            return new Reply(response.getStatus(), response.getContentAsString(StandardCharsets.UTF_8), headers);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Jwt read(String token) throws java.text.ParseException {
        Map<String, Object> claims =
                new HashMap<>(SignedJWT.parse(token).getJWTClaimsSet().getClaims());
        claims.replaceAll((name, value) -> value instanceof java.util.Date date ? date.toInstant() : value);
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .claims(all -> all.putAll(claims))
                .build();
    }
}
