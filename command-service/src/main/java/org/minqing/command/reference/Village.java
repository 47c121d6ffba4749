package org.minqing.command.reference;

import java.time.LocalDate;
import org.minqing.command.platform.decision.DecisionContext;
import org.minqing.command.platform.refusal.Refusal;

/** Villages among the divisions. */
public final class Village {
    /** Province, prefecture, county, township, village: 2, 4, 6, 9, 12 characters. */
    private static final int LENGTH = 12;

    private Village() {}

    /** The divisionId behind {@code /villageCode}; 422 where the code is one of a township or anything above. */
    public static String id(DecisionContext situation, String villageCode, LocalDate day) {
        String divisionId = situation.gazetteer().divisionId(villageCode, day);
        if (divisionId.length() != LENGTH) {
            throw Refusal.invalid("/villageCode", "not-a-village", villageCode);
        }
        return divisionId;
    }
}
