package org.minqing.query.pages;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Cadres to choose from. */
@Component
class Cadres {
    private final Api api;
    private final MessageSource messages;

    Cadres(Api api, MessageSource messages) {
        this.api = api;
        this.messages = messages;
    }

    /** Everybody in service whom the reader may see. */
    List<Choice> inService(Reader reader) {
        return Choice.toldApart(api.all(reader, Api.path("cadres"), Map.of("status", "IN_SERVICE")).stream()
                .map(c -> new Choice(
                        Answer.text(c, "id"),
                        Answer.text(c, "name") + " · " + rank(Answer.text(c, "rankCode")) + " · "
                                + Answer.text(c, "organisationName")))
                .toList());
    }

    /** What a rank is called. */
    String rank(String code) {
        String name = messages.getMessage("rank." + code, null, code, LocaleContextHolder.getLocale());
        return name == null ? code : name;
    }
}
