package org.minqing.query.report;

import java.util.List;
import java.util.Map;
import org.minqing.query.platform.Period;

/**
 * A report as it is printed and sent.
 *
 * @param organisation its name
 * @param measures as JSON carries them
 * @param table every measure as plain numbers
 */
record Report(
        String title,
        String organisation,
        Period period,
        List<Map<String, Object>> measures,
        List<Section> sections,
        List<Missing> missing,
        List<String> notes,
        List<String> head,
        List<Row> table,
        Footer footer) {

    /** @param computed false: written by people */
    record Section(String title, String text, boolean computed) {}

    record Missing(String id, String text) {}

    /** @param total since launch to the period's end, or as it stands then */
    record Row(String id, String title, String total, String inPeriod) {}

    record Footer(String division, String asOf, long position, String text) {}
}
