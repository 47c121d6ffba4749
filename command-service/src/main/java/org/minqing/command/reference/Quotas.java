package org.minqing.command.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minqing.command.platform.refusal.Refusal;
import org.minqing.events.Likeness;
import org.minqing.events.programme.ProgrammeEvent.LinkQuotaDefined;

/**
 * The bands of a programme. On a day a band is what it was last defined as, and no rank is in two bands.
 *
 * @param defined every definition that was not voided, by day, those of one day in the order of the log
 */
public record Quotas(List<LinkQuotaDefined> defined) {
    public Quotas {
        defined = defined.stream()
                .sorted(Comparator.comparing(LinkQuotaDefined::occurredOn))
                .toList();
    }

    /** With one more. */
    public Quotas with(LinkQuotaDefined one) {
        List<LinkQuotaDefined> more = new ArrayList<>(defined);
        more.add(one);
        return new Quotas(more);
    }

    /** Whether the band is this on the day already. */
    public boolean says(String band, Set<String> rankCodes, int households, LocalDate day) {
        return Optional.ofNullable(bandsOn(day).get(Likeness.of(band)))
                .filter(q -> q.households() == households
                        && Set.copyOf(q.rankCodes()).equals(rankCodes))
                .isPresent();
    }

    /** The one that judges a cadre of this rank on the day; of two that name it the one defined last. */
    public Optional<LinkQuotaDefined> forRank(String rankCode, LocalDate day) {
        return bandsOn(day).values().stream()
                .filter(q -> q.rankCodes().contains(rankCode))
                .max(Comparator.comparing(LinkQuotaDefined::occurredOn));
    }

    /** 409 {@code rank-in-two-bands} where on any day one is. */
    public Quotas disjoint() {
        defined.stream().map(LinkQuotaDefined::occurredOn).distinct().forEach(this::refuseOverlap);
        return this;
    }

    private void refuseOverlap(LocalDate day) {
        Map<String, String> bandOf = new HashMap<>();
        for (LinkQuotaDefined quota : bandsOn(day).values()) {
            for (String code : Set.copyOf(quota.rankCodes())) {
                String other = bandOf.put(code, quota.band());
                if (other != null) {
                    throw Refusal.conflict("rank-in-two-bands", code, other, quota.band(), day);
                }
            }
        }
    }

    private Map<String, LinkQuotaDefined> bandsOn(LocalDate day) {
        Map<String, LinkQuotaDefined> bands = new LinkedHashMap<>();
        defined.stream().filter(q -> !q.occurredOn().isAfter(day)).forEach(q -> bands.put(Likeness.of(q.band()), q));
        return bands;
    }
}
