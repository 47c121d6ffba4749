package org.minqing.query.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people are told of a problem. Public, as templates ask it.
 *
 * @param detail empty where the faults say it all
 * @param faults what is wrong with single fields
 */
public record Told(String title, String detail, List<Fault> faults) {
    /**
     * What is wrong with one field.
     *
     * @param input the field's name in the page's form; empty: it has none there
     * @param label what the field is called; empty: not known
     * @param text what to enter instead, or why not
     */
    public record Fault(String input, String label, String text) {}

    /** The first fault of each field, by the field's name. */
    public Map<String, String> byInput() {
        return faults.stream()
                .filter(fault -> !fault.input().isEmpty())
                .collect(Collectors.toMap(Fault::input, Fault::text, (first, second) -> first));
    }

    /** With faults of further fields; what is said of a field already stays. */
    Told and(List<Fault> further) {
        List<Fault> all = new ArrayList<>(faults);
        for (Fault fault : further) {
            if (all.stream().noneMatch(told -> told.input().equals(fault.input()))) {
                all.add(fault);
            }
        }
        return new Told(title, detail, List.copyOf(all));
    }

    Told in(Function<String, String> words) {
        return new Told(
                title,
                words.apply(detail),
                faults.stream()
                        .map(fault -> new Fault(fault.input(), fault.label(), words.apply(fault.text())))
                        .toList());
    }
}
