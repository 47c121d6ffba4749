package org.minqing.standalone.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.minqing.standalone.demonstration.Table.Row;
import org.minqing.standalone.identity.Demonstration;

/**
 * One of the 52 cadres.
 *
 * @param quota households to link
 * @param duty in the leading group; the first's is to head it
 * @param gift yuan given for water
 * @param status political status, a code of GB/T 4762
 * @param branch the Party branch of a member
 * @param cites see {@link Step#cites}
 */
record Cadre(
        int no,
        UUID id,
        String name,
        String sex,
        String rank,
        int quota,
        UUID office,
        @Nullable String duty,
        String gift,
        String status,
        @Nullable UUID branch,
        Mark mark,
        String cites) {
    private static final LocalDate SERVING = LocalDate.of(2011, 1, 1);
    private static final int LOWEST_OF_DIVISION_LEVEL = 132;

    private static final String PARTY_MEMBER = "01";

    /** The user {@code cadre} of the accounts: the first below division level. */
    private static final int USER = 30;

    static List<Cadre> all() {
        return Table.read("cadres").stream().map(Cadre::of).toList();
    }

    private static Cadre of(Row row) {
        int no = row.number("no");
        return new Cadre(
                no,
                no == USER ? Demonstration.CADRE : new Step(Year.OPENED, row.mark(), "RegisterCadre", no).made(),
                row.text("name"),
                row.text("sex"),
                row.text("rank"),
                row.number("rank") <= LOWEST_OF_DIVISION_LEVEL ? 5 : 3,
                Places.office(row.text("office")),
                row.optional("duty"),
                row.text("gift"),
                row.text("status"),
                row.optional("branch") == null ? null : Places.organisation(row.text("branch")),
                row.mark(),
                row.cites());
    }

    void register(Script script) {
        script.add(Script.at(Year.BEGINNING, 8, 40), mark, "RegisterCadre", no)
                .cites(cites)
                .with("cadreId", no == USER ? id : null)
                .with("name", name)
                .with("sex", sex)
                .with("rankCode", rank)
                .with("organisationId", Places.office())
                .with("officeId", office)
                .with("politicalStatus", status)
                .with("partyBranchId", branch)
                .on(SERVING);
    }

    boolean partyMember() {
        return status.equals(PARTY_MEMBER);
    }
}
