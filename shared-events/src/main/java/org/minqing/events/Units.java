package org.minqing.events;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Units that add: each has one code, under which facts count, and the words people write for it. */
public final class Units {
    public static final CodeList CODES = CodeList.of("units", """
            m|米|metres
            m2|平方米|square metres
            m3|立方米|cubic metres
            mu|亩|mu
            kg|公斤|kilograms
            t|吨|tonnes
            plants|株|plants
            head|头|head
            sets|套|sets
            places|处|places
            households|户|households
            persons|人|persons
            """);

    private static final Map<String, String> WORDS = words();

    private Units() {}

    /** The code of a unit, however it is written; nothing for a unit that is not in the list. */
    public static Optional<String> code(String word) {
        return Optional.ofNullable(WORDS.get(Likeness.of(word)));
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>(Map.of("千克", "kg", "棵", "plants", "只", "head", "名", "persons"));
        CODES.titles().forEach((code, title) -> {
            words.put(code, code);
            words.put(Likeness.of(title.zh()), code);
        });
        return Map.copyOf(words);
    }
}
