package org.minqing.query.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Something to choose in a form. Public, as templates ask it. */
public record Choice(String id, String text) {
    /** Masked names are often alike: then they are numbered. */
    static List<Choice> toldApart(List<Choice> choices) {
        Map<String, Integer> times = new HashMap<>();
        choices.forEach(c -> times.merge(c.text, 1, Integer::sum));
        Map<String, Integer> numbers = new HashMap<>();
        List<Choice> apart = new ArrayList<>();
        for (Choice c : choices) {
            boolean alone = times.getOrDefault(c.text, 0) == 1;
            apart.add(alone ? c : new Choice(c.id, c.text + " (" + numbers.merge(c.text, 1, Integer::sum) + ")"));
        }
        return apart;
    }
}
