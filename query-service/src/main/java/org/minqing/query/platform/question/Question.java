package org.minqing.query.platform.question;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.edge.Language;
import org.minqing.query.platform.source.Gazetteer;

/** A question on the snapshot it is answered from. */
public final class Question {
    private final QuestionParameters asked;
    private final LocalDate today;
    private final LocalDate asOf;
    private final long knownAt;
    private final String scope;
    private final Gazetteer gazetteer;

    Question(
            QuestionParameters asked,
            LocalDate today,
            LocalDate asOf,
            long knownAt,
            String scope,
            Gazetteer gazetteer) {
        this.today = today;
        this.asked = asked;
        this.asOf = asOf;
        this.knownAt = knownAt;
        this.scope = scope;
        this.gazetteer = gazetteer;
    }

    /** The same question, with some parameters set that it did not set itself. */
    public Question or(Map<String, String> defaults) {
        return new Question(asked.or(defaults), today, asOf, knownAt, scope, gazetteer);
    }

    /** Another question on the same snapshot: as of this day, as known at this position, with these parameters and no others. */
    public Question instead(LocalDate day, long position, Map<String, String> parameters) {
        return new Question(asked.instead(parameters), today, day, Math.min(position, knownAt), scope, gazetteer);
    }

    /** The log's today, whatever day is asked for. */
    public LocalDate today() {
        return today;
    }

    public QuestionParameters asked() {
        return asked;
    }

    /** The world's day. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The position the answer stands at. */
    public long knownAt() {
        return knownAt;
    }

    public @Nullable UUID programme() {
        return asked.uuid("programme");
    }

    public Language language() {
        return asked.language();
    }

    public QuestionCaller asker() {
        return asked.asker();
    }

    /** divisionId: there and below is what the asker may see. */
    public String scope() {
        return scope;
    }

    /** The organisation the asker's sight is narrowed to, if it is. */
    public @Nullable UUID scopeOrganisation() {
        return asker().organisation();
    }

    /** The divisionId a parameter means: 404 where there is none, 403 where it lies outside the scope; null when left out. */
    public @Nullable String division(String parameter) {
        String value = asked.text(parameter);
        return value == null ? null : divisionId(value);
    }

    /** The divisionId of a code or divisionId: 404 where there is none, 403 where it lies outside the scope. */
    public String divisionId(String codeOrId) {
        String id = gazetteer.find(codeOrId, asOf).orElseThrow(() -> Refusal.notFound("division", codeOrId));
        requireScope(id);
        return id;
    }

    /** The organisation a parameter names: 403 where it is not the asker's own and the asker has one. */
    public @Nullable UUID organisation(String parameter) {
        UUID value = asked.uuid(parameter);
        if (value != null && scopeOrganisation() != null && !value.equals(scopeOrganisation())) {
            throw Refusal.forbidden("out-of-scope");
        }
        return value;
    }

    /** 403 for a place outside the scope. */
    public void requireScope(@Nullable String divisionId) {
        if (divisionId != null && !divisionId.startsWith(scope)) {
            throw Refusal.forbidden("out-of-scope");
        }
    }

    /** 403 for an entity of another place or organisation than the asker may see. */
    public void requireScope(@Nullable String divisionId, @Nullable UUID organisation) {
        requireScope(divisionId);
        if (organisation != null && scopeOrganisation() != null && !organisation.equals(scopeOrganisation())) {
            throw Refusal.forbidden("out-of-scope");
        }
    }
}
