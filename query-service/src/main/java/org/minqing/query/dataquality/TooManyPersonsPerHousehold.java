package org.minqing.query.dataquality;

import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** A project is said to serve more than ten persons for each household. */
@Component
final class TooManyPersonsPerHousehold extends Rule {
    TooManyPersonsPerHousehold() {
        super("DQ41", Severity.WARNING, """
                select 'Project', r.id, r.division from own r
                where r.type = 'Project'
                  and (select max((b -> 'quantity' ->> 'value')::numeric) from jsonb_array_elements(r.state -> 'beneficiaries') b
                       where b ->> 'kind' = 'PERSONS')
                      > 10 * (select sum((b -> 'quantity' ->> 'value')::numeric) from jsonb_array_elements(r.state -> 'beneficiaries') b
                              where b ->> 'kind' = 'HOUSEHOLDS')
                """);
    }
}
