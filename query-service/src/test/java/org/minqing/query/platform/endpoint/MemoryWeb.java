package org.minqing.query.platform.endpoint;

import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Problems;
import org.minqing.edge.Texts;
import org.minqing.query.platform.answer.Items;
import org.minqing.query.platform.answer.Lookups;
import org.minqing.query.platform.answer.MeasureAnswers;
import org.minqing.query.platform.answer.MemoryAnswers;
import org.minqing.query.platform.answer.MemoryTimelines;
import org.minqing.query.platform.fact.Catalogue;
import org.minqing.query.platform.fact.MemoryFigures;
import org.minqing.query.platform.projection.MemoryLog;
import org.minqing.query.platform.question.FigureQuestions;
import org.minqing.query.platform.question.MemoryQuestions;
import org.minqing.query.platform.question.MemorySnapshots;
import org.minqing.query.platform.question.Refusal;
import org.minqing.query.platform.question.Snapshots;
import org.minqing.query.platform.register.MemoryRegister;
import org.minqing.query.platform.register.MemoryTasks;
import org.minqing.query.platform.register.RegisterTasks;
import org.minqing.query.platform.source.Gazetteer;
import org.minqing.query.platform.source.Names;
import org.minqing.query.platform.source.ReportingPeriods;
import org.minqing.query.platform.view.RecordedEvent;
import org.minqing.query.platform.view.Subject;
import org.minqing.query.platform.view.Views;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
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
    private final Problems problems = MemoryQuestions.problems(TEXTS);
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
        Lookups lookups = new Lookups(m.register, m.gazetteer, m.names, m.views);
        RegisterTasks tasks = new RegisterTasks(m.views);
        Items items = MemoryAnswers.items(lookups, tasks, m.register);
        FigureQuestions questions = MemoryQuestions.figures(m.periods);
        MeasureAnswers measured = MemoryAnswers.measured(questions, m.figures, TEXTS);
        this.timelines = new MemoryTimelines(m.log, lookups, TEXTS);
        this.mvc = MockMvcBuilders.standaloneSetup(
                        new EntityController(snapshots, m.register, items, timelines, null, null),
                        new FigureController(
                                snapshots, m.catalogue, m.figures, questions, m.gazetteer, lookups, measured, TEXTS),
                        new TaskController(new MemoryTasks(m.views, m.register), snapshots, items, TEXTS))
                .setCustomArgumentResolvers(MemoryQuestions.parameters(), new EntityResolver(m.views))
                .setControllerAdvice(new Refusals())
                .build();
    }

    /** Not static: scanning would find it and put it into every server that a test starts. */
    @ControllerAdvice
    final class Refusals {
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
    public Reply get(@Nullable String token, String path, String language, Map<String, String> given) {
        try {
            if (token != null) {
                SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(read(token)));
            }
            MockHttpServletRequestBuilder request =
                    MockMvcRequestBuilders.get(URI.create(path)).header(HttpHeaders.ACCEPT_LANGUAGE, language);
            given.forEach(request::header);
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
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
