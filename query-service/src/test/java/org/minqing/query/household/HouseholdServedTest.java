package org.minqing.query.household;

import org.junit.jupiter.api.AfterAll;
import org.minqing.query.QueryServer;
import org.minqing.query.QuerySide;
import org.minqing.query.Village;

/** Households once more, over HTTP and out of the database. */
class HouseholdServedTest extends HouseholdViewTest {
    @Override
    QuerySide side() {
        return QueryServer.shared();
    }

    @AfterAll
    static void every_table_built_again_is_the_same() {
        Village.rebuild();
    }
}
