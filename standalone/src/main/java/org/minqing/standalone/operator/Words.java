package org.minqing.standalone.operator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An operator's words: some in their places, the others as {@code --name value}.
 *
 * @param options the values of each
 */
record Words(List<String> places, Map<String, List<String>> options) {
    /** Without a value. */
    private static final Set<String> ALONE = Set.of("password-stdin");

    static Words of(List<String> said, Set<String> known) {
        var places = new ArrayList<String>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        for (int i = 0; i < said.size(); i++) {
            String word = said.get(i);
            if (!word.startsWith("--")) {
                places.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = word.substring(2, equals < 0 ? word.length() : equals);
            if (!known.contains(name)) {
                throw new OperatorRefusal(2, "不认识的选项：--" + name, "Unknown option: --" + name);
            }
            String value = "";
            if (equals >= 0) {
                value = word.substring(equals + 1);
            } else if (!ALONE.contains(name)) {
                if (++i >= said.size()) {
                    throw new OperatorRefusal(2, "--" + name + " 后面缺少值", "A value is missing after --" + name);
                }
                value = said.get(i);
            }
            options.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        }
        return new Words(places, options);
    }

    Optional<String> one(String option) {
        return Optional.ofNullable(options.get(option)).map(List::getLast);
    }

    String required(String option) {
        return one(option)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new OperatorRefusal(2, "缺少 --" + option, "--" + option + " is missing"));
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    boolean has(String option) {
        return options.containsKey(option);
    }
}
