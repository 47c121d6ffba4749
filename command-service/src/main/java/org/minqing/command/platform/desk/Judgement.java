package org.minqing.command.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minqing.access.Grant;
import org.minqing.command.platform.decision.Caller;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.decision.HouseholdGuard;
import org.minqing.command.platform.decision.NamesInClear;
import org.minqing.command.platform.decision.Territory;
import org.minqing.command.platform.form.RecordFields;
import org.minqing.command.platform.history.History;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.history.StreamName;
import org.minqing.command.platform.readside.ReadSide;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.command.platform.type.AmendmentType;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.StreamTarget;
import org.minqing.log.Frontier;

/**
 * What is judged before the aggregate is asked, in the order of the contract: 404 for a subject or reference, 403 for the
 * scope, 422 for fields, 412 for the version.
 */
public final class Judgement {
    private final Rules rules;
    private final Supplier<LogReferences> references;
    private final Frontier frontier;
    private final Admission admission;
    private final ReadSide readSide;
    private final Optional<HouseholdGuard> guard;
    private final NamesInClear names;
    private final Territory territory;

    public Judgement(
            Rules rules,
            Supplier<LogReferences> references,
            Frontier frontier,
            Admission admission,
            ReadSide readSide,
            Optional<HouseholdGuard> guard,
            NamesInClear names,
            Optional<Territory> territory) {
        this.rules = rules;
        this.references = references;
        this.frontier = frontier;
        this.admission = admission;
        this.readSide = readSide;
        this.guard = guard;
        this.names = names;
        this.territory = territory.orElse((organisation, division, read) -> false);
    }

    /** What the decision is taken with, once nothing stands against taking it. */
    record Passed(
            String stream,
            History history,
            Caller caller,
            LogReferences references,
            Supplier<DecisionContext> situations) {
        String streamId() {
            return StreamName.id(stream);
        }
    }

    /** For one decision: what this process knows of the log. */
    LogReferences references() {
        return references.get();
    }

    /** For an answer that nothing will be judged by: what stands in the log now. */
    LogReferences freshReferences() {
        frontier.catchUp();
        return references.get();
    }

    /** Whether something that was read has grown meanwhile, as the log stands now. */
    boolean outdated(LogReferences read) {
        frontier.catchUp();
        return frontier.stale(read.reads());
    }

    /** 400 {@code invalid-body} where something cannot be read; with it all rules that the rest of the body breaks are told. */
    void requireReadable(CommandDraft draft, LocalDate today) {
        if (!draft.wrong().isEmpty()) {
            throw new Refusal(400, "invalid-body", List.of(), faults(draft, today));
        }
    }

    Passed judge(CommandRequest order, CommandDraft draft, LocalDate today, LogReferences read) {
        Object command = draft.unsealed();
        if (command == null) {
            throw Refusal.invalid(draft.broken());
        }
        return judge(order, draft, null, command, today, read);
    }

    /** An event is voided or corrected by whoever may send the command that made it, where that may be sent. */
    Passed judge(CommandRequest order, Amendment amendment, LocalDate today, LogReferences read) {
        Object command = amendment.command();
        if (command == null) {
            throw Refusal.invalid(amendment.broken());
        }
        return judge(order, amendment.why(), amendment, command, today, read);
    }

    private Passed judge(
            CommandRequest order,
            CommandDraft draft,
            @Nullable Amendment amendment,
            Object command,
            LocalDate today,
            LogReferences read) {
        CommandType type = amendment == null ? draft.type() : amendment.maker();
        Caller caller = caller(order.sender(), type, today);
        Scope scope = new Scope(caller, read, territory);
        Supplier<DecisionContext> situations = () ->
                new DecisionContext(caller, order.commandId(), today, read, read::gazetteer, read.through(readSide));
        DecisionContext situation =
                situations.get().enveloped(amendment == null ? draft.envelope() : amendment.envelope());
        List<FieldError> broken = amendment == null ? faults(draft, today) : broken(amendment, today);
        String target = amendment == null
                ? target(type, command, situation, broken)
                : target(amendment, command, situation, broken);
        List<Rules.Referred> referred = Rules.references(command);
        if (target != null && type.creating() && target.equals(StreamName.of(type.subject(), situation.madeId()))) {
            read.begun(target);
        }
        prefetch(read, target, referred);
        requireFound(type, target, referred, read);
        List<String> places = places(command, situation, draft.day(today));
        requireInScope(scope, target, referred, places);
        requireOwnHouseholds(caller, referred, situation);
        if (!broken.isEmpty() || target == null) {
            throw Refusal.invalid(broken);
        }
        CommandDraft given = amendment == null || amendment.changed() == null ? draft : amendment.changed();
        // a division may be called as somebody is
        List<FieldError> named = type.subject().equals("Division")
                ? List.of()
                : names.in(
                        given.texts().names(),
                        given.clearWords(),
                        situation,
                        read,
                        () -> spokenOf(caller, read, target, referred, places));
        if (!named.isEmpty()) {
            throw Refusal.invalid(named);
        }
        History history = read.history(target);
        if (order.condition() != null && !order.condition().holds(history.version())) {
            throw new Refusal(412, "stale-version", List.of(history.version()), List.of());
        }
        requireBelonging(given, history);
        if (amendment != null && amendment.conflict() != null) {
            throw amendment.conflict();
        }
        return new Passed(
                target,
                history,
                caller,
                read,
                () -> situations.get().within(event -> scope.requireMade(event, history.organisation())));
    }

    /** Whether somebody may send a command to a stream that there is. */
    boolean reaches(Sender sender, CommandType type, String stream, LocalDate today) {
        return type.grant(sender.roles()).isPresent()
                && new Scope(caller(sender, type, today), references.get(), territory).holds(stream);
    }

    /** 403 where the sender's claims open nothing. */
    void requireAdmitted(Sender sender, LocalDate today) {
        admission.require(sender, today);
    }

    private Caller caller(Sender sender, CommandType type, LocalDate today) {
        String division = admission.require(sender, today);
        Grant grant = Admission.grant(sender, type);
        return new Caller(
                sender.client(),
                sender.actor(),
                sender.roles(),
                grant.role(),
                grant.reach(),
                division,
                sender.organisation(),
                sender.cadreId());
    }

    /** What is wrong with a body, at most one fault for each field: what its form says comes first. */
    private List<FieldError> faults(CommandDraft draft, LocalDate today) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        Object command = draft.unsealed();
        Stream.of(
                        draft.wrong(),
                        draft.broken(),
                        command == null ? List.<FieldError>of() : draft.ofTheRest(rules.broken(command)),
                        draft.birthdays(today),
                        draft.ofTheRest(Rules.ahead(draft.day(today), today)))
                .flatMap(List::stream)
                .forEach(e -> errors.putIfAbsent(e.pointer(), e));
        return new ArrayList<>(errors.values());
    }

    private List<FieldError> broken(Amendment amendment, LocalDate today) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        amendment.why().broken().forEach(e -> errors.putIfAbsent(e.pointer(), e));
        if (amendment.changed() != null) {
            faults(amendment.changed(), today).forEach(e -> errors.putIfAbsent(e.pointer(), e));
        }
        return new ArrayList<>(errors.values());
    }

    /** The event's own stream, which its command must lead to still. */
    private static String target(
            Amendment amendment, Object command, DecisionContext situation, List<FieldError> broken) {
        if (amendment.changed() != null
                && amendment.maker().determined()
                && broken.isEmpty()
                && !StreamTarget.of(command, amendment.maker().subject(), true, situation)
                        .equals(amendment.stream())) {
            broken.add(new FieldError("/" + AmendmentType.CHANGES, "another-stream", List.of()));
        }
        return amendment.stream();
    }

    /** 422 where the command names another programme or organisation than its stream belongs to. */
    private static void requireBelonging(CommandDraft draft, History history) {
        history.begun().ifPresent(begun -> {
            requireSame(draft, "programmeId", draft.envelope().programmeId(), begun.programme());
            requireSame(draft, "organisationId", draft.envelope().organisationId(), begun.organisation());
        });
    }

    private static void requireSame(CommandDraft draft, String field, @Nullable UUID given, @Nullable UUID belonging) {
        if (given != null && draft.changes(field) && !given.equals(belonging)) {
            throw Refusal.invalid(draft.pointer(field), "belongs-elsewhere", belonging);
        }
    }

    /** The stream the command goes to; null where what it follows from is itself refused. */
    private static @Nullable String target(
            CommandType type, Object command, DecisionContext situation, List<FieldError> broken) {
        boolean given = !type.determined() && RecordFields.value(command, type.idField()) != null;
        if (!given && !broken.isEmpty()) {
            return null;
        }
        try {
            return StreamTarget.of(command, type.subject(), type.creating(), situation);
        } catch (Refusal refusal) {
            if (refusal.status() != 422) {
                throw refusal;
            }
            broken.addAll(refusal.errors());
            return null;
        }
    }

    private static void prefetch(LogReferences read, @Nullable String target, List<Rules.Referred> referred) {
        List<String> streams = new ArrayList<>();
        if (target != null) {
            streams.add(target);
        }
        referred.forEach(r -> streams.add(r.stream()));
        read.prefetch(streams);
    }

    private static void requireFound(
            CommandType type, @Nullable String target, List<Rules.Referred> referred, LogReferences read) {
        if (target != null && !type.creating() && !read.history(target).exists()) {
            throw Refusal.notFound(type.subject(), StreamName.id(target));
        }
        for (Rules.Referred reference : referred) {
            if (!read.history(reference.stream()).exists()) {
                throw Refusal.notFound(reference.type(), reference.id());
            }
        }
    }

    /** divisionIds of the places in scope's reach that the command names. */
    private static List<String> places(Object command, DecisionContext situation, LocalDate day) {
        List<String> divisions = new ArrayList<>();
        for (Rules.Place place : Rules.places(command)) {
            String divisionId = situation.gazetteer().divisionId(place.code(), day);
            if (place.scoped()) {
                divisions.add(divisionId);
            }
        }
        return divisions;
    }

    /** divisionIds of what the command is about; where it is about nothing that lies anywhere, of whoever sends it. */
    private static Set<String> spokenOf(
            Caller caller, LogReferences read, String target, List<Rules.Referred> referred, List<String> places) {
        Set<String> divisions = new HashSet<>(places);
        Stream.concat(
                        Stream.of(target),
                        referred.stream().filter(Rules.Referred::scoped).map(Rules.Referred::stream))
                .flatMap(stream -> read.place(stream).stream())
                .forEach(divisions::add);
        return divisions.isEmpty() ? Set.of(caller.division()) : divisions;
    }

    private static void requireInScope(
            Scope scope, @Nullable String target, List<Rules.Referred> referred, List<String> places) {
        if (target != null) {
            scope.requireStream(target);
        }
        referred.stream()
                .filter(Rules.Referred::scoped)
                .map(Rules.Referred::stream)
                .forEach(scope::requireStream);
        places.forEach(scope::requireDivision);
    }

    private void requireOwnHouseholds(Caller caller, List<Rules.Referred> referred, DecisionContext situation) {
        if (!caller.ownOnly() || guard.isEmpty()) {
            return;
        }
        for (Rules.Referred reference : referred) {
            if (reference.type().equals("Household")
                    && reference.id() instanceof UUID householdId
                    && !guard.get().allows(caller, householdId, situation)) {
                throw Refusal.forbidden("not-your-household", householdId);
            }
        }
    }
}
