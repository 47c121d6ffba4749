package org.minqing.query.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Something to choose in a form. Public, as templates ask it. */
public record Choice(String id, String text) {
    /** Masked names are often alike: then the beginning of the id tells them apart. */
    static List<Choice> toldApart(List<Choice> choices) {
        Map<String, Integer> times = new HashMap<>();
        choices.forEach(c -> times.merge(c.text, 1, Integer::sum));
        List<Choice> apart = new ArrayList<>();
        for (Choice c : choices) {
            boolean alone = times.getOrDefault(c.text, 0) == 1;
            apart.add(alone ? c : new Choice(c.id, c.text + " · #" + c.id.substring(0, Math.min(4, c.id.length()))));
        }
        return apart;
    }
}
