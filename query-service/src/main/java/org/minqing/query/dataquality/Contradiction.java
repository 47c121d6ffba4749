package org.minqing.query.dataquality;

import org.minqing.events.CitizenNumber;

/** What a sealed text says against what stands beside it. */
enum Contradiction {
    /** The 17th digit of a citizen number is odd for men and even for women; {@code 1} or {@code 2} stands beside it. */
    SEX_OF_CITIZEN_NUMBER {
        @Override
        boolean between(String said, String clear) {
            String number = CitizenNumber.normal(clear);
            return CitizenNumber.valid(number) && !CitizenNumber.sex(number).equals(said);
        }
    };

    abstract boolean between(String said, String clear);
}
