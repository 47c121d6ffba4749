package org.minqing.query.dataquality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.minqing.query.dataquality.Walk.Place;
import org.minqing.query.dataquality.Walk.Stretch;
import org.minqing.query.platform.source.DataQuality.Finding;
import org.minqing.query.platform.source.DataQuality.Records;

/**
 * Findings a page at a time: by rule, of a rule by the stretches of its walk, on a stretch by id. Stretches grow while nothing is found
 * on them, and where one ends depends on where it begins alone: so a page goes on where the last one ended.
 */
final class FindingPages {
    /** What the first stretch of a rule counts. */
    static final int FEW = 250;
    /** What none counts more of. */
    static final int MANY = 8000;

    private final DataQualityRules rules;
    private final int few;

    FindingPages(DataQualityRules rules, int few) {
        this.rules = rules;
        this.few = few;
    }

    /** A finding, and the stretch on which it was found. */
    record Told(Finding finding, Stretch stretch) {}

    /**
     * Behind which finding a page begins.
     *
     * @param rule its number; empty: before the first
     * @param id of the finding
     */
    record After(String rule, Stretch stretch, String id) {}

    After first() {
        return new After("", new Stretch(0, null, few), "");
    }

    /** @param wanted the rules, by number */
    List<Told> page(List<Rule> wanted, Records records, After after, int limit) {
        Map<String, @Nullable Object> asked = rules.asked(records);
        List<Told> page = new ArrayList<>();
        for (Rule rule : wanted) {
            int order = rule.number().compareTo(after.rule);
            if (order >= 0 && page.size() < limit) {
                boolean within = order == 0;
                told(rule, asked, within ? after.stretch : first().stretch, within ? after.id : "", limit, page);
            }
        }
        return page;
    }

    private void told(
            Rule rule, Map<String, @Nullable Object> asked, Stretch first, String afterId, int limit, List<Told> page) {
        String id = afterId;
        Stretch stretch = first;
        while (stretch != null && page.size() < limit) {
            Place last = rule.walk() == null
                    ? null
                    : rules.last(rule, asked, stretch).orElse(null);
            List<Finding> found =
                    rule.walk() == null ? rules.findings(rule, asked) : rules.findings(rule, asked, stretch, last);
            for (Finding finding : found) {
                if (finding.id().toString().compareTo(id) > 0 && page.size() < limit) {
                    page.add(new Told(finding, stretch));
                }
            }
            id = "";
            stretch = next(rule.walk(), stretch, last);
        }
    }

    private @Nullable Stretch next(@Nullable Walk walk, Stretch stretch, @Nullable Place last) {
        if (last != null) {
            return new Stretch(stretch.part(), last, Math.min(MANY, 2 * stretch.most()));
        }
        return walk != null && stretch.part() + 1 < walk.types().size()
                ? new Stretch(stretch.part() + 1, null, stretch.most())
                : null;
    }
}
