package org.minqing.command.platform.door;

import org.minqing.command.platform.desk.Receipt;
import org.minqing.command.platform.refusal.Refusal;

/** Where the query side shows what a command was about. */
final class Locations {
    private final String base;

    /** @param base the query side's address, without a slash at its end */
    Locations(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    String of(Receipt.Subject subject) {
        return base + "/v1/" + plural(subject.type()) + "/" + subject.id();
    }

    static String plural(String type) {
        if (type.equals("ReportingPeriod")) {
            return "periods";
        }
        String name = Refusal.hyphenated(type);
        return name.endsWith("y") ? name.substring(0, name.length() - 1) + "ies" : name + "s";
    }
}
