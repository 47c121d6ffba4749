package org.minqing.query.dataquality;

import java.text.Normalizer.Form;
import org.minqing.query.platform.source.DataQuality.Severity;
import org.springframework.stereotype.Component;

/** Two diary entries of the period have the same text, whoever wrote them about whatever visit: each of the visits is found. */
@Component
final class CopiedDiaryText extends Rule {
    CopiedDiaryText() {
        super("DQ47", Severity.WARNING, """
                select 'Visit', r.id, r.division, true, '', coalesce(d.entry ->> 'entryId', r.id), d.entry ->> 'text'
                from own r
                cross join lateral jsonb_array_elements(r.state -> 'diary') d (entry)
                join counted c on c.measure = 'M27' and c.subject = coalesce(d.entry ->> 'entryId', r.id)
                where r.type = 'Visit'
                """, new Comparison(Form.NFKC, false, "[\\p{P}\\p{Z}\\p{Cc}\\p{Cf}~]", 15));
    }
}
