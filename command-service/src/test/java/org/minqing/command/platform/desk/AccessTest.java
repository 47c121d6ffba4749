package org.minqing.command.platform.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minqing.access.AccessPolicy;
import org.minqing.access.Deed;
import org.minqing.access.Reach;
import org.minqing.command.platform.CommandServer;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.command.platform.type.CommandType;
import org.minqing.command.platform.type.CommandTypes;

/** Every cell of the policy: each role with each command, at each place, with claims that are whole and that are broken. */
class AccessTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "security", "access.md");
    private static final String SHUITIAN = "530328202207";
    private static final String PIANSHAN = "530328202208";
    private static final List<String> HELD =
            List.of("office", "province", "village-secretary", "cadre", "inspector", "administrator", "king", "");

    private final CommandServer server = CommandServer.shared();
    private final AccessPolicy policy = AccessPolicy.inForce();
    private final CommandDesk desk = server.bean(CommandDesk.class);
    private final Judgement judgement = server.bean(Judgement.class);
    private final List<CommandType> commands =
            List.copyOf(server.bean(CommandTypes.class).all());

    /** @param good whether the ledger knows all that it names */
    private record Claims(
            String name,
            @Nullable String division,
            @Nullable UUID organisation,
            @Nullable UUID cadre,
            boolean good) {
        Sender as(String role) {
            return new Sender("access", "tester", Set.of(role), division, organisation, cadre);
        }
    }

    /** @param organisation null: it belongs to none */
    private record Place(
            String stream, String division, @Nullable UUID organisation) {}

    private UUID organisation(String division) {
        return server.post("RegisterOrganisation", """
                        {"name": "某单位", "kind": "OFFICE", "divisionCode": "%s", "occurredOn": "2011-01-01"}""".formatted(division))
                .requireStatus(201)
                .id();
    }

    private UUID cadre(UUID organisation) {
        return server.post("RegisterCadre", """
                        {"name": "%s", "sex": "1", "rankCode": "150", "organisationId": "%s", "occurredOn": "2011-01-01"}""".formatted("某" + UUID.randomUUID(), organisation))
                .requireStatus(201)
                .id();
    }

    private UUID note(String village, UUID owner) {
        return server.post("OpenNote", """
                        {"villageCode": "%s", "owner": "%s"}""".formatted(village, owner))
                .requireStatus(201)
                .id();
    }

    private UUID household(String village) {
        return server.post("RegisterHousehold", """
                        {"villageCode": "%s", "group": 1, "householdNo": "%s", "head": {"name": "李某"},
                         "occurredOn": "2011-01-01"}""".formatted(village, UUID.randomUUID()))
                .requireStatus(201)
                .id();
    }

    @Test
    void every_cell_is_as_the_policy_says() {
        UUID mine = organisation("5303");
        UUID other = organisation("5303");
        UUID cadre = cadre(mine);
        List<Place> places = List.of(
                new Place("Note-" + note(SHUITIAN, mine), SHUITIAN, mine),
                new Place("Note-" + note(SHUITIAN, other), SHUITIAN, other),
                new Place("Note-" + note(PIANSHAN, mine), PIANSHAN, mine),
                new Place("Household-" + household(SHUITIAN), SHUITIAN, null),
                new Place("Household-" + household(PIANSHAN), PIANSHAN, null),
                new Place("Division-530328", "530328", null));
        List<Claims> claims = List.of(
                new Claims("prefecture", "5303", null, cadre, true),
                new Claims("village", SHUITIAN, null, cadre, true),
                new Claims("prefecture's organisation", "5303", mine, cadre, true),
                new Claims("village and organisation", SHUITIAN, mine, cadre, true),
                new Claims("no cadre", "5303", null, null, true),
                new Claims("no division", null, null, cadre, false),
                new Claims("unknown division", "9999", null, cadre, false),
                new Claims("malformed division", "53032", null, cadre, false),
                new Claims("wildcard", "53%", null, cadre, false),
                new Claims("unknown organisation", "5303", UUID.randomUUID(), cadre, false),
                new Claims("unknown cadre", "5303", null, UUID.randomUUID(), false));
        LocalDate today = server.log().clock().today();
        List<String> leaks = new ArrayList<>();
        int cells = 0;
        for (CommandType command : commands) {
            for (String role : HELD) {
                for (Claims claim : claims) {
                    Sender sender = claim.as(role);
                    Optional<Reach> reach = policy.reach(role, Deed.COMMAND, command.subject() + "." + command.name());
                    boolean may =
                            reach.isPresent() && claim.good() && (reach.get() == Reach.SCOPE || claim.cadre() != null);
                    String cell = command.name() + " by " + role + " with " + claim.name();
                    cells++;
                    if (admitted(sender, command.name()) != may) {
                        leaks.add(cell);
                    }
                    for (Place place : places) {
                        cells++;
                        boolean reaches = may && inside(claim, place);
                        if (reaches(sender, command, place.stream(), today) != reaches) {
                            leaks.add(cell + " at " + place);
                        }
                    }
                }
            }
        }
        assertThat(cells).isGreaterThan(10_000);
        assertThat(leaks).as("of %d cells", cells).isEmpty();
    }

    /** What belongs to no organisation lies outside that of an office that has no link point there. */
    private static boolean inside(Claims claim, Place place) {
        return claim.division() != null
                && place.division().startsWith(claim.division())
                && (claim.organisation() == null || claim.organisation().equals(place.organisation()));
    }

    private boolean admitted(Sender sender, String command) {
        try {
            desk.admit(sender, command);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(403);
            return false;
        }
    }

    private boolean reaches(Sender sender, CommandType command, String stream, LocalDate today) {
        try {
            return judgement.reaches(sender, command, stream, today);
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(403);
            return false;
        }
    }

    /** The sums of what smaller scopes reach are never more than what the larger one reaches. */
    @Test
    void a_smaller_scope_reaches_the_part_of_the_larger_that_lies_in_it() {
        UUID mine = organisation("5303");
        List<Place> places = List.of(
                new Place("Note-" + note(SHUITIAN, mine), SHUITIAN, mine),
                new Place("Note-" + note(PIANSHAN, mine), PIANSHAN, mine),
                new Place("Note-" + note(PIANSHAN, organisation("5303")), PIANSHAN, null),
                new Place("Household-" + household(SHUITIAN), SHUITIAN, null));
        LocalDate today = server.log().clock().today();
        CommandType command = commands.getFirst();
        List<String> wider = List.of("53", "5303", "530328", "530328202", SHUITIAN);
        for (int i = 1; i < wider.size(); i++) {
            for (UUID organisation : new UUID[] {null, mine}) {
                Set<String> larger = reached(wider.get(i - 1), organisation, places, command, today);
                Set<String> smaller = reached(wider.get(i), organisation, places, command, today);
                String scope = wider.get(i);
                assertThat(smaller)
                        .isEqualTo(places.stream()
                                .filter(place -> larger.contains(place.stream())
                                        && place.division().startsWith(scope))
                                .map(Place::stream)
                                .collect(Collectors.toSet()));
            }
            assertThat(reached(wider.get(i), null, places, command, today))
                    .containsAll(reached(wider.get(i), mine, places, command, today));
        }
    }

    private Set<String> reached(
            String division, @Nullable UUID organisation, List<Place> places, CommandType command, LocalDate today) {
        Sender sender = new Sender("access", "tester", Set.of("office"), division, organisation, null);
        return places.stream()
                .map(Place::stream)
                .filter(stream -> reaches(sender, command, stream, today))
                .collect(Collectors.toSet());
    }

    @Test
    void every_line_of_the_policy_names_a_command_there_is() {
        Set<String> names =
                commands.stream().map(c -> c.subject() + "." + c.name()).collect(Collectors.toSet());
        assertThat(policy.named(Deed.COMMAND))
                .allMatch(line -> names.stream()
                        .anyMatch(name -> line.endsWith("*")
                                ? name.startsWith(line.substring(0, line.length() - 1))
                                : name.equals(line)));
    }

    /** Printed with -Daccess.write=true. */
    @Test
    void the_document_prints_the_policy() throws IOException {
        if (Boolean.getBoolean("access.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document());
        }
        assertThat(DOCUMENT).hasContent(document());
    }

    private String document() {
        StringBuilder text = new StringBuilder("""
                # Who may do what

                Printed from `shared-events/src/main/resources/org/minqing/access/access.csv` by `AccessTest` (`-Daccess.write=true`), which also
                judges every cell of the commands; `ClaimsTest` asks every question with broken claims. Both services are driven by that file.

                - **scope**: whatever lies in the division that the token names, there and below, and where it names an organisation, belongs to it.
                  What belongs to no organisation (households, divisions, inspections) is written where the organisation works: in the
                  villages of its link points, and at and below the seat of a township or village committee.
                - **own**: of that, visits in which the cadre takes part, its own diary, concerns of its own households, visits or hands, files about
                  itself, its own households and the documents it owes; in full, itself and the households it is linked to today.
                - empty: nothing. A token whose claims are missing, blank, malformed, of another type or name what the ledger does not know sees and does
                  nothing, whatever its role: 403 `no-scope`, `unknown-scope`, `no-cadre`, `token-not-understood` (commands), `bad-token` (questions).
                - Whoever may send a command there may void and correct what it made, and ask for the schema of its changes.
                - What a command leads to must lie in the scope too, whatever the command named, except where somebody moves away.

                """);
        Map<Deed, Set<String>> things = new LinkedHashMap<>();
        things.put(
                Deed.COMMAND,
                commands.stream()
                        .filter(c -> c.record().getPackageName().startsWith("org.minqing.command"))
                        .filter(c -> !c.record().getPackageName().endsWith(".note"))
                        .map(c -> c.subject() + "." + c.name())
                        .collect(Collectors.toCollection(TreeSet::new)));
        things.put(Deed.ATTACH, policy.named(Deed.ATTACH));
        things.put(Deed.QUESTION, policy.named(Deed.QUESTION));
        things.put(Deed.REVEAL, policy.named(Deed.REVEAL));
        Map<Deed, String> titles = Map.of(
                Deed.COMMAND, "Commands",
                Deed.ATTACH, "Files attached to",
                Deed.QUESTION, "Questions, personal data masked (`*`: whatever has no line of its own)",
                Deed.REVEAL, "Personal data in full, each reading logged first");
        things.forEach((deed, named) -> {
            text.append("## ").append(titles.get(deed)).append("\n\n| |");
            policy.roles().forEach(role -> text.append(' ').append(role).append(" |"));
            text.append("\n|---|").append("---|".repeat(policy.roles().size())).append('\n');
            for (String thing : named) {
                text.append("| ").append(thing.replace("*", "\\*")).append(" |");
                policy.roles()
                        .forEach(role -> text.append(' ')
                                .append(policy.reach(role, deed, thing)
                                        .map(reach -> reach.name().toLowerCase(java.util.Locale.ROOT))
                                        .orElse(""))
                                .append(" |"));
                text.append('\n');
            }
            text.append('\n');
        });
        return text.toString().stripTrailing() + "\n";
    }
}
