package org.minqing.query.platform.question;

import org.minqing.log.EventCodec;
import org.minqing.query.platform.register.Item;
import org.minqing.query.platform.register.RegisterReader;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets somebody who may have what an entity holds in clear, once its reading is logged. */
@Component
public final class Disclosure {
    private static final JsonMapper JSON = JsonMapper.builder()
            .annotationIntrospector(EventCodec.introspector())
            .build();

    private final Snapshots snapshots;
    private final RegisterReader register;
    private final Readings readings;

    Disclosure(Snapshots snapshots, RegisterReader register, Readings readings) {
        this.snapshots = snapshots;
        this.register = register;
        this.readings = readings;
    }

    private record Allowed<S>(Readings.Reading reading, S state) {}

    /**
     * The entity's state, its reading being logged: 404, 403 outside the scope or for whoever may not, 422 without a
     * {@link Purpose}.
     */
    public <S> S of(QuestionParameters asked, String type, String id, Class<S> state) {
        Purpose purpose = asked.purpose();
        if (purpose == null) {
            throw Refusal.invalid(Purpose.HEADER, "no-purpose", Purpose.CODES);
        }
        Allowed<S> allowed = snapshots.with(asked, question -> {
            Item item = register.find(type, id, question.asOf(), question.knownAt())
                    .orElseThrow(() -> Refusal.notFound(type.toLowerCase(java.util.Locale.ROOT), id));
            question.requireScope(item.division(), item.organisation());
            return new Allowed<>(readings.allowed(question, type, item, purpose), JSON.readValue(item.state(), state));
        });
        readings.log(allowed.reading);
        return allowed.state;
    }
}
