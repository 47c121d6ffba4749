package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Two persons of a household have the same citizen number. */
@Component
final class MemberTwice extends Rule {
    MemberTwice() {
        super(
                "DQ49",
                Severity.WARNING,
                CitizenNumberTwice.ASKED + """
                        select 'Household', h.id, h.division, true, h.id, p.place::text, p.number::text
                        from asked a
                        join standing h on h.id = a.id
                        """ + CitizenNumberTwice.PERSONS,
                CitizenNumberTwice.SAME_NUMBER);
    }
}
