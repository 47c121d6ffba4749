package org.minqing.query.platform.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minqing.events.Sealed;
import org.minqing.query.platform.register.Item;

/** What is known already is not looked up. */
class LookupTest {
    private static final String HOUSEHOLD = "11111111-1111-4111-8111-111111111111";
    private static final String PERSON = "22222222-2222-4222-8222-222222222222";
    private static final String CADRE = "33333333-3333-4333-8333-333333333333";
    private static final Sealed NAME = new Sealed(1, "person:" + PERSON, "A256GCM", "iv", "ct");
    private static final String SEALED =
            "{\"v\":1,\"subject\":\"person:" + PERSON + "\",\"alg\":\"A256GCM\",\"iv\":\"iv\",\"ct\":\"ct\"}";

    @Test
    void neither_what_an_item_is_called_nor_who_stands_beside_his_name() {
        Lookup lookup = new Lookup(null, null, asked -> Map.of(NAME, "李示例"), Set.of("visitId"));
        Item item = new Item(
                HOUSEHOLD,
                1,
                false,
                "{\"householdId\":\"" + HOUSEHOLD + "\",\"head\":{\"personId\":\"" + PERSON + "\",\"name\":" + SEALED
                        + "},\"cadreId\":\"" + CADRE + "\"}",
                "{\"text\":\"01-008\",\"name\":" + SEALED + "}",
                "REGISTERED",
                "5303",
                null,
                null,
                List.of());
        lookup.named(item);
        lookup.collect("", Lookup.parse(item.state()));
        assertThat(lookup.asked()).containsExactly(CADRE);
    }

    @Test
    void neither_what_has_no_name_nor_what_is_masked_whole() {
        String visit = "{\"visitId\":\"" + HOUSEHOLD + "\",\"cadreId\":\"" + CADRE + "\",\"findings\":"
                + SEALED.replace("ct\":\"ct", "ct\":\"findings") + ",\"head\":{\"name\":" + SEALED + "}}";
        Lookup masked = new Lookup(null, null, asked -> Map.of(), Set.of("visitId"));
        masked.collect("", Lookup.parse(visit));
        assertThat(masked.asked()).containsExactly(CADRE);
        assertThat(masked.closed()).containsExactly(NAME);
        Lookup clear = new Lookup(null, null, asked -> Map.of(), Set.of("visitId"));
        clear.whole();
        clear.collect("", Lookup.parse(visit));
        assertThat(clear.closed()).hasSize(2);
    }
}
