package org.minqing.query.linkpoint;

import org.jspecify.annotations.Nullable;
import org.minqing.events.linkpoint.LinkPointEvent;
import org.minqing.events.linkpoint.LinkPointEvent.AdmissionStep;
import org.minqing.events.linkpoint.LinkPointEvent.CardStep;
import org.minqing.events.linkpoint.LinkPointEvent.EnrolmentStep;
import org.minqing.events.linkpoint.LinkPointEvent.KeyVillageDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkPointDesignated;
import org.minqing.events.linkpoint.LinkPointEvent.LinkStep;
import org.minqing.events.linkpoint.LinkPointEvent.Site;

/** A link point 联系点 on a day. Its enrolments, admissions, links and cards are entities of their own. */
record LinkPointState(Site of, @Nullable Integer totalHouseholds, boolean keyVillage) {
    static LinkPointState designated(LinkPointDesignated e) {
        return new LinkPointState(e.of(), e.totalHouseholds(), false);
    }

    LinkPointState after(LinkPointEvent event) {
        return switch (event) {
            case LinkPointDesignated e -> designated(e);
            case KeyVillageDesignated e -> new LinkPointState(of, totalHouseholds, true);
            case EnrolmentStep e -> this;
            case AdmissionStep e -> this;
            case LinkStep e -> this;
            case CardStep e -> this;
        };
    }
}
