package org.minqing.command.platform.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minqing.command.platform.form.CommonWords;
import org.minqing.command.platform.history.LogReferences;
import org.minqing.command.platform.refusal.Refusal.FieldError;
import org.minqing.keys.SubjectKeys;

/**
 * Words that will stand in the log in clear must name nobody: no person whose name comes in the same command, and nobody who is
 * registered in the place that is spoken of. Every run of characters that may be a name is looked up by its keyed mark, so nobody's
 * name is read. What happens to be a name and a word may be said where more than a village is spoken of.
 */
public final class NamesInClear {
    static final String CODE = "names-person";

    private static final String NAME = "name";
    private static final String PERSON = "person:";
    private static final int SHORTEST = 2;
    private static final int LONGEST = 6;
    /** Of words written without letters between, such as 阿依古丽·买买提. */
    private static final int LONGEST_WITH_DOTS = 20;
    /** So many letters has the id of a village. */
    private static final int VILLAGE = 12;

    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}·•・‧]{2,}");
    private static final Pattern DOT = Pattern.compile("[·•・‧]");
    private static final Pattern LATIN =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin}'’-]*(?: \\p{IsLatin}[\\p{IsLatin}'’-]*){0,3}");
    private static final Pattern BLANKS = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private final SubjectKeys keys;
    private final Optional<RegisteredPersons> registered;

    /** Words that lately named nobody. */
    private final Cache<String, Boolean> nobody = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .executor(Runnable::run)
            .build();

    public NamesInClear(SubjectKeys keys, Optional<RegisteredPersons> registered) {
        this.keys = keys;
        this.registered = registered;
    }

    /** Where what is spoken of lies. */
    public interface Places {
        /** divisionIds. */
        Collection<String> divisions();
    }

    /**
     * The words that name somebody: {@code names-person}, and never whom.
     *
     * @param said names in the same command
     * @param clear words by where they are in the body as it was sent
     */
    public List<FieldError> in(
            Set<String> said, Map<String, String> clear, DecisionContext situation, LogReferences read, Places places) {
        List<FieldError> errors = new ArrayList<>();
        clear.forEach((pointer, words) -> {
            Set<String> candidates = candidates(words);
            if (!candidates.isEmpty()
                    && (said.stream().map(NamesInClear::likeness).anyMatch(candidates::contains)
                            || namesSomebody(words, candidates, situation, read, places))) {
                errors.add(new FieldError(pointer, CODE, List.of()));
            }
        });
        return errors;
    }

    private boolean namesSomebody(
            String words, Set<String> candidates, DecisionContext situation, LogReferences read, Places places) {
        if (registered.isEmpty() || nobody.getIfPresent(words) != null) {
            return false;
        }
        Map<String, Set<String>> found = keys.findAny(NAME, candidates);
        if (found.isEmpty()) {
            nobody.put(words, true);
            return false;
        }
        Collection<String> where = places.divisions();
        return found.entrySet().stream()
                .anyMatch(name -> name.getValue().stream()
                        .filter(subject -> subject.startsWith(PERSON))
                        .map(subject -> UUID.fromString(subject.substring(PERSON.length())))
                        .flatMap(person -> registered.get().streams(person, situation).stream())
                        .flatMap(stream -> read.place(stream).stream())
                        .anyMatch(division -> within(division, where, name.getKey())));
    }

    private static boolean within(String division, Collection<String> where, String name) {
        return where.stream()
                .anyMatch(
                        place -> division.startsWith(place) && (place.length() >= VILLAGE || !CommonWords.contain(name))
                                || place.startsWith(division) && !CommonWords.contain(name));
    }

    /** Everything in the words that may be somebody's name, as it is compared. */
    static Set<String> candidates(String words) {
        String text = likeness(words);
        Set<String> found = new LinkedHashSet<>();
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            String run = runs.group();
            int[] points = run.codePoints().toArray();
            for (int from = 0; from < points.length; from++) {
                for (int length = SHORTEST; length <= LONGEST_WITH_DOTS && from + length <= points.length; length++) {
                    String candidate = new String(points, from, length);
                    if (length <= LONGEST || DOT.matcher(candidate).find()) {
                        found.add(candidate);
                    }
                }
            }
        }
        Matcher latin = LATIN.matcher(text);
        for (int from = 0; from < text.length() && latin.find(from); from = latin.start() + firstWord(latin.group())) {
            String[] word = latin.group().split(" ");
            StringBuilder name = new StringBuilder();
            for (String each : word) {
                name.append(name.isEmpty() ? "" : " ").append(each);
                if (name.length() >= SHORTEST) {
                    found.add(name.toString());
                }
            }
        }
        return found;
    }

    private static int firstWord(String group) {
        int blank = group.indexOf(' ');
        return blank < 0 ? group.length() : blank;
    }

    private static String likeness(String text) {
        return BLANKS.matcher(SubjectKeys.likeness(text)).replaceAll("");
    }
}
