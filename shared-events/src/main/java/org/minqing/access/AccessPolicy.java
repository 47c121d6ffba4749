package org.minqing.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The policy as {@code access.csv} beside this class says it: what each role may do, and how far. A line names one thing, or with a star
 * at its end all that begin so; of several lines that fit, the longest holds and no other. What no line names nobody may do.
 */
public final class AccessPolicy {
    private static final AccessPolicy IN_FORCE = read("access.csv");
    private static final String ALL = "*";

    private final List<String> roles;
    private final Map<Deed, Map<String, Map<String, Reach>>> lines;

    private AccessPolicy(List<String> roles, Map<Deed, Map<String, Map<String, Reach>>> lines) {
        this.roles = roles;
        this.lines = lines;
    }

    public static AccessPolicy inForce() {
        return IN_FORCE;
    }

    /** Every role there is, in the order in which somebody with several acts. */
    public List<String> roles() {
        return roles;
    }

    /** How far a role's right to do a thing goes; empty: it has none. */
    public Optional<Reach> reach(String role, Deed deed, String thing) {
        return Optional.ofNullable(line(deed, thing).get(role));
    }

    /** The roles that may do a thing. */
    public Set<String> roles(Deed deed, String thing) {
        Map<String, Reach> line = line(deed, thing);
        Set<String> may = new LinkedHashSet<>(roles);
        may.retainAll(line.keySet());
        return may;
    }

    /** Of the rights that somebody's roles give, the one that goes furthest; of several, that of the first role. */
    public Optional<Grant> grant(Collection<String> held, Deed deed, String thing) {
        Map<String, Reach> line = line(deed, thing);
        return roles.stream()
                .filter(held::contains)
                .filter(line::containsKey)
                .map(role -> new Grant(role, Objects.requireNonNull(line.get(role))))
                .max(Comparator.comparing(Grant::reach).thenComparing(grant -> -roles.indexOf(grant.role())));
    }

    /** The roles that may do something of a kind, whatever it is. */
    public Set<String> roles(Deed deed) {
        Set<String> may = new LinkedHashSet<>(roles);
        may.retainAll(lines.getOrDefault(deed, Map.of()).values().stream()
                .flatMap(line -> line.keySet().stream())
                .toList());
        return may;
    }

    /** Whether a role may do whatever there is of a kind. */
    public boolean everything(String role, Deed deed) {
        Map<String, Map<String, Reach>> of = lines.getOrDefault(deed, Map.of());
        return of.containsKey(ALL) && of.values().stream().allMatch(line -> line.get(role) == Reach.SCOPE);
    }

    private Map<String, Reach> line(Deed deed, String thing) {
        Map<String, Map<String, Reach>> of = lines.getOrDefault(deed, Map.of());
        return of.keySet().stream()
                .filter(named -> fits(named, thing))
                .max(Comparator.comparing((String named) -> !named.endsWith(ALL))
                        .thenComparing(String::length))
                .map(of::get)
                .orElse(Map.of());
    }

    private static boolean fits(String named, String thing) {
        return named.endsWith(ALL) ? thing.startsWith(named.substring(0, named.length() - 1)) : named.equals(thing);
    }

    private static AccessPolicy read(String file) {
        try (InputStream in = AccessPolicy.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not there");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(reader.lines().filter(line -> !line.startsWith("#")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param table kind, thing and the roles in its first line; then what each may, {@code scope}, {@code own} or nothing */
    static AccessPolicy of(List<String> table) {
        List<String> head = cells(table.getFirst());
        List<String> roles = List.copyOf(head.subList(2, head.size()));
        Map<Deed, Map<String, Map<String, Reach>>> lines = new EnumMap<>(Deed.class);
        for (String row : table.subList(1, table.size())) {
            List<String> cells = cells(row);
            if (cells.size() != head.size()) {
                throw new IllegalStateException("as many cells as there are roles: " + row);
            }
            Map<String, Reach> line = new LinkedHashMap<>();
            for (int i = 0; i < roles.size(); i++) {
                if (!cells.get(i + 2).isEmpty()) {
                    line.put(roles.get(i), Reach.valueOf(cells.get(i + 2).toUpperCase(Locale.ROOT)));
                }
            }
            Deed deed = Deed.valueOf(cells.getFirst().toUpperCase(Locale.ROOT));
            if (lines.computeIfAbsent(deed, none -> new LinkedHashMap<>()).put(cells.get(1), Map.copyOf(line))
                    != null) {
                throw new IllegalStateException("said twice: " + row);
            }
        }
        return new AccessPolicy(roles, lines);
    }

    private static List<String> cells(String row) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.split(",", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /** What the lines name, with their stars. */
    public Set<String> named(Deed deed) {
        return lines.getOrDefault(deed, Map.of()).keySet();
    }
}
